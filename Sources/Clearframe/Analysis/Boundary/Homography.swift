/// The projective map from the unit square to a quadrilateral, and back.
///
/// (0, 0), (1, 0), (1, 1), (0, 1) go to the four corners in their order. Source of the closed
/// form: Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, section 2.2.3.
package struct Homography: Sendable, Hashable {
  // Row by row; the last element of the forward matrix is 1.
  private let forward: [Double]
  private let backward: [Double]

  /// The map to `corners`; nil where three of them lie in line or the quadrilateral is not convex.
  package init?(_ outline: Quadrilateral) {
    let corners = outline.corners
    guard corners.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return nil }
    var turns: Set<Bool> = []
    for index in 0..<4 {
      let a = corners[index]
      let b = corners[(index + 1) & 3]
      let c = corners[(index + 2) & 3]
      let cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
      guard abs(cross) > 1e-9 else { return nil }
      turns.insert(cross > 0)
    }
    guard turns.count == 1 else { return nil }
    let (p0, p1, p2, p3) = (corners[0], corners[1], corners[2], corners[3])
    let sumX = p0.x - p1.x + p2.x - p3.x
    let sumY = p0.y - p1.y + p2.y - p3.y
    let oneX = p1.x - p2.x
    let oneY = p1.y - p2.y
    let twoX = p3.x - p2.x
    let twoY = p3.y - p2.y
    let determinant = oneX * twoY - twoX * oneY
    guard abs(determinant) > 1e-12 else { return nil }
    let g = (sumX * twoY - twoX * sumY) / determinant
    let h = (oneX * sumY - sumX * oneY) / determinant
    let m = [
      p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x, p0.x,
      p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y, p0.y,
      g, h, 1,
    ]
    forward = m
    // The adjugate maps back up to scale.
    backward = [
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
    ]
  }

  /// The picture position of a point of the document: 0 to 1 along its top and its left side.
  package func picture(u: Double, v: Double) -> PixelPoint {
    Self.apply(forward, u, v)
  }

  /// Whether a point of the document's plane, as for `picture`, lies in front of the viewer: what is
  /// behind has no place in the picture.
  package func isInFront(u: Double, v: Double) -> Bool {
    forward[6] * u + forward[7] * v + forward[8] > 1e-3
  }

  /// The document position of a picture point: 0 to 1 along its top (`x`) and left side (`y`)
  /// inside of it.
  package func document(_ point: PixelPoint) -> PixelPoint {
    Self.apply(backward, point.x, point.y)
  }

  private static func apply(_ m: [Double], _ x: Double, _ y: Double) -> PixelPoint {
    let w = m[6] * x + m[7] * y + m[8]
    // A point on the vanishing line has no image; the nearest finite stand-in avoids infinities.
    let divisor = abs(w) < 1e-12 ? (w < 0 ? -1e-12 : 1e-12) : w
    return PixelPoint(
      x: (m[0] * x + m[1] * y + m[2]) / divisor, y: (m[3] * x + m[4] * y + m[5]) / divisor)
  }
}
