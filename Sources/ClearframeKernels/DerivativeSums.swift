/// Sums of derivative products over a block of pixels.
///
/// `gx = I(x+1) - I(x-1)`, `wx = I(x+2) - I(x-2)`, `lx = I(x-1) - 2 I(x) + I(x+1)`, the same
/// downwards for `gy`, `wy`, `ly`, and `n = lx(y-1) - 2 lx(y) + lx(y+1)`.
package struct DerivativeSums: Sendable, Hashable {
  /// The sum of `gx * gx`.
  package var gradientXX: Int = 0
  /// The sum of `gy * gy`.
  package var gradientYY: Int = 0
  /// The sum of `gx * gy`.
  package var gradientXY: Int = 0
  /// The sum of `wx * wx`.
  package var wideGradientXX: Int = 0
  /// The sum of `wy * wy`.
  package var wideGradientYY: Int = 0
  /// The sum of `lx * lx`.
  package var laplacianXX: Int = 0
  /// The sum of `ly * ly`.
  package var laplacianYY: Int = 0
  /// The sum of `lx * ly`.
  package var laplacianXY: Int = 0
  /// The sum of `abs(n)`.
  package var noiseSum: Int = 0
  /// The largest `abs(gx)` or `abs(gy)`.
  package var gradientMaximum: Int = 0

  package init() {}
}
