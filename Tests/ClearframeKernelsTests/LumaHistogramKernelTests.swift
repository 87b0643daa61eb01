import ClearframeKernels
import Testing

@Suite struct LumaHistogramKernelTests {
  /// Table entries folded over the lanes.
  private func counts(_ table: borrowing ScratchBuffer<UInt16>) -> [Int] {
    (0..<256).map { value in
      (0..<LumaHistogramKernel.laneCount).reduce(0) { $0 + Int(table.base[256 * $1 + value]) }
    }
  }

  @Test(arguments: SampleBlock.Kind.allCases)
  func equalsReference(_ kind: SampleBlock.Kind) {
    for columns in [1, 2, 3, 5, 7, 8, 9, 31, 33, 63, 64, 65, 127, 128] {
      let rows = columns == 128 ? 128 : 1 + columns % 17
      let seed = UInt64(columns)
      let block = SampleBlock(
        columns: columns, rows: rows, stride: columns + columns % 5, offset: columns % 4,
        kind: kind, seed: seed)
      let fast = ScratchBuffer<UInt16>(count: LumaHistogramKernel.tableCount)
      let plain = ScratchBuffer<UInt16>(count: LumaHistogramKernel.tableCount)
      block.withBase {
        LumaHistogramKernel.add(
          $0, stride: block.stride, columns: columns, rows: rows, to: fast.base)
        LumaHistogramKernel.addReference(
          $0, stride: block.stride, columns: columns, rows: rows, to: plain.base)
      }
      let fastCounts = counts(fast)
      let plainCounts = counts(plain)
      #expect(fastCounts == plainCounts, "\(columns)x\(rows), seed \(seed)")
      #expect(fastCounts.reduce(0, +) == columns * rows)

      let fastBins = ScratchBuffer<UInt16>(count: 64)
      let plainBins = ScratchBuffer<UInt16>(count: 64)
      let fastSummary = LumaHistogramKernel.summary(of: fast.base, bins: fastBins.base)
      let plainSummary = LumaHistogramKernel.summaryReference(
        of: plain.base, bins: plainBins.base)
      #expect(fastSummary == plainSummary, "\(columns)x\(rows), seed \(seed)")
      let differing = (0..<64).filter { fastBins.base[$0] != plainBins.base[$0] }
      #expect(differing.isEmpty, "\(columns)x\(rows), seed \(seed)")
    }
  }
}
