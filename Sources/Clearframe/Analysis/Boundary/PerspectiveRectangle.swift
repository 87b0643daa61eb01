#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the outline of a flat rectangle tells about its shape and the camera's tilt.
///
/// Source: Zhang and He, Whiteboard scanning and image enhancement, Digital Signal Processing 17
/// (2007), section 3.3, for a camera with square pixels whose axis goes through the middle of the
/// frame.
package struct PerspectiveRectangle: Sendable, Hashable {
  /// The width of the rectangle (its first side) over its height.
  package let aspectRatio: Double
  /// The angle between the camera's axis and the rectangle's normal, in degrees, 0 to 90.
  package let tiltDegrees: Double
  /// The focal length used, in pixels.
  package let focalLength: Double
  /// Whether the focal length came from the outline itself; otherwise it was assumed.
  package let isFocalLengthEstimated: Bool
  /// By how much the shape's two directions are off a right angle at least, in degrees, for any of
  /// `possibleFocalShares`: such a camera sees a rectangle from somewhere where this is 0, up to the
  /// outline's error, and from nowhere where it is not.
  package let departureDegrees: Double

  /// The focal length assumed where the outline does not tell it, over the frame's long side: the
  /// main camera of a phone, 26 mm equivalent on a long side of 36 mm.
  package static let usualFocalShare = 0.72
  /// Focal lengths over the long side between which an estimate is believed; a nearly upright view
  /// puts the vanishing points far away and the estimate anywhere.
  package static let believedFocalShares = 0.5...2.5
  /// Focal lengths over the long side that most pictures of documents have: 23 to 58 mm equivalent,
  /// the main and the twofold camera of a phone. With an ultra-wide one (13 mm), 22 of 100 rectangles
  /// seen from slants of up to 35 degrees depart by more than 7 degrees, so that a departure by
  /// itself is no proof.
  static let possibleFocalShares = 0.65...1.6

  /// Measures `outline` in a frame of `frame` pixels. `focalLength` in pixels, where metadata
  /// gives it. Nil for an outline that is not convex.
  package init?(_ outline: Quadrilateral, frame: PixelSize, focalLength known: Double? = nil) {
    guard Homography(outline) != nil, frame.longSide > 0 else { return nil }
    let long = Double(frame.longSide)
    let centreX = Double(frame.width) / 2
    let centreY = Double(frame.height) / 2
    func lifted(_ point: PixelPoint) -> SIMD3<Double> {
      // Scaled by the long side so that products stay well inside the precision.
      SIMD3((point.x - centreX) / long, (point.y - centreY) / long, 1)
    }
    // Zhang's numbering: 1 top-left, 2 top-right, 3 bottom-left, 4 bottom-right.
    let m1 = lifted(outline.topLeft)
    let m2 = lifted(outline.topRight)
    let m3 = lifted(outline.bottomLeft)
    let m4 = lifted(outline.bottomRight)
    let below2 = Self.dot(Self.cross(m2, m4), m3)
    let below3 = Self.dot(Self.cross(m3, m4), m2)
    guard abs(below2) > 1e-12, abs(below3) > 1e-12 else { return nil }
    let k2 = Self.dot(Self.cross(m1, m4), m3) / below2
    let k3 = Self.dot(Self.cross(m1, m4), m2) / below3
    let n2 = k2 * m2 - m1
    let n3 = k3 * m3 - m1
    var share = Self.usualFocalShare
    var isEstimated = false
    if let known, known.isFinite, known > 0 {
      share = known / long
    } else if abs(n2.z * n3.z) > 1e-4 {
      let square = -(n2.x * n3.x + n2.y * n3.y) / (n2.z * n3.z)
      if square > 0, Self.believedFocalShares.contains(square.squareRoot()) {
        share = square.squareRoot()
        isEstimated = true
      }
    }
    let across = SIMD3(n2.x / share, n2.y / share, n2.z)
    let down = SIMD3(n3.x / share, n3.y / share, n3.z)
    let acrossSize = Self.dot(across, across).squareRoot()
    let downSize = Self.dot(down, down).squareRoot()
    guard acrossSize > 1e-12, downSize > 1e-12 else { return nil }
    aspectRatio = acrossSize / downSize
    let normal = Self.cross(across, down)
    let normalSize = Self.dot(normal, normal).squareRoot()
    guard normalSize > 1e-12 else { return nil }
    tiltDegrees = acos(min(1, abs(normal.z) / normalSize)) * 180 / Double.pi
    focalLength = share * long
    isFocalLengthEstimated = isEstimated
    departureDegrees = Self.departure(n2, n3)
  }

  /// The least departure from a right angle between two directions of a plane, in degrees, for
  /// `possibleFocalShares`.
  private static func departure(_ one: SIMD3<Double>, _ two: SIMD3<Double>) -> Double {
    // The product of the two over the square of the focal length; it changes one way with that.
    let ends = [possibleFocalShares.lowerBound, possibleFocalShares.upperBound].map { share in
      let first = SIMD3(one.x / share, one.y / share, one.z)
      let second = SIMD3(two.x / share, two.y / share, two.z)
      return dot(first, second) / (dot(first, first) * dot(second, second)).squareRoot()
    }
    guard ends[0] * ends[1] > 0 else { return 0 }
    return asin(min(1, abs(ends[0]), abs(ends[1]))) * 180 / Double.pi
  }

  private static func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { (a * b).sum() }

  private static func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
  }
}
