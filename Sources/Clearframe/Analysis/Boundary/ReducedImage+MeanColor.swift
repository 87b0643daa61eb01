extension ReducedImage {
  /// The mean luma, Cb and Cr of nine pixels, `gap` apart, around one in the picture, chroma around 0;
  /// those beyond its borders are the ones at them.
  func meanColor(column: Int, row: Int, gap: Int) -> SIMD3<Float> {
    var sum = SIMD3<Float>.zero
    PixelNeighbours.forEachIndex(
      column: column, row: row, gap: gap, width: width, height: height
    ) { index in
      sum.x += luma[index]
      if hasChroma {
        sum.y += chromaBlue[index] - 128
        sum.z += chromaRed[index] - 128
      }
    }
    return sum / 9
  }
}
