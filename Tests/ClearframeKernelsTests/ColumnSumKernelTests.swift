import ClearframeKernels
import Testing

@Suite struct ColumnSumKernelTests {
  @Test(arguments: SampleBlock.Kind.allCases, [1, 2, 3, 4])
  func equalsReference(_ kind: SampleBlock.Kind, _ weight: Int) {
    for columns in [1, 7, 15, 16, 17, 31, 32, 33, 100, 257] {
      for rows in [1, 2, 3, 5, ColumnSumKernel.maximumRows] {
        let seed = UInt64(columns * 100 + rows)
        let block = SampleBlock(
          columns: columns, rows: rows, stride: columns + rows % 4, offset: rows % 3, kind: kind,
          seed: seed)
        var fast = [UInt32](repeating: 7, count: columns)
        var plain = fast
        // What is there at first is replaced, then added to.
        for replacing in [true, false] {
          block.withBase {
            ColumnSumKernel.add(
              $0, stride: block.stride, columns: columns, rows: rows, weight: weight,
              replacing: replacing, to: &fast)
            ColumnSumKernel.addReference(
              $0, stride: block.stride, columns: columns, rows: rows, weight: weight,
              replacing: replacing, to: &plain)
          }
          #expect(fast == plain, "\(columns)x\(rows), seed \(seed)")
        }
      }
    }
  }
}
