import Foundation

/// A table from linear light to the camera's code, 0 to 1.
struct ToneCurve {
  private let table: [Float]
  private static let size = 4096
  /// The table reaches beyond saturation; what lies above is white.
  private static let top: Float = 1.4

  init(contrast: Float) {
    table = (0...Self.size).map { index in
      // The square spends more of the table on the darks.
      let root = Float(index) / Float(Self.size)
      let light = root * root * Self.top
      let shoulder = light < 0.75 ? light : 0.75 + 0.25 * tanhf((light - 0.75) / 0.25 * 0.9) / 0.93
      let code = coded(linear: min(1, shoulder))
      let curved = code * code * (3 - 2 * code)
      return code + (curved - code) * contrast
    }
  }

  @inline(__always)
  func code(_ light: Float) -> Float {
    if light <= 0 { return 0 }
    if light >= Self.top { return 1 }
    let place = (light * (1 / Self.top)).squareRoot() * Float(Self.size)
    let index = min(Self.size - 1, Int(place))
    return table[index] + (table[index + 1] - table[index]) * (place - Float(index))
  }
}

