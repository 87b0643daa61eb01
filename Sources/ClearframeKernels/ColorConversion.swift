/// Conversions of interleaved samples to full-range BT.601 planes (JFIF 1.02, section 7).
///
/// Fixed point, rounded to nearest: luma with 16 fractional bits, chroma within 0.52 of the exact
/// value. Chroma is taken from the mean of 2 by 2 pixels; where a picture ends in the middle of
/// such a block, its last column or row counts twice.
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
    let whole = width & ~15
    for column in stride(from: 0, to: whole, by: 16) {
      let above = RGBVector(upper + 3 * column)
      let below = RGBVector(lower + 3 * column)
      UnsafeMutableRawPointer(target.upperLuma + column).storeBytes(
        of: above.luma, as: SIMD8<UInt16>.self)
      UnsafeMutableRawPointer(target.lowerLuma + column).storeBytes(
        of: below.luma, as: SIMD8<UInt16>.self)
      let chroma = above.chroma(with: below)
      UnsafeMutableRawPointer(target.blue + column / 2).storeBytes(
        of: chroma.blue, as: SIMD8<UInt8>.self)
      UnsafeMutableRawPointer(target.red + column / 2).storeBytes(
        of: chroma.red, as: SIMD8<UInt8>.self)
    }
    let rest = RowPair(
      upperLuma: target.upperLuma + whole, lowerLuma: target.lowerLuma + whole,
      blue: target.blue + whole / 2, red: target.red + whole / 2)
    convertRGBReference(
      upper: upper + 3 * whole, lower: lower + 3 * whole, width: width - whole, into: rest)
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

  // Chroma from sums over four pixels in 16 bits, with 8 fractional ones. As the coefficients of
  // each chroma sum to zero, they apply to differences; in 64ths they are 10.799 and 21.201 for Cb,
  // 26.796 and 5.204 for Cr. The whole numbers beside them leave about 0.203 of the third
  // difference, 13/64. 127 rather than 128 rounds, so that the largest sum still fits.
  @inline(__always)
  static func blueChroma(_ red: Int16, _ green: Int16, _ blue: Int16) -> UInt8 {
    let sum = 11 &* (blue &- red) &+ 21 &* (blue &- green) &+ (13 &* (red &- green)) >> 6
    return UInt8(truncatingIfNeeded: (sum &+ 127) >> 8 &+ 128)
  }

  @inline(__always)
  static func redChroma(_ red: Int16, _ green: Int16, _ blue: Int16) -> UInt8 {
    let sum = 27 &* (red &- green) &+ 5 &* (red &- blue) &+ (13 &* (green &- blue)) >> 6
    return UInt8(truncatingIfNeeded: (sum &+ 127) >> 8 &+ 128)
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
