import ClearframeKernels

/// The colour of the light on a document, taken from its brighter parts: paper, as a rule.
struct WhitePoint: Sendable, Hashable {
  /// The luma of the bright parts.
  let luma: Float
  /// Their `Cb - 128`.
  let blue: Float
  /// Their `Cr - 128`.
  let red: Float

  /// The part of the document, in order of luma, that is taken for its paper; print is darker and
  /// highlights are brighter.
  private static let paper = 0.6...0.9
  /// The greatest sum of a cell.
  private static let greatest = 255 * ColorCellKernel.side * ColorCellKernel.side

  /// The white point of a document's cells; nil where there are too few.
  init?(_ cells: [ColorCellKernel.Cell]) {
    guard cells.count >= 16 else { return nil }
    let open = cells.count { $0.isOpen }
    // A document that is burnt out for the most part shows its light nowhere else.
    let usesAll = open * 10 < cells.count * 3
    let total = Double(usesAll ? cells.count : open)
    var lumas = [Int32](repeating: 0, count: Self.greatest + 1)
    for cell in cells where usesAll || cell.isOpen { lumas[Int(cell.luma)] += 1 }
    let low = Self.place(of: Self.paper.lowerBound * total, in: lumas)
    let high = Self.place(of: Self.paper.upperBound * total, in: lumas)
    var blues = [Int32](repeating: 0, count: Self.greatest + 1)
    var reds = blues
    var count = 0
    for cell in cells where usesAll || cell.isOpen {
      let value = Int(cell.luma)
      guard value >= low, value <= high else { continue }
      blues[Int(cell.blue)] += 1
      reds[Int(cell.red)] += 1
      count += 1
    }
    guard count > 0 else { return nil }
    let middle = Self.place(
      of: (Self.paper.lowerBound + Self.paper.upperBound) / 2 * total, in: lumas)
    let half = Double(count) / 2
    luma = max(16, Self.level(middle))
    blue = Self.level(Self.place(of: half, in: blues)) - 128
    red = Self.level(Self.place(of: half, in: reds)) - 128
  }

  /// The first value up to which there are more than `count` entries.
  private static func place(of count: Double, in histogram: [Int32]) -> Int {
    var seen = 0.0
    for (value, number) in histogram.enumerated() where number > 0 {
      seen += Double(number)
      if seen > count { return value }
    }
    return histogram.count - 1
  }

  /// A cell's sum as a mean.
  private static func level(_ sum: Int) -> Float {
    Float(sum) / Float(ColorCellKernel.side * ColorCellKernel.side)
  }
}
