/// A photo-like picture: a card marked SPECIMEN that lies a little askew on a desk.
///
/// Everything on the card is invented. Only sums, products and square roots are used, so the
/// samples are the same on every platform.
public struct MockPhoto: Sendable {
  /// The number of columns.
  public var width = 1600
  /// The number of rows.
  public var height = 1200
  /// The card's width as a share of the picture's.
  public var cardShare = 0.72
  /// The card's rise over its run: 0.03 is about 1.7 degrees.
  public var slope = 0.03
  /// What every sample is multiplied by at the end; above about 1.2 the card clips.
  public var exposure = 1.0
  /// The standard deviation of the noise, in 8-bit steps.
  public var noise = 2.0
  /// The seed of the noise.
  public var seed: UInt64 = 1

  /// Makes a well lit photo of 1600 by 1200 pixels.
  public init() {}

  /// Makes a well lit photo of a given size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Draws the photo, red-green-blue.
  public func draw() -> Bitmap {
    var random = SplitMix64(seed: seed)
    let portrait = height > width
    let across = (portrait ? Double(height) : Double(width)) * cardShare
    let cardWidth = max(16, Int(across))
    let card = Self.card(width: cardWidth)
    let length = (1 + slope * slope).squareRoot()
    let cosine = 1 / length
    let sine = slope / length
    var out = Bitmap(width: width, height: height, color: [0, 0, 0])
    for y in 0..<height {
      for x in 0..<width {
        // Two by two samples a pixel soften the card's edge as a lens does.
        var sum = [0.0, 0.0, 0.0]
        for sub in 0..<4 {
          let px = Double(x) + (sub % 2 == 0 ? 0.25 : 0.75) - Double(width) / 2
          let py = Double(y) + (sub < 2 ? 0.25 : 0.75) - Double(height) / 2
          let (u, v) = portrait ? (-py, px) : (px, py)
          let cardX = u * cosine + v * sine + Double(card.width) / 2
          let cardY = -u * sine + v * cosine + Double(card.height) / 2
          if cardX >= 0, cardY >= 0, cardX < Double(card.width), cardY < Double(card.height) {
            let column = min(card.width - 1, Int(cardX))
            let row = min(card.height - 1, Int(cardY))
            for channel in 0..<3 { sum[channel] += Double(card[column, row, channel]) }
          } else {
            let wood = Self.wood(x: px / Double(width), y: py / Double(width))
            // A soft shadow to the lower right lifts the card off the desk.
            let inShadow =
              cardX >= 0 && cardY >= 0 && cardX < Double(card.width) * 1.012
              && cardY < Double(card.height) * 1.02
            for channel in 0..<3 { sum[channel] += wood[channel] * (inShadow ? 0.7 : 1) }
          }
        }
        // Light falls off by a tenth towards the lower right corner.
        let light =
          1.03 - 0.05 * Double(x) / Double(width) - 0.05 * Double(y) / Double(height)
        let grain = noise == 0 ? 0 : random.normal() * noise
        for channel in 0..<3 {
          let value = sum[channel] / 4 * light * exposure + grain
          out[x, y, channel] = UInt8(max(0, min(255, value.rounded())))
        }
      }
    }
    return out
  }

  private static func wood(x: Double, y: Double) -> [Double] {
    // Triangle waves stand in for the grain's rings.
    let ring = triangle(x * 3 + y * 23 + triangle(x * 2) * 0.6)
    let fine = triangle(y * 171 + x * 7)
    let level = 92 + 11 * ring + 4 * fine
    return [level * 1.18, level * 0.92, level * 0.68]
  }

  private static func triangle(_ value: Double) -> Double {
    let phase = value - value.rounded(.down)
    return phase < 0.5 ? 4 * phase - 1 : 3 - 4 * phase
  }

  /// Draws the card itself, 85.6 to 54 in shape.
  static func card(width: Int) -> Bitmap {
    let height = width * 540 / 856
    let unit = max(1, width / 214)
    var painter = Painter(Bitmap(width: width, height: height, color: [206, 214, 219]))
    // A pale guilloche-like ground: stripes whose tint changes across the card.
    for stripe in 0..<(height / max(2, unit * 3)) {
      let tint = UInt8(188 + stripe % 7 * 4)
      painter.fill(
        x: 0, y: stripe * unit * 3, width: width, height: unit, color: [tint, 206, 222])
    }
    let ink: [UInt8] = [38, 44, 60]
    let left = width * 6 / 100
    painter.fill(
      x: 0, y: 0, width: width, height: height * 15 / 100, color: [58, 104, 158])
    painter.write(
      "SPECIMEN CARD", x: left, y: height * 4 / 100, dot: unit * 2, color: [226, 232, 238])
    let lines = [
      "NAME    ANN EXAMPLE", "BORN    1990-01-01", "NUMBER  00000 SPECIMEN", "VALID   2030-12-31",
      "PLACE   NOWHERE 12",
    ]
    for (line, text) in lines.enumerated() {
      painter.write(
        text, x: left, y: height * (24 + 12 * line) / 100, dot: unit, color: ink)
    }
    painter.write(
      "NOT A REAL DOCUMENT", x: left, y: height * 87 / 100, dot: unit, color: [150, 52, 48])
    // The portrait: a plain silhouette.
    let boxX = width * 68 / 100
    let boxY = height * 22 / 100
    let boxWidth = width * 26 / 100
    let boxHeight = height * 56 / 100
    painter.fill(
      x: boxX, y: boxY, width: boxWidth, height: boxHeight, color: [224, 226, 222])
    painter.fillEllipse(
      x: boxX + boxWidth / 10, y: boxY + boxHeight * 58 / 100, width: boxWidth * 8 / 10,
      height: boxHeight * 8 / 10, color: [74, 84, 112])
    painter.fill(
      x: boxX, y: boxY + boxHeight, width: boxWidth, height: boxHeight * 4 / 10,
      color: [206, 214, 219])
    painter.fillEllipse(
      x: boxX + boxWidth * 3 / 10, y: boxY + boxHeight * 16 / 100, width: boxWidth * 4 / 10,
      height: boxHeight * 46 / 100, color: [176, 134, 112])
    painter.fill(x: 0, y: 0, width: width, height: unit, color: ink)
    painter.fill(x: 0, y: height - unit, width: width, height: unit, color: ink)
    painter.fill(x: 0, y: 0, width: unit, height: height, color: ink)
    painter.fill(x: width - unit, y: 0, width: unit, height: height, color: ink)
    return painter.bitmap
  }
}
