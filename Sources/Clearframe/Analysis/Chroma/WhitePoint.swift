/// The colour of the light on a document, taken from its brighter parts: paper, as a rule.
package struct WhitePoint: Sendable, Hashable {
  /// The luma of the bright parts.
  package let luma: Float
  /// Their `Cb - 128`.
  package let blue: Float
  /// Their `Cr - 128`.
  package let red: Float

  /// Luma from which a pixel is clipped.
  private static let clippedLuma = 248
  /// The part of the document, in order of luma, that is taken for its paper; print is darker and
  /// highlights are brighter.
  private static let paper = 0.6...0.9

  /// The white point of some working pixels; nil where there are too few.
  package init?(_ working: borrowing WorkingImage, indexes: [Int]) {
    guard working.hasChroma, indexes.count >= 64 else { return nil }
    var histogram = [Int](repeating: 0, count: 256)
    for index in indexes { histogram[Int(working.luma[index])] += 1 }
    let open = histogram[..<Self.clippedLuma].reduce(0, +)
    // A document that is burnt out for the most part shows its light nowhere else.
    let usesAll = open * 10 < indexes.count * 3
    let total = usesAll ? indexes.count : open
    var low = 0
    var high = 255
    var seen = 0
    for value in 0..<(usesAll ? 256 : Self.clippedLuma) {
      let before = Double(seen) / Double(total)
      seen += histogram[value]
      let after = Double(seen) / Double(total)
      if before <= Self.paper.lowerBound, after > Self.paper.lowerBound { low = value }
      if before <= Self.paper.upperBound, after > Self.paper.upperBound { high = value }
    }
    var blues = [Int](repeating: 0, count: 256)
    var reds = [Int](repeating: 0, count: 256)
    var lumas = [Int](repeating: 0, count: 256)
    var count = 0
    for index in indexes {
      let value = Int(working.luma[index])
      guard value >= low, value <= high else { continue }
      blues[Int(working.chromaBlue[index])] += 1
      reds[Int(working.chromaRed[index])] += 1
      lumas[value] += 1
      count += 1
    }
    guard count > 0 else { return nil }
    luma = max(16, Self.median(lumas, count: count))
    blue = Self.median(blues, count: count) - 128
    red = Self.median(reds, count: count) - 128
  }

  private static func median(_ histogram: [Int], count: Int) -> Float {
    var seen = 0
    for (value, number) in histogram.enumerated() {
      seen += number
      if 2 * seen >= count { return Float(value) }
    }
    return 0
  }
}
