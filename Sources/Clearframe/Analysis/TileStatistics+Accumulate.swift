import ClearframeKernels

extension TileStatistics {
  /// Adds another tile's sums, as if both were one tile.
  package static func += (left: inout Self, right: Self) {
    left.count += right.count
    left.lumaSum += right.lumaSum
    left.lumaSquareSum += right.lumaSquareSum
    left.darkClippedCount += right.darkClippedCount
    left.brightClippedCount += right.brightClippedCount
    left.derivativeCount += right.derivativeCount
    left.gradientXX += right.gradientXX
    left.gradientYY += right.gradientYY
    left.gradientXY += right.gradientXY
    left.wideGradientXX += right.wideGradientXX
    left.wideGradientYY += right.wideGradientYY
    left.laplacianXX += right.laplacianXX
    left.laplacianYY += right.laplacianYY
    left.laplacianXY += right.laplacianXY
    left.noiseSum += right.noiseSum
    left.gradientMaximum = max(left.gradientMaximum, right.gradientMaximum)
    left.chromaCount += right.chromaCount
    left.chromaBlueSum += right.chromaBlueSum
    left.chromaRedSum += right.chromaRedSum
    left.chromaBlueSquareSum += right.chromaBlueSquareSum
    left.chromaRedSquareSum += right.chromaRedSquareSum
  }

  /// Adds the point statistics of a block's luma.
  mutating func add(_ luma: LumaSummary) {
    count += luma.count
    lumaSum += luma.sum
    lumaSquareSum += luma.squareSum
    darkClippedCount += luma.darkCount
    brightClippedCount += luma.brightCount
  }

  /// Adds the derivative sums of `count` pixels.
  mutating func add(_ sums: DerivativeSums, count: Int) {
    derivativeCount += count
    gradientXX += sums.gradientXX
    gradientYY += sums.gradientYY
    gradientXY += sums.gradientXY
    wideGradientXX += sums.wideGradientXX
    wideGradientYY += sums.wideGradientYY
    laplacianXX += sums.laplacianXX
    laplacianYY += sums.laplacianYY
    laplacianXY += sums.laplacianXY
    noiseSum += sums.noiseSum
    gradientMaximum = max(gradientMaximum, sums.gradientMaximum)
  }

  /// Adds the moments of `count` chroma samples, given about 0 and kept about 128.
  mutating func add(blue: SampleMoments, red: SampleMoments, count: Int) {
    chromaCount += count
    chromaBlueSum += blue.sum - 128 * count
    chromaRedSum += red.sum - 128 * count
    chromaBlueSquareSum += blue.squareSum - 256 * blue.sum + 128 * 128 * count
    chromaRedSquareSum += red.squareSum - 256 * red.sum + 128 * 128 * count
  }
}
