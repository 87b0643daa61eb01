/// Sums over full-resolution pixels of one tile; sums of tiles add up to sums of regions.
///
/// Every second row is sampled, the even ones of the picture: rows of luma for all luma sums, rows
/// of the chroma planes for theirs. Each sum has its count, so that means and shares are those of
/// the tile; only `gradientMaximum` is taken over all rows.
///
/// Derivatives are central differences on luma: `gx = I(x+1) - I(x-1)`, `gy` likewise,
/// `lx = I(x-1) - 2 I(x) + I(x+1)`, `ly` likewise, `wx = I(x+2) - I(x-2)`, `wy` likewise, and
/// `n = lx(y-1) - 2 lx(y) + lx(y+1)`, the mixed second difference of Immerkaer's noise estimate
/// (Fast Noise Variance Estimation, CVIU 64, 1996). They are taken where all their neighbours lie
/// inside the picture (two pixels from its edge) and counted in `derivativeCount`.
package struct TileStatistics: Sendable, Hashable {
  /// The number of sampled pixels, about half of the tile's.
  package var count: Int = 0
  /// The sum of luma.
  package var lumaSum: Int = 0
  /// The sum of squared luma.
  package var lumaSquareSum: Int = 0
  /// Pixels with luma at most 5.
  package var darkClippedCount: Int = 0
  /// Pixels with luma at least 250.
  package var brightClippedCount: Int = 0
  /// The number of sampled pixels whose derivatives are counted.
  package var derivativeCount: Int = 0
  /// The sum of `gx * gx`.
  package var gradientXX: Int = 0
  /// The sum of `gy * gy`.
  package var gradientYY: Int = 0
  /// The sum of `gx * gy`; with the two above, the structure tensor.
  package var gradientXY: Int = 0
  /// The sum of `wx * wx`.
  package var wideGradientXX: Int = 0
  /// The sum of `wy * wy`.
  package var wideGradientYY: Int = 0
  /// The sum of `lx * lx`.
  package var laplacianXX: Int = 0
  /// The sum of `ly * ly`.
  package var laplacianYY: Int = 0
  /// The sum of `lx * ly`; `laplacianXX + laplacianYY + 2 * laplacianXY` is the energy of the
  /// five-point Laplacian.
  package var laplacianXY: Int = 0
  /// The sum of `abs(n)`.
  package var noiseSum: Int = 0
  /// The largest `abs(gx)` or `abs(gy)` of all rows.
  package var gradientMaximum: Int = 0
  /// The number of sampled chroma values, at the chroma planes' own resolution; 0 for a gray picture.
  package var chromaCount: Int = 0
  /// The sum of `Cb - 128`.
  package var chromaBlueSum: Int = 0
  /// The sum of `Cr - 128`.
  package var chromaRedSum: Int = 0
  /// The sum of squared `Cb - 128`.
  package var chromaBlueSquareSum: Int = 0
  /// The sum of squared `Cr - 128`.
  package var chromaRedSquareSum: Int = 0

  package init() {}
}
