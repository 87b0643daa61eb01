extension TileStatistics {
  /// The mean luma, 0 to 255; nil without pixels.
  package var lumaMean: Double? {
    count > 0 ? Double(lumaSum) / Double(count) : nil
  }

  /// The variance of luma over the pixels; nil without pixels.
  package var lumaVariance: Double? {
    Self.variance(sum: lumaSum, squareSum: lumaSquareSum, count: count)
  }

  /// The share of pixels clipped at the dark end, 0 to 1; nil without pixels.
  package var darkClippedShare: Double? {
    count > 0 ? Double(darkClippedCount) / Double(count) : nil
  }

  /// The share of pixels clipped at the bright end, 0 to 1; nil without pixels.
  package var brightClippedShare: Double? {
    count > 0 ? Double(brightClippedCount) / Double(count) : nil
  }

  /// The mean of `Cb - 128`; nil without chroma.
  package var chromaBlueMean: Double? {
    chromaCount > 0 ? Double(chromaBlueSum) / Double(chromaCount) : nil
  }

  /// The mean of `Cr - 128`; nil without chroma.
  package var chromaRedMean: Double? {
    chromaCount > 0 ? Double(chromaRedSum) / Double(chromaCount) : nil
  }

  /// The variance of Cb; nil without chroma.
  package var chromaBlueVariance: Double? {
    Self.variance(sum: chromaBlueSum, squareSum: chromaBlueSquareSum, count: chromaCount)
  }

  /// The variance of Cr; nil without chroma.
  package var chromaRedVariance: Double? {
    Self.variance(sum: chromaRedSum, squareSum: chromaRedSquareSum, count: chromaCount)
  }

  /// The mean gradient products; nil where no derivative was taken.
  package var structureTensor: StructureTensor? {
    guard derivativeCount > 0 else { return nil }
    let count = Double(derivativeCount)
    return StructureTensor(
      xx: Double(gradientXX) / count, yy: Double(gradientYY) / count,
      xy: Double(gradientXY) / count)
  }

  /// The mean of the squared five-point Laplacian; nil where no derivative was taken.
  package var laplacianEnergy: Double? {
    guard derivativeCount > 0 else { return nil }
    return Double(laplacianXX + laplacianYY + 2 * laplacianXY) / Double(derivativeCount)
  }

  /// The standard deviation of luma noise in luma steps, `sqrt(pi / 2) / 6` times the mean of
  /// `abs(n)`; nil where no derivative was taken.
  ///
  /// Source: Immerkaer, Fast Noise Variance Estimation, CVIU 64, 1996. Texture and edges raise it,
  /// so it bounds the noise of a region from above unless the region is flat.
  package var noiseDeviation: Double? {
    guard derivativeCount > 0 else { return nil }
    // The nine weights of n have squares that sum to 36; abs of a normal variable has the mean
    // sqrt(2 / pi) of its deviation.
    return (Double.pi / 2).squareRoot() / 6 * Double(noiseSum) / Double(derivativeCount)
  }

  /// The exact numerator is a whole number, so that flat regions come out as 0 and never below.
  private static func variance(sum: Int, squareSum: Int, count: Int) -> Double? {
    guard count > 0 else { return nil }
    let (squares, overflow) = squareSum.multipliedReportingOverflow(by: count)
    let (squaredSum, sumOverflow) = sum.multipliedReportingOverflow(by: sum)
    let size = Double(count)
    guard !overflow, !sumOverflow else {
      let mean = Double(sum) / size
      return max(0, Double(squareSum) / size - mean * mean)
    }
    return Double(squares - squaredSum) / (size * size)
  }
}
