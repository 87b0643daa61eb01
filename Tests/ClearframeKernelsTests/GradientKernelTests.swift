import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct GradientKernelTests {
  /// What a kernel leaves behind after two planes, one after the other.
  private func gradients(
    of planes: [[Float]], stride: Int, count: Int,
    by kernel: (
      UnsafePointer<Float>, Float, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>,
      UnsafeMutablePointer<Float>
    ) -> Void
  ) -> [[Float]] {
    var horizontal = [Float](repeating: 0, count: count)
    var vertical = horizontal
    var energy = horizontal
    for (index, plane) in planes.enumerated() {
      plane.withUnsafeBufferPointer { plane in
        horizontal.withUnsafeMutableBufferPointer { horizontal in
          vertical.withUnsafeMutableBufferPointer { vertical in
            energy.withUnsafeMutableBufferPointer { energy in
              guard let base = plane.baseAddress, let horizontal = horizontal.baseAddress,
                let vertical = vertical.baseAddress, let energy = energy.baseAddress
              else { return }
              kernel(base + stride + 1, index == 0 ? 1 : 1.4, horizontal, vertical, energy)
            }
          }
        }
      }
    }
    return [horizontal, vertical, energy]
  }

  @Test func equalsReferenceOnEveryWidth() {
    for count in 1...67 {
      let seed = UInt64(count)
      var random = SeededGenerator(seed: seed)
      let stride = count + 2 + count % 5
      let planes = (0..<2).map { _ in
        (0..<3 * stride).map { _ in Float.random(in: 0...255, using: &random) }
      }
      let fast = gradients(of: planes, stride: stride, count: count) {
        GradientKernel.keepLargest(
          of: $0, stride: stride, count: count, weight: $1, horizontal: $2, vertical: $3,
          energy: $4)
      }
      let plain = gradients(of: planes, stride: stride, count: count) {
        GradientKernel.keepLargestReference(
          of: $0, stride: stride, count: count, weight: $1, horizontal: $2, vertical: $3,
          energy: $4)
      }
      #expect(fast == plain, "\(count) samples, seed \(seed)")
    }
  }

  @Test func aRampHasItsSlope() {
    let plane = (0..<3 * 12).map { (index: Int) -> Float in
      let column = Float(index % 12)
      let row = Float(index / 12)
      return 2 * column + 3 * row
    }
    let result = gradients(of: [plane], stride: 12, count: 10) {
      GradientKernel.keepLargest(
        of: $0, stride: 12, count: 10, weight: $1, horizontal: $2, vertical: $3, energy: $4)
    }
    #expect(result[0].allSatisfy { abs($0 - 2) < 1e-5 })
    #expect(result[1].allSatisfy { abs($0 - 3) < 1e-5 })
    #expect(result[2].allSatisfy { abs($0 - 13) < 1e-4 })
  }
}
