#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where things lie, by the sums that means and variances follow from.
struct PlaceMoments: Sendable, Hashable {
  private(set) var count = 0.0
  private var x = 0.0
  private var y = 0.0
  private var xx = 0.0
  private var xy = 0.0
  private var yy = 0.0

  /// Adds one place.
  mutating func add(x: Double, y: Double) {
    count += 1
    self.x += x
    self.y += y
    xx += x * x
    xy += x * y
    yy += y * y
  }

  /// How far the places reach along a slope: their mean product with it and so many standard
  /// deviations of it more; 0 without places.
  func reach(slopeX: Double, slopeY: Double, deviations: Double) -> Double {
    guard count > 0 else { return 0 }
    let mean = (slopeX * x + slopeY * y) / count
    let square =
      (slopeX * slopeX * xx + 2 * slopeX * slopeY * xy + slopeY * slopeY * yy) / count
    return mean + deviations * max(0, square - mean * mean).squareRoot()
  }
}
