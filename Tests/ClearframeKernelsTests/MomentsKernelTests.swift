import ClearframeKernels
import Testing

@Suite struct MomentsKernelTests {
  @Test(arguments: SampleBlock.Kind.allCases)
  func equalsReferenceOnEveryWidth(_ kind: SampleBlock.Kind) {
    for columns in 1...128 {
      let rows = columns == 128 ? 128 : 1 + columns % 13
      let seed = UInt64(columns)
      let block = SampleBlock(
        columns: columns, rows: rows, stride: columns + columns % 5, offset: columns % 4,
        kind: kind, seed: seed)
      let fast = block.withBase {
        MomentsKernel.moments($0, stride: block.stride, columns: columns, rows: rows)
      }
      let plain = block.withBase {
        MomentsKernel.momentsReference($0, stride: block.stride, columns: columns, rows: rows)
      }
      #expect(fast != nil)
      #expect(fast == plain, "\(columns)x\(rows), seed \(seed)")
    }
  }
}
