import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct EdgeThinningKernelTests {
  @Test func equalsReferenceOnOddWidths() {
    for width in [3, 6, 7, 9, 12, 31, 64, 101] {
      let seed = UInt64(width)
      var random = SeededGenerator(seed: seed)
      // Whole numbers, so that equal magnitudes and gradients along the axes come often.
      func plane() -> [Float] {
        (0..<width * 7).map { _ in Float(Int.random(in: -3...3, using: &random)) }
      }
      let horizontal = plane()
      let vertical = plane()
      let magnitude = zip(horizontal, vertical).map { ($0 * $0 + $1 * $1).squareRoot() }
      for floor: Float in [0, 1, 3.5] {
        var fast = [Float](repeating: -1, count: width - 2)
        var plain = fast
        magnitude.withUnsafeBufferPointer { magnitude in
          horizontal.withUnsafeBufferPointer { horizontal in
            vertical.withUnsafeBufferPointer { vertical in
              guard let magnitude = magnitude.baseAddress, let horizontal = horizontal.baseAddress,
                let vertical = vertical.baseAddress
              else { return }
              for row in 1..<6 {
                let first = row * width + 1
                EdgeThinningKernel.mark(
                  magnitude + first, horizontal: horizontal + first, vertical: vertical + first,
                  stride: width, count: width - 2, floor: floor, to: &fast)
                EdgeThinningKernel.markReference(
                  magnitude + first, horizontal: horizontal + first, vertical: vertical + first,
                  stride: width, count: width - 2, floor: floor, to: &plain)
                #expect(fast == plain, "width \(width), row \(row), floor \(floor), seed \(seed)")
              }
            }
          }
        }
      }
    }
  }

  @Test func keepsTheRidgeOfAnUprightEdge() {
    let row: [Float] = [0, 1, 4, 6, 4, 1, 0]
    let magnitude = [[Float]](repeating: row, count: 3).flatMap { $0 }
    let vertical = [Float](repeating: 0, count: 21)
    var marks = [Float](repeating: -1, count: 5)
    magnitude.withUnsafeBufferPointer { magnitude in
      vertical.withUnsafeBufferPointer { vertical in
        guard let magnitude = magnitude.baseAddress, let vertical = vertical.baseAddress else {
          return
        }
        EdgeThinningKernel.mark(
          magnitude + 8, horizontal: magnitude + 8, vertical: vertical + 8, stride: 7, count: 5,
          floor: 2, to: &marks)
      }
    }
    #expect(marks == [0, 0, 1, 0, 0])
  }
}
