import Clearframe
import ClearframeTestSupport
import Foundation

/// A small document drawn in linear light, on which reflections are laid before it is developed.
struct MockDocument {
  let width: Int
  let height: Int
  /// Linear light, 1 being white paper that the camera shows just burnt out.
  var light: [Double]

  /// Blank paper of one brightness.
  init(width: Int = 640, height: Int = 400, paper: Double) {
    self.width = width
    self.height = height
    light = Array(repeating: paper, count: width * height)
  }

  /// Lines of words, as strokes two samples thick, over the whole document.
  mutating func print(reflectance: Double = 0.12, seed: UInt64 = 3) {
    var random = SeededGenerator(seed: seed)
    for top in stride(from: 40, to: height - 40, by: 22) {
      var x = 40
      while x < width - 50 {
        let length = Int.random(in: 12...48, using: &random)
        for stroke in stride(from: x, to: min(x + length, width - 40), by: 6) {
          fill(stroke..<stroke + 2, top..<top + 10, reflectance: reflectance)
        }
        x += length + 12
      }
    }
  }

  /// A printed area of another reflectance.
  mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, reflectance: Double) {
    for y in rows.clamped(to: 0..<height) {
      for x in columns.clamped(to: 0..<width) { light[y * width + x] *= reflectance }
    }
  }

  /// Sets an area to a brightness, whatever was there.
  mutating func set(_ columns: Range<Int>, _ rows: Range<Int>, to value: Double) {
    for y in rows.clamped(to: 0..<height) {
      for x in columns.clamped(to: 0..<width) { light[y * width + x] = value }
    }
  }

  /// Adds mirrored light.
  mutating func mirror(_ added: (_ x: Double, _ y: Double) -> Double) {
    for y in 0..<height {
      for x in 0..<width { light[y * width + x] += added(Double(x), Double(y)) }
    }
  }

  /// Changes the light that falls on the document.
  mutating func illuminate(_ factor: (_ x: Double, _ y: Double) -> Double) {
    for y in 0..<height {
      for x in 0..<width { light[y * width + x] *= factor(Double(x), Double(y)) }
    }
  }

  /// The picture a camera makes of it: a slight blur, the sRGB curve, a little noise.
  func workingImage(seed: UInt64 = 11) -> WorkingImage {
    var random = SeededGenerator(seed: seed)
    var luma = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        var sum = 0.0
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
          sum += min(
            light[min(y + dy, height - 1) * width + min(x + dx, width - 1)], 1.2)
        }
        let encoded = Self.curve[Int(min(sum / 4, 1) * 4095)]
        let noise = Double.random(in: -1.5...1.5, using: &random)
        luma[y * width + x] = UInt8(min(max((encoded + noise).rounded(), 0), 255))
      }
    }
    return WorkingImage(
      storedSize: PixelSize(width: width, height: height), factor: 1, luma: luma,
      chromaBlue: [], chromaRed: [])
  }

  /// The sRGB curve: the luma of linear light in steps of 1 / 4095.
  private static let curve: [Double] = (0...4095).map { step in
    let value = Double(step) / 4095
    return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055)
  }

  /// The whole document on its raster.
  func rectified() -> RectifiedDocument? {
    let image = workingImage()
    return RectifiedDocument(image, outline: outline, decodedRows: height)
  }

  /// The document's outline: the frame.
  var outline: Quadrilateral {
    let right = Double(width)
    let bottom = Double(height)
    return Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: right, y: 0),
      bottomRight: PixelPoint(x: right, y: bottom), bottomLeft: PixelPoint(x: 0, y: bottom))
  }
}
