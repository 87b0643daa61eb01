#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The mean products of the luma gradient over a region.
///
/// Source: Bigun and Granlund, Optimal Orientation Detection of Linear Symmetry, ICCV 1987.
package struct StructureTensor: Sendable, Hashable {
  /// The mean of `gx * gx`.
  package let xx: Double
  /// The mean of `gy * gy`.
  package let yy: Double
  /// The mean of `gx * gy`.
  package let xy: Double

  package init(xx: Double, yy: Double, xy: Double) {
    self.xx = xx
    self.yy = yy
    self.xy = xy
  }

  /// The gradient energy: the mean of `gx * gx + gy * gy`.
  package var energy: Double { xx + yy }

  /// The direction in which luma changes most, in radians from the x axis towards the y axis
  /// (clockwise as a picture is shown), over -pi/2 to pi/2; lines run across it.
  package var dominantOrientation: Double {
    atan2(2 * xy, xx - yy) / 2
  }

  /// How much one direction prevails: 0 where all are alike, 1 where all gradients are parallel;
  /// 0 where there is no gradient.
  package var coherence: Double {
    guard energy > 0 else { return 0 }
    let difference = xx - yy
    return (difference * difference + 4 * xy * xy).squareRoot() / energy
  }

  /// The mean of the squared gradient along a direction, in radians from the x axis towards y.
  package func energy(along direction: Double) -> Double {
    let x = cos(direction)
    let y = sin(direction)
    return xx * x * x + 2 * xy * x * y + yy * y * y
  }
}
