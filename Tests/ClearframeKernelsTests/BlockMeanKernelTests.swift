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

  /// Single precision at the largest count it is used for, and one beyond.
  @Test(arguments: [(256, 4), (512, 2), (341, 3), (1_024, 1), (1_025, 1), (300, 4)])
  func roundsTallBlocksRight(_ rowCount: Int, _ factor: Int) {
    var sum = 0
    while sum <= 255 * rowCount * factor {
      let sums = (0..<64 * factor).map { column in
        UInt32(min(sum + column / factor, 255 * rowCount * factor) / factor)
          + UInt32(column % factor)
      }
      let matches = compare(
        sums: sums.map { min($0, UInt32(255 * rowCount)) }, width: 64 * factor, factor: factor,
        horizontalFactor: 1, rowCount: rowCount)
      #expect(matches, "sum \(sum)")
      sum += 61
    }
  }

  @Test(arguments: 1...40, [1, 2, 3, 4]) func equalsReference(_ factor: Int, _ horizontal: Int) {
    var random = SeededGenerator(seed: UInt64(factor * 10 + horizontal))
    for width in [1, factor, 4 * factor, 7 * factor + factor / 2, 9 * factor + 1, 16 * factor] {
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

  /// Every sum that a block can have, with the halves that rounding turns on; factors 1, 2 and 4
  /// are divided in single precision, the others in whole numbers.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 12, 16, 33])
  func roundsEverySumRight(_ factor: Int) {
    let largest = 255 * factor * factor
    var wrong: [Int] = []
    var sum = 0
    while sum <= largest {
      // Neighbouring sums, each put in its block's first column.
      var sums = [UInt32](repeating: 0, count: 64 * factor)
      for block in 0..<64 {
        sums[block * factor] = UInt32(min(sum + block, largest))
      }
      if !compare(
        sums: sums, width: 64 * factor, factor: factor, horizontalFactor: 1, rowCount: factor)
      {
        wrong.append(sum)
      }
      sum += 64
    }
    #expect(wrong.isEmpty, "factor \(factor): first at \(wrong.first ?? 0)")
  }

  @Test(arguments: [2, 4], SampleBlock.Kind.allCases)
  func wholeBlocksEqualTheReference(side: Int, kind: SampleBlock.Kind) {
    for blocks in 1...41 {
      let block = SampleBlock(
        columns: side * blocks, rows: side, stride: side * blocks + blocks % 5,
        offset: blocks % 3, kind: kind, seed: UInt64(blocks))
      block.withBase { base in
        // One more than is written, to find a write past the end.
        var fast = [UInt8](repeating: 77, count: blocks + 1)
        var plain = fast
        BlockMeanKernel.writeWhole(
          base, stride: block.stride, side: side, blocks: blocks, to: &fast)
        BlockMeanKernel.writeWholeReference(
          base, stride: block.stride, side: side, blocks: blocks, to: &plain)
        #expect(fast == plain, "\(blocks) blocks, seed \(blocks)")
        #expect(fast.last == 77)
      }
    }
  }
}
