#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns full-range BT.601 Y, Cb and Cr into CIELAB under D65, through tables.
///
/// The steps: `R = Y + 1.402 (Cr - 128)`, `G = Y - 0.344136 (Cb - 128) - 0.714136 (Cr - 128)`,
/// `B = Y + 1.772 (Cb - 128)` (ITU-T T.871); linear light by IEC 61966-2-1; XYZ by the sRGB matrix,
/// each row divided by its white, so that white becomes (1, 1, 1); and CIE 15's
/// `L = 116 f(Y) - 16`, `a = 500 (f(X) - f(Y))`, `b = 200 (f(Y) - f(Z))`, where `f` is the cube root
/// above 216/24389 and a straight line below it.
package struct LabConverter: Sendable {
  /// Linear light of sRGB codes in steps of a quarter, so that means of samples keep their
  /// fraction: index 0 is code 0, index 1020 is code 255.
  private let linear: [Float]
  /// `f` at multiples of 1/4096 from 0 to 1.
  private let root: [Float]

  private static let rootSteps = 4_096

  /// The one converter; building its tables takes about 50 microseconds.
  package static let shared = LabConverter()

  private init() {
    linear = (0...1_020).map { index in
      let code = Double(index) / 1_020
      return Float(code <= 0.04045 ? code / 12.92 : pow((code + 0.055) / 1.055, 2.4))
    }
    root = (0...Self.rootSteps).map { index in
      Float(Self.root(Double(index) / Double(Self.rootSteps)))
    }
  }

  private static func root(_ value: Double) -> Double {
    value > 216.0 / 24_389 ? cbrt(value) : (24_389.0 / 27 * value + 16) / 116
  }

  /// The colour of a sample; `blue` and `red` are Cb and Cr less 128.
  @inline(__always)
  package func color(luma: Float, blue: Float, red: Float) -> LabColor {
    let r = light(luma + 1.402 * red)
    let g = light(luma - 0.344_136 * blue - 0.714_136 * red)
    let b = light(luma + 1.772 * blue)
    // The rows of the sRGB matrix divided by the white point 0.95047, 1, 1.08883.
    let x = rooted(0.433_953 * r + 0.376_219 * g + 0.189_828 * b)
    let y = rooted(0.212_639 * r + 0.715_169 * g + 0.072_192 * b)
    let z = rooted(0.017_758 * r + 0.109_477 * g + 0.872_765 * b)
    return LabColor(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  @inline(__always)
  private func light(_ code: Float) -> Float {
    linear[Int(min(1_020, max(0, code * 4 + 0.5)))]
  }

  @inline(__always)
  private func rooted(_ value: Float) -> Float {
    let place = min(1, max(0, value)) * Float(Self.rootSteps)
    let index = min(Self.rootSteps - 1, Int(place))
    return root[index] + (root[index + 1] - root[index]) * (place - Float(index))
  }

  /// The same colour from the formulas alone; what the tables are tested against.
  package static func reference(luma: Double, blue: Double, red: Double) -> LabColor {
    func light(_ code: Double) -> Double {
      let c = min(1, max(0, code / 255))
      return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    let r = light(luma + 1.402 * red)
    let g = light(luma - 0.344_136 * blue - 0.714_136 * red)
    let b = light(luma + 1.772 * blue)
    let x = root(0.433_953 * r + 0.376_219 * g + 0.189_828 * b)
    let y = root(0.212_639 * r + 0.715_169 * g + 0.072_192 * b)
    let z = root(0.017_758 * r + 0.109_477 * g + 0.872_765 * b)
    return LabColor(
      lightness: Float(116 * y - 16), a: Float(500 * (x - y)), b: Float(200 * (y - z)))
  }
}
