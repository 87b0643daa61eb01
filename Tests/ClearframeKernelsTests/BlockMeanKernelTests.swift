import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct BlockMeanKernelTests {
  private func compare(
    sums: [UInt32], width: Int, factor: Int, horizontalFactor: Int, rowCount: Int
  ) -> Bool {
    let blocks = (width + factor - 1) / factor
    var fast = [UInt8](repeating: 1, count: blocks)
    var plain = [UInt8](repeating: 2, count: blocks)
    BlockMeanKernel.write(
      sums: sums, width: width, factor: factor, horizontalFactor: horizontalFactor,
      rowCount: rowCount, to: &fast)
    BlockMeanKernel.writeReference(
      sums: sums, width: width, factor: factor, horizontalFactor: horizontalFactor,
      rowCount: rowCount, to: &plain)
    return fast == plain
  }

  @Test(arguments: 1...40, [1, 2, 4]) func equalsReference(_ factor: Int, _ horizontal: Int) {
    var random = SeededGenerator(seed: UInt64(factor * 10 + horizontal))
    for width in [1, factor, 4 * factor, 7 * factor + factor / 2, 9 * factor + 1] {
      for rowCount in [1, max(1, factor / 2), factor] {
        let columns = (width + horizontal - 1) / horizontal
        let sums = (0..<columns).map { _ in
          UInt32.random(in: 0...UInt32(255 * rowCount), using: &random)
        }
        let matches = compare(
          sums: sums, width: width, factor: factor, horizontalFactor: horizontal,
          rowCount: rowCount)
        #expect(matches, "width \(width), \(rowCount) rows, seed \(factor * 10 + horizontal)")
      }
    }
  }

  /// Every sum that a block can have, for counts up to the largest that is divided in single
  /// precision and one beyond, with the halves that rounding turns on.
  @Test(arguments: [1, 2, 3, 5, 7, 12, 16, 25, 31, 32, 33])
  func roundsEverySumRight(_ factor: Int) {
    let largest = 255 * factor * factor
    var wrong: [Int] = []
    var sum = 0
    while sum <= largest {
      // Four neighbouring sums at a time, each put in its block's first column.
      var sums = [UInt32](repeating: 0, count: 4 * factor)
      for lane in 0..<4 {
        sums[lane * factor] = UInt32(min(sum + lane, largest))
      }
      if !compare(
        sums: sums, width: 4 * factor, factor: factor, horizontalFactor: 1, rowCount: factor)
      {
        wrong.append(sum)
      }
      sum += 4
    }
    #expect(wrong.isEmpty, "factor \(factor): first at \(wrong.first ?? 0)")
  }
}
