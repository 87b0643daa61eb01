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
  /// The fewest cells that show a light.
  private static let fewest = 30
  /// How far from their middle the paper's chromas are averaged, in levels: coded chroma comes in
  /// steps that are too coarse for a median.
  private static let reach = 2
  /// The greatest sum of a cell.
  private static let greatest = 255 * ColorCellKernel.side * ColorCellKernel.side

  /// The white point of the cells of a document that are not burnt out, given by their indices; nil
  /// where there are too few.
  init?(_ cells: [ColorCellKernel.Cell], at open: [Int]) {
    let total = open.count
    guard total >= Self.fewest else { return nil }
    var lumas = [Int32](repeating: 0, count: Self.greatest + 1)
    for index in open { lumas[Int(cells[index].luma)] += 1 }
    let low = Self.place(of: Self.paper.lowerBound * Double(total), in: lumas)
    let high = Self.place(of: Self.paper.upperBound * Double(total), in: lumas)
    var blues = [Int32](repeating: 0, count: Self.greatest + 1)
    var reds = blues
    var count = 0
    for index in open {
      let cell = cells[index]
      let value = Int(cell.luma)
      guard value >= low, value <= high else { continue }
      blues[Int(cell.blue)] += 1
      reds[Int(cell.red)] += 1
      count += 1
    }
    let middle = Self.place(
      of: (Self.paper.lowerBound + Self.paper.upperBound) / 2 * Double(total), in: lumas)
    luma = max(1, Float(middle) * ColorCellKernel.scale)
    blue = Self.middleMean(of: blues, count: count) - 128
    red = Self.middleMean(of: reds, count: count) - 128
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

  /// The mean level of the sums close to their median.
  private static func middleMean(of histogram: [Int32], count: Int) -> Float {
    let median = place(of: Double(count) / 2, in: histogram)
    let reach = Self.reach * ColorCellKernel.side * ColorCellKernel.side
    var sum = 0
    var number = 0
    for value in max(0, median - reach)...min(histogram.count - 1, median + reach) {
      sum += value * Int(histogram[value])
      number += Int(histogram[value])
    }
    return Float(sum) / Float(max(1, number)) * ColorCellKernel.scale
  }
}
