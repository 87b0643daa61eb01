import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct DerivativeKernelTests {
  /// The sums of a block by `kernel`, rows given in scattered order so that no stride can be
  /// assumed.
  private func sums(
    of block: SampleBlock, columns: Int, rows: Int,
    by kernel: (UnsafePointer<UnsafePointer<UInt8>>) -> DerivativeSums
  ) -> DerivativeSums? {
    block.withBase { base in
      let starts = (0..<rows + 4).map { base + (rows + 3 - $0) * block.stride }
      return starts.withUnsafeBufferPointer { starts in
        starts.baseAddress.map(kernel)
      }
    } ?? nil
  }

  private func compare(
    columns: Int, rows: Int, offset: Int, kind: SampleBlock.Kind, seed: UInt64
  ) -> Bool {
    let block = SampleBlock(
      columns: columns + 4, rows: rows + 4, stride: columns + 4 + Int(seed % 7), offset: offset,
      kind: kind, seed: seed)
    let phase = Int(seed & 1)
    let fast = sums(of: block, columns: columns, rows: rows) {
      DerivativeKernel.sums(
        rows: $0, rowCount: rows, firstSampledRow: phase, firstColumn: 2, columnCount: columns)
    }
    let plain = sums(of: block, columns: columns, rows: rows) {
      DerivativeKernel.sumsReference(
        rows: $0, rowCount: rows, firstSampledRow: phase, firstColumn: 2, columnCount: columns)
    }
    return fast != nil && fast == plain
  }

  @Test(arguments: SampleBlock.Kind.allCases)
  func equalsReferenceOnEveryWidth(_ kind: SampleBlock.Kind) {
    for columns in 1...128 {
      let rows = 1 + columns % 19
      let matches = compare(
        columns: columns, rows: rows, offset: columns % 3, kind: kind, seed: UInt64(columns))
      #expect(matches, "\(columns)x\(rows), seed \(columns)")
    }
  }

  @Test func theLargestGradientIsFoundInEveryRow() {
    for row in 0..<6 {
      for column in [0, 1, 17, 30] {
        var samples = [UInt8](repeating: 9, count: 40 * 10)
        samples[(row + 2) * 40 + column + 2] = 200
        let found = samples.withUnsafeBufferPointer { samples -> Int? in
          guard let base = samples.baseAddress else { return nil }
          let starts = (0..<10).map { base + $0 * 40 }
          return starts.withUnsafeBufferPointer { starts in
            starts.baseAddress.map {
              DerivativeKernel.sums(
                rows: $0, rowCount: 6, firstSampledRow: 0, firstColumn: 2, columnCount: 31
              ).gradientMaximum
            }
          }
        }
        #expect(found == 191, "row \(row), column \(column)")
      }
    }
  }

  @Test func equalsReferenceOnTheLargestBlock() {
    for seed: UInt64 in 1...3 {
      for kind in SampleBlock.Kind.allCases {
        let matches = compare(columns: 128, rows: 128, offset: 1, kind: kind, seed: seed)
        #expect(matches, "\(kind), seed \(seed)")
      }
    }
  }

  /// Checkered and striped blocks bring every energy to the largest value that fits.
  @Test(arguments: [1, 2], [1, 2]) func holdsTheLargestSums(_ periodX: Int, _ periodY: Int) {
    let side = DerivativeKernel.maximumSide
    let stride = side + 4
    let samples = (0..<stride * stride).map { index -> UInt8 in
      (index % stride / periodX + index / stride / periodY) % 2 == 0 ? 0 : 255
    }
    let pair = samples.withUnsafeBufferPointer { samples in
      samples.baseAddress.map { base in
        let starts = (0..<stride).map { base + $0 * stride }
        return starts.withUnsafeBufferPointer { starts in
          starts.baseAddress.map {
            (
              DerivativeKernel.sums(
                rows: $0, rowCount: side, firstSampledRow: 0, firstColumn: 2,
                columnCount: side),
              DerivativeKernel.sumsReference(
                rows: $0, rowCount: side, firstSampledRow: 0, firstColumn: 2,
                columnCount: side)
            )
          }
        }
      }
    }
    let sums = pair.flatMap { $0 }
    #expect(sums?.0 != nil)
    #expect(sums?.0 == sums?.1)
  }
}
