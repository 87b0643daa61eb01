import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct EdgeMiddleKernelTests {
  /// Marks of the samples two and more from the border of a plane, by the kernel and its reference.
  private func marks(
    _ plane: [UInt8], stride: Int, columns: Int, rows: Int, least: UInt8
  ) -> (fast: [UInt8], plain: [UInt8]) {
    let count = columns - 4
    var fast: [UInt8] = []
    var plain: [UInt8] = []
    plane.withUnsafeBufferPointer { plane in
      guard let base = plane.baseAddress else { return }
      for row in 2..<(rows - 2) {
        var line = [UInt8](repeating: 7, count: count)
        EdgeMiddleKernel.mark(
          base + row * stride + 2, stride: stride, count: count, leastDifference: least, to: &line)
        fast += line
        EdgeMiddleKernel.markReference(
          base + row * stride + 2, stride: stride, count: count, leastDifference: least, to: &line)
        plain += line
      }
    }
    return (fast, plain)
  }

  @Test func equalsReferenceOnOddSizes() {
    for (columns, padding, range) in [
      (5, 0, 0...255), (19, 3, 0...255), (20, 0, 100...108), (21, 1, 0...3), (37, 5, 0...255),
      (67, 0, 60...190), (133, 2, 0...255),
    ] {
      let seed = UInt64(columns)
      var random = SeededGenerator(seed: seed)
      let stride = columns + padding
      let plane = (0..<stride * 9).map { _ in UInt8(Int.random(in: range, using: &random)) }
      for least: UInt8 in [0, 1, 6, 120, 255] {
        let (fast, plain) = marks(plane, stride: stride, columns: columns, rows: 9, least: least)
        #expect(fast == plain, "\(columns) columns, seed \(seed), least \(least)")
      }
    }
  }

  @Test func marksTheSteepestSampleOfARamp() {
    // Two samples change equally fast; the second one counts.
    let row: [UInt8] = [10, 10, 10, 20, 60, 140, 180, 190, 190, 190, 190]
    let plane = [[UInt8]](repeating: row, count: 5).flatMap { $0 }
    let (fast, _) = marks(plane, stride: 11, columns: 11, rows: 5, least: 6)
    #expect(fast.indices.filter { fast[$0] != 0 } == [3])
    #expect(marks(plane, stride: 11, columns: 11, rows: 5, least: 121).fast.allSatisfy { $0 == 0 })
  }
}
