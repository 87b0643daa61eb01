extension ReducedImage {
  /// The mean luma, Cb and Cr of nine pixels, `gap` apart, around one in the picture, chroma around 0;
  /// those beyond its borders are the ones at them.
  func meanColor(column: Int, row: Int, gap: Int) -> SIMD3<Float> {
    var sum = SIMD3<Float>.zero
    for line in -1...1 {
      let start = min(max(row + line * gap, 0), height - 1) * width
      for place in -1...1 {
        let index = start + min(max(column + place * gap, 0), width - 1)
        sum.x += luma[index]
        if hasChroma {
          sum.y += chromaBlue[index] - 128
          sum.z += chromaRed[index] - 128
        }
      }
    }
    return sum / 9
  }
}
