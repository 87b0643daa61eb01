/// Second differences of second differences of luma, which leave noise and take nearly all of the
/// picture away (Immerkaer, Fast Noise Variance Estimation, CVIU 64(2), 1996).
package enum NoiseKernel {
  /// The side of a block.
  package static let side = 16

  /// The sum of the differences' absolute values over every `rowStep`-th row of a block, which
  /// starts at `base` and has a sample around it on every side.
  package static func sum(_ base: UnsafePointer<UInt8>, stride: Int, rowStep: Int) -> Int {
    var total = SIMD4<Int32>(repeating: 0)
    var row = 0
    while row < side {
      let here = base + row &* stride
      let above = here - stride
      let below = here + stride
      let low = differences(above, here, below, lowSamples)
      let high = differences(above, here, below, highSamples)
      // At most 16 times a level each, so that both fit in 16 bits.
      total = total &+ pairwiseProducts(low &+ high, SIMD8(repeating: 1))
      row &+= rowStep
    }
    return laneSum(total)
  }

  @inline(__always)
  private static func differences(
    _ above: UnsafePointer<UInt8>, _ here: UnsafePointer<UInt8>, _ below: UnsafePointer<UInt8>,
    _ half: (SIMD16<UInt8>) -> SIMD8<Int16>
  ) -> SIMD8<Int16> {
    func second(_ line: UnsafePointer<UInt8>) -> SIMD8<Int16> {
      let middle = half(load(line))
      return half(load(line - 1)) &+ half(load(line + 1)) &- (middle &+ middle)
    }
    let middle = second(here)
    let mixed = second(above) &+ second(below) &- (middle &+ middle)
    return greater(mixed, SIMD8(repeating: 0) &- mixed)
  }

  /// The plain form of `sum(_:stride:rowStep:)`.
  package static func sumReference(
    _ base: UnsafePointer<UInt8>, stride: Int, rowStep: Int
  ) -> Int {
    var total = 0
    for row in Swift.stride(from: 0, to: side, by: rowStep) {
      for column in 0..<side {
        func second(_ row: Int) -> Int {
          let sample = base + row * stride + column
          return Int(sample[-1]) + Int(sample[1]) - 2 * Int(sample[0])
        }
        total += abs(second(row - 1) + second(row + 1) - 2 * second(row))
      }
    }
    return total
  }
}
