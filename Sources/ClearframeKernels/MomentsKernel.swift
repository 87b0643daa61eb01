/// Moments of a block of byte samples.
package enum MomentsKernel {
  /// The sum and the sum of squares of a block of at most 128 by 128 samples.
  package static func moments(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int
  ) -> SampleMoments {
    momentsReference(base, stride: stride, columns: columns, rows: rows)
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
