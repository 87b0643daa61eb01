extension WorkingImage {
  /// The mean luma, Cb and Cr of the nine working pixels around a point, chroma around 0; nil at
  /// the border and beyond it.
  package func meanColor(at point: SIMD2<Float>) -> SIMD3<Float>? {
    guard point.x >= 1, point.y >= 1, point.x < Float(width - 1), point.y < Float(height - 1)
    else { return nil }
    return meanColor(at: point, gap: 1)
  }

  /// The mean luma, Cb and Cr of nine working pixels around a point in the picture, `gap` apart,
  /// chroma around 0; those beyond its borders are the ones at them.
  package func meanColor(at point: SIMD2<Float>, gap: Int) -> SIMD3<Float> {
    var sum = SIMD3<Int>()
    PixelNeighbours.forEachIndex(
      column: Int(point.x), row: Int(point.y), gap: gap, width: width, height: height
    ) { index in
      sum &+= color(ofIndex: index)
    }
    return SIMD3<Float>(sum) / 9
  }

  /// The luma, Cb and Cr of the working pixel at a point in the picture, chroma around 0.
  func color(at point: SIMD2<Float>) -> SIMD3<Float> {
    SIMD3<Float>(color(ofIndex: Int(point.y) * width + Int(point.x)))
  }

  @inline(__always)
  private func color(ofIndex index: Int) -> SIMD3<Int> {
    guard hasChroma else { return SIMD3(Int(luma[index]), 0, 0) }
    return SIMD3(Int(luma[index]), Int(chromaBlue[index]) - 128, Int(chromaRed[index]) - 128)
  }
}
