/// Sixteen RGB pixels, one vector per channel, as eight 16-bit lanes of two neighbours each: the
/// left pixel in the low byte, the right one in the high byte.
///
/// Keeping the pairs together makes widening a mask and a shift, and their sum the horizontal half
/// of the 2 by 2 mean.
struct RGBVector {
  private let red: SIMD8<UInt16>
  private let green: SIMD8<UInt16>
  private let blue: SIMD8<UInt16>

  /// Loads 48 bytes of interleaved RGB.
  @inline(__always)
  init(_ pixels: UnsafePointer<UInt8>) {
    let raw = UnsafeRawPointer(pixels)
    var first = raw.loadUnaligned(as: SIMD16<UInt8>.self)
    var second = raw.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
    var third = raw.loadUnaligned(fromByteOffset: 32, as: SIMD16<UInt8>.self)
    // Four perfect shuffles of the 48 bytes bring byte 3 i + c to place 16 c + i.
    for _ in 0..<4 {
      let shuffled = (
        RGBVector.zip(first.lowHalf, second.highHalf), RGBVector.zip(first.highHalf, third.lowHalf),
        RGBVector.zip(second.lowHalf, third.highHalf)
      )
      (first, second, third) = shuffled
    }
    red = unsafeBitCast(first, to: SIMD8<UInt16>.self)
    green = unsafeBitCast(second, to: SIMD8<UInt16>.self)
    blue = unsafeBitCast(third, to: SIMD8<UInt16>.self)
  }

  /// The luma of the pixels, in the same lanes.
  @inline(__always)
  var luma: SIMD8<UInt16> {
    let low = SIMD8<UInt16>(repeating: 255)
    let left = RGBVector.luma(red & low, green & low, blue & low)
    let right = RGBVector.luma(red &>> 8, green &>> 8, blue &>> 8)
    return left | (right &<< 8)
  }

  /// The chroma of eight blocks of 2 by 2 pixels, of which `other` is the second row.
  @inline(__always)
  func chroma(with other: RGBVector) -> (blue: SIMD8<UInt8>, red: SIMD8<UInt8>) {
    let red = RGBVector.sum(red, other.red)
    let green = RGBVector.sum(green, other.green)
    let blue = RGBVector.sum(blue, other.blue)
    let blueRed = blue &- red
    let blueGreen = blue &- green
    let redGreen = red &- green
    let greenBlue = green &- blue
    let half = SIMD8<Int16>(repeating: 127)
    let center = SIMD8<Int16>(repeating: 128)
    let sumBlue = 11 &* blueRed &+ 21 &* blueGreen &+ (13 &* redGreen) &>> 6
    let sumRed = 27 &* redGreen &- 5 &* blueRed &+ (13 &* greenBlue) &>> 6
    return (
      RGBVector.narrow((sumBlue &+ half) &>> 8 &+ center),
      RGBVector.narrow((sumRed &+ half) &>> 8 &+ center)
    )
  }

  // 19,595, 38,470 and 7,471 split into bytes: the products of the high bytes stand for 256 times
  // their value, so that all sums fit into 16 bits and the result is exact.
  @inline(__always)
  private static func luma(
    _ red: SIMD8<UInt16>, _ green: SIMD8<UInt16>, _ blue: SIMD8<UInt16>
  ) -> SIMD8<UInt16> {
    let high = 76 &* red &+ 150 &* green &+ 29 &* blue
    let low = 139 &* red &+ 70 &* green &+ 47 &* blue
    return (high &+ 128 &+ (low &>> 8)) &>> 8
  }

  @inline(__always)
  private static func sum(_ upper: SIMD8<UInt16>, _ lower: SIMD8<UInt16>) -> SIMD8<Int16> {
    let low = SIMD8<UInt16>(repeating: 255)
    let sum = (upper & low) &+ (upper &>> 8) &+ (lower & low) &+ (lower &>> 8)
    return unsafeBitCast(sum, to: SIMD8<Int16>.self)
  }

  @inline(__always)
  private static func narrow(_ lanes: SIMD8<Int16>) -> SIMD8<UInt8> {
    unsafeBitCast(lanes, to: SIMD16<UInt8>.self).evenHalf
  }

  @inline(__always)
  private static func zip(_ even: SIMD8<UInt8>, _ odd: SIMD8<UInt8>) -> SIMD16<UInt8> {
    var zipped = SIMD16<UInt8>()
    zipped.evenHalf = even
    zipped.oddHalf = odd
    return zipped
  }
}
