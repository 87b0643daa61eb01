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
      sum.x += Int(luma[index])
      if hasChroma {
        sum.y += Int(chromaBlue[index]) - 128
        sum.z += Int(chromaRed[index]) - 128
      }
    }
    return SIMD3<Float>(sum) / 9
  }
}
