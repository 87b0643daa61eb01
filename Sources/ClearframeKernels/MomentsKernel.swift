/// Moments of a block of byte samples.
package enum MomentsKernel {
  /// The sum and the sum of squares of a block of at most 128 by 128 samples.
  package static func moments(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int
  ) -> SampleMoments {
    precondition(columns <= 128 && rows <= 128)
    let ones = SIMD8<Int16>(repeating: 1)
    var sum = SIMD4<Int32>()
    var squareSum = SIMD4<Int32>()
    var moments = SampleMoments()
    var row = 0
    while row < rows {
      let samples = base + row &* stride
      // 16 steps of at most 255 fit 16 bits.
      var rowSum = SIMD8<Int16>()
      var column = 0
      while column &+ 8 <= columns {
        let bytes = UnsafeRawPointer(samples + column).loadUnaligned(as: SIMD8<UInt8>.self)
        let lanes = SIMD8<Int16>(truncatingIfNeeded: bytes)
        rowSum &+= lanes
        squareSum &+= pairwiseProducts(lanes, lanes)
        column &+= 8
      }
      sum &+= pairwiseProducts(rowSum, ones)
      while column < columns {
        let sample = Int(samples[column])
        moments.sum &+= sample
        moments.squareSum &+= sample &* sample
        column &+= 1
      }
      row &+= 1
    }
    moments.sum &+= laneSum(sum)
    moments.squareSum &+= laneSum(squareSum)
    return moments
  }

  /// The plain form of `moments(_:stride:columns:rows:)`.
  package static func momentsReference(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int
  ) -> SampleMoments {
    var moments = SampleMoments()
    for y in 0..<rows {
      for x in 0..<columns {
        let sample = Int(base[y * stride + x])
        moments.sum += sample
        moments.squareSum += sample * sample
      }
    }
    return moments
  }
}
