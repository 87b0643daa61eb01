extension ColorConversion {
  /// What `convertRGB` computes, pixel by pixel.
  package static func convertRGBReference(
    upper: UnsafePointer<UInt8>, lower: UnsafePointer<UInt8>, width: Int, into target: RowPair
  ) {
    for column in 0..<width {
      target.upperLuma[column] = luma(upper + 3 * column)
      target.lowerLuma[column] = luma(lower + 3 * column)
    }
    for pair in 0..<(width + 1) / 2 {
      let left = 6 * pair
      let right = 3 * min(2 * pair + 1, width - 1)
      var sums: (Int16, Int16, Int16) = (0, 0, 0)
      for pixel in [upper + left, upper + right, lower + left, lower + right] {
        sums.0 += Int16(pixel[0])
        sums.1 += Int16(pixel[1])
        sums.2 += Int16(pixel[2])
      }
      target.blue[pair] = blueChroma(sums.0, sums.1, sums.2)
      target.red[pair] = redChroma(sums.0, sums.1, sums.2)
    }
  }

  private static func luma(_ pixel: UnsafePointer<UInt8>) -> UInt8 {
    let sum = 19_595 * UInt32(pixel[0]) + 38_470 * UInt32(pixel[1]) + 7_471 * UInt32(pixel[2])
    return UInt8((sum + 32_768) >> 16)
  }
}
