#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the slope of an edge tells how blurred it is.
///
/// A step of height `A` seen through a Gaussian point spread of deviation `s` is
/// `A * Phi(x / s)`. Its central difference `I(x + 1) - I(x - 1)` is greatest in the middle, where
/// it is `A * erf(1 / (s * sqrt 2))`. The share of the contrast that falls on the two steps around
/// the middle therefore gives `s` whatever the contrast is, and since both are measured on one
/// edge, neither the size of the picture nor the amount of print enters. The flank of a line that
/// is thin against `s` is `exp(-1 / 2) * sqrt(2 * pi) = 1.5` times as steep as a step of the same
/// contrast: fine print is taken for at most 1.5 times as sharp as it is, never for more blurred.
package enum EdgeModel {
  /// The greatest deviation that is told apart, in samples.
  package static let maximumDeviation = 14.0

  /// The share of an edge's contrast between the samples before and after its middle, 0 to 1.
  package static func share(deviation: Double) -> Double {
    deviation > 0 ? erf(1 / (deviation * 2.0.squareRoot())) : 1
  }

  /// The deviation in samples for a share, `0...maximumDeviation`; the inverse of
  /// `share(deviation:)`.
  package static func deviation(share: Double) -> Double {
    let position = min(max(share, 0), 1) * Double(steps)
    let index = min(Int(position), steps - 1)
    let part = position - Double(index)
    return table[index] + part * (table[index + 1] - table[index])
  }

  /// The intervals of `table`; at 1,024 the interpolation is good to 1 % up to six samples.
  static let steps = 1024

  /// The deviation for each share `index / steps`.
  static let table: [Double] = (0...steps).map { index in
    let wanted = Double(index) / Double(steps)
    var low = 0.0
    var high = maximumDeviation
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if share(deviation: middle) > wanted { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
