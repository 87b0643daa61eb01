/// Conversions of interleaved samples to full-range BT.601 planes (JFIF 1.02, section 7).
///
/// Fixed point with 16 fractional bits, rounded to nearest. Chroma is taken from the mean of 2 by
/// 2 pixels; where a picture ends in the middle of such a block, its last column or row counts
/// twice.
package enum ColorConversion {
  /// Where two rows of luma and the row of chroma that they share go.
  package struct RowPair {
    let upperLuma: UnsafeMutablePointer<UInt8>
    let lowerLuma: UnsafeMutablePointer<UInt8>
    let blue: UnsafeMutablePointer<UInt8>
    let red: UnsafeMutablePointer<UInt8>

    /// Makes a target of two luma rows of `width` and two chroma rows of half of it, rounded up.
    package init(
      upperLuma: UnsafeMutablePointer<UInt8>, lowerLuma: UnsafeMutablePointer<UInt8>,
      blue: UnsafeMutablePointer<UInt8>, red: UnsafeMutablePointer<UInt8>
    ) {
      self.upperLuma = upperLuma
      self.lowerLuma = lowerLuma
      self.blue = blue
      self.red = red
    }
  }

  /// Converts two rows of RGB; `lower` may be `upper`.
  package static func convertRGB(
    upper: UnsafePointer<UInt8>, lower: UnsafePointer<UInt8>, width: Int, into target: RowPair
  ) {
    convertLuma(upper, width: width, into: target.upperLuma)
    if lower != upper {
      convertLuma(lower, width: width, into: target.lowerLuma)
    }
    let pairs = width / 2
    for pair in 0..<pairs {
      let above = upper + 6 * pair
      let below = lower + 6 * pair
      let red = Int32(above[0]) &+ Int32(above[3]) &+ Int32(below[0]) &+ Int32(below[3])
      let green = Int32(above[1]) &+ Int32(above[4]) &+ Int32(below[1]) &+ Int32(below[4])
      let blue = Int32(above[2]) &+ Int32(above[5]) &+ Int32(below[2]) &+ Int32(below[5])
      target.blue[pair] = blueChroma(red, green, blue)
      target.red[pair] = redChroma(red, green, blue)
    }
    if width % 2 == 1 {
      let above = upper + 6 * pairs
      let below = lower + 6 * pairs
      let red = 2 &* (Int32(above[0]) &+ Int32(below[0]))
      let green = 2 &* (Int32(above[1]) &+ Int32(below[1]))
      let blue = 2 &* (Int32(above[2]) &+ Int32(below[2]))
      target.blue[pairs] = blueChroma(red, green, blue)
      target.red[pairs] = redChroma(red, green, blue)
    }
  }

  /// Separates two rows of interleaved Y, Cb and Cr; `lower` may be `upper`.
  package static func splitYCbCr(
    upper: UnsafePointer<UInt8>, lower: UnsafePointer<UInt8>, width: Int, into target: RowPair
  ) {
    for column in 0..<width {
      target.upperLuma[column] = upper[3 * column]
      target.lowerLuma[column] = lower[3 * column]
    }
    for pair in 0..<(width + 1) / 2 {
      let left = 6 * pair
      let right = 3 * min(2 * pair + 1, width - 1)
      target.blue[pair] = mean(upper[left + 1], upper[right + 1], lower[left + 1], lower[right + 1])
      target.red[pair] = mean(upper[left + 2], upper[right + 2], lower[left + 2], lower[right + 2])
    }
  }

  /// Composites a row of gray and alpha on white; whether every pixel was opaque.
  package static func compositeGrayAlphaRow(
    _ row: UnsafePointer<UInt8>, width: Int, into luma: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    var conjunction: UInt8 = 255
    for column in 0..<width {
      let alpha = row[2 * column + 1]
      conjunction &= alpha
      luma[column] = onWhite(row[2 * column], alpha)
    }
    return conjunction == 255
  }

  /// Composites a row of RGB and alpha on white; whether every pixel was opaque.
  package static func compositeRGBARow(
    _ row: UnsafePointer<UInt8>, width: Int, into rgb: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    var conjunction: UInt8 = 255
    for column in 0..<width {
      let alpha = row[4 * column + 3]
      conjunction &= alpha
      rgb[3 * column] = onWhite(row[4 * column], alpha)
      rgb[3 * column + 1] = onWhite(row[4 * column + 1], alpha)
      rgb[3 * column + 2] = onWhite(row[4 * column + 2], alpha)
    }
    return conjunction == 255
  }

  /// Converts a row of cyan, magenta, yellow and black to RGB as light through both inks, without
  /// a colour profile; `isInverted` where 255 stands for no ink.
  package static func convertCMYKRow(
    _ row: UnsafePointer<UInt8>, isInverted: Bool, width: Int,
    into rgb: UnsafeMutablePointer<UInt8>
  ) {
    let flip: UInt8 = isInverted ? 0 : 255
    for column in 0..<width {
      let black = row[4 * column + 3] ^ flip
      rgb[3 * column] = product(row[4 * column] ^ flip, black)
      rgb[3 * column + 1] = product(row[4 * column + 1] ^ flip, black)
      rgb[3 * column + 2] = product(row[4 * column + 2] ^ flip, black)
    }
  }

  private static func convertLuma(
    _ row: UnsafePointer<UInt8>, width: Int, into luma: UnsafeMutablePointer<UInt8>
  ) {
    for column in 0..<width {
      let red = UInt32(row[3 &* column])
      let green = UInt32(row[3 &* column &+ 1])
      let blue = UInt32(row[3 &* column &+ 2])
      let sum = 19_595 &* red &+ 38_470 &* green &+ 7_471 &* blue &+ 32_768
      luma[column] = UInt8(truncatingIfNeeded: sum >> 16)
    }
  }

  // The three take sums over four pixels, hence 18 fractional bits. Just under one half is added
  // so that 255.5 does not round to 256.
  @inline(__always)
  private static func blueChroma(_ red: Int32, _ green: Int32, _ blue: Int32) -> UInt8 {
    let sum = 32_768 &* blue &- 11_059 &* red &- 21_709 &* green
    return UInt8(truncatingIfNeeded: (sum &+ (128 << 18) &+ 131_071) >> 18)
  }

  @inline(__always)
  private static func redChroma(_ red: Int32, _ green: Int32, _ blue: Int32) -> UInt8 {
    let sum = 32_768 &* red &- 27_439 &* green &- 5_329 &* blue
    return UInt8(truncatingIfNeeded: (sum &+ (128 << 18) &+ 131_071) >> 18)
  }

  @inline(__always)
  private static func mean(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8)
    -> UInt8
  {
    let sum = UInt16(first) &+ UInt16(second) &+ UInt16(third) &+ UInt16(fourth)
    return UInt8(truncatingIfNeeded: (sum &+ 2) >> 2)
  }

  @inline(__always)
  private static func onWhite(_ sample: UInt8, _ alpha: UInt8) -> UInt8 {
    let sum = UInt32(sample) &* UInt32(alpha) &+ 255 &* (255 &- UInt32(alpha))
    return UInt8(truncatingIfNeeded: (sum &+ 127) / 255)
  }

  @inline(__always)
  private static func product(_ first: UInt8, _ second: UInt8) -> UInt8 {
    UInt8(truncatingIfNeeded: (UInt32(first) &* UInt32(second) &+ 127) / 255)
  }
}
