#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Amounts of light behind coded values.
enum LinearLight {
  /// The share of white's light behind a luma of 0 to 255, by sRGB's decoding (IEC 61966-2-1);
  /// cameras add contrast of their own, so ratios are good to about a fifth.
  static func share(ofLuma luma: Double) -> Double {
    let code = min(max(luma / 255, 0), 1)
    return code <= 0.04045 ? code / 12.92 : pow((code + 0.055) / 1.055, 2.4)
  }
}
