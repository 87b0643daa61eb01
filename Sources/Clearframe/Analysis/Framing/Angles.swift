#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Angles in degrees.
enum Angles {
  /// The angle with a cosine, 0 to 180 degrees; the cosine is cut to -1...1.
  static func degrees(arcCosine cosine: Double) -> Double {
    acos(min(max(cosine, -1), 1)) * 180 / Double.pi
  }
}
