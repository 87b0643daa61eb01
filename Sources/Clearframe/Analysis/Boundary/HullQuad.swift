/// The quadrilateral around a convex polygon: sides are dropped one by one, each time the one
/// whose neighbours, prolonged, enclose the least further area.
package struct HullQuad: Sendable {
  /// The corners, clockwise on screen.
  package private(set) var corners: [SIMD2<Float>]

  /// Encloses `hull`, clockwise on screen; nil where four sides do not suffice.
  package init?(_ hull: [SIMD2<Float>]) {
    corners = hull
    while corners.count > 4 {
      var best = Float.greatestFiniteMagnitude
      var bestSide = -1
      var bestPoint = SIMD2<Float>.zero
      let count = corners.count
      for side in 0..<count {
        let from = corners[side]
        let to = corners[(side + 1) % count]
        guard
          let point = Self.meeting(
            corners[(side + count - 1) % count], from, corners[(side + 2) % count], to)
        else { continue }
        let step = to - from
        let rest = point - from
        let added = abs(step.x * rest.y - step.y * rest.x)
        if added < best {
          best = added
          bestSide = side
          bestPoint = point
        }
      }
      guard bestSide >= 0 else { return nil }
      corners[bestSide] = bestPoint
      corners.remove(at: (bestSide + 1) % count)
    }
    guard corners.count == 4, area > 1 else { return nil }
  }

  /// The area, in square cells.
  package var area: Float { corners.polygonArea }

  /// Where the lines from `a` through `b` and from `c` through `d` meet beyond `b` and `d`.
  private static func meeting(
    _ a: SIMD2<Float>, _ b: SIMD2<Float>, _ c: SIMD2<Float>, _ d: SIMD2<Float>
  ) -> SIMD2<Float>? {
    let one = b - a
    let two = d - c
    let cross = one.x * two.y - one.y * two.x
    guard abs(cross) > 1e-4 else { return nil }
    let gap = c - a
    let share = (gap.x * two.y - gap.y * two.x) / cross
    let other = (gap.x * one.y - gap.y * one.x) / cross
    guard share >= 1, other >= 1 else { return nil }
    return a + one * share
  }
}
