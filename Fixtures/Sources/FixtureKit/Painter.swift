/// Draws flat shapes and letters into a red-green-blue picture.
public struct Painter: Sendable {
  /// The picture so far.
  public private(set) var bitmap: Bitmap

  /// Starts from a picture.
  public init(_ bitmap: Bitmap) {
    self.bitmap = bitmap
  }

  /// Fills a rectangle, cut to the picture.
  public mutating func fill(x: Int, y: Int, width: Int, height: Int, color: [UInt8]) {
    for row in stride(from: max(0, y), to: min(bitmap.height, y + height), by: 1) {
      for column in stride(from: max(0, x), to: min(bitmap.width, x + width), by: 1) {
        for channel in 0..<bitmap.channels { bitmap[column, row, channel] = color[channel] }
      }
    }
  }

  /// Fills an ellipse inscribed in a rectangle.
  public mutating func fillEllipse(x: Int, y: Int, width: Int, height: Int, color: [UInt8]) {
    let centerX = Double(x) + Double(width) / 2
    let centerY = Double(y) + Double(height) / 2
    for row in stride(from: max(0, y), to: min(bitmap.height, y + height), by: 1) {
      for column in stride(from: max(0, x), to: min(bitmap.width, x + width), by: 1) {
        let across = (Double(column) + 0.5 - centerX) * 2 / Double(width)
        let down = (Double(row) + 0.5 - centerY) * 2 / Double(height)
        if across * across + down * down <= 1 {
          for channel in 0..<bitmap.channels { bitmap[column, row, channel] = color[channel] }
        }
      }
    }
  }

  /// Writes capitals and digits; each dot of a letter is `dot` pixels wide.
  public mutating func write(_ text: String, x: Int, y: Int, dot: Int, color: [UInt8]) {
    var left = x
    for character in text {
      for (row, bits) in StrokeFont.rows(of: character).enumerated() {
        for column in 0..<5 where bits >> (4 - column) & 1 == 1 {
          fill(
            x: left + column * dot, y: y + row * dot, width: dot, height: dot, color: color)
        }
      }
      left += 6 * dot
    }
  }
}
