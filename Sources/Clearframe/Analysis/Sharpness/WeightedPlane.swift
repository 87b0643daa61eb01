/// A plane through weighted points, by least squares.
struct WeightedPlane: Sendable, Hashable {
  /// A value at a place.
  struct Point: Sendable, Hashable {
    let x: Double
    let y: Double
    let value: Double
    let weight: Double
  }

  /// The value at the origin.
  let constant: Double
  /// The rise for one step along x.
  let x: Double
  /// The rise for one step along y.
  let y: Double

  /// The plane's value at a place.
  func value(x: Double, y: Double) -> Double { constant + self.x * x + self.y * y }

  /// The plane nearest to the points; nil where they do not span one.
  static func solve(_ points: [Point]) -> WeightedPlane? {
    let weight = points.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    func mean(_ term: (Point) -> Double) -> Double {
      points.reduce(0) { $0 + $1.weight * term($1) } / weight
    }
    let middleX = mean(\.x)
    let middleY = mean(\.y)
    let middle = mean(\.value)
    let xx = mean { ($0.x - middleX) * ($0.x - middleX) }
    let yy = mean { ($0.y - middleY) * ($0.y - middleY) }
    let xy = mean { ($0.x - middleX) * ($0.y - middleY) }
    let xv = mean { ($0.x - middleX) * ($0.value - middle) }
    let yv = mean { ($0.y - middleY) * ($0.value - middle) }
    guard let slope = slope(xx: xx, yy: yy, xy: xy, xv: xv, yv: yv, leastSpan: 1e-6) else {
      return nil
    }
    return WeightedPlane(
      constant: middle - slope.x * middleX - slope.y * middleY, x: slope.x, y: slope.y)
  }

  /// The slope that sums of products of deviations give; nil where the places do not span a plane:
  /// where their determinant, against the squared trace, is no more than `leastSpan`.
  static func slope(
    xx: Double, yy: Double, xy: Double, xv: Double, yv: Double, leastSpan: Double
  ) -> (x: Double, y: Double)? {
    let determinant = xx * yy - xy * xy
    guard determinant > leastSpan * (xx + yy) * (xx + yy), determinant > 0 else { return nil }
    return ((xv * yy - yv * xy) / determinant, (yv * xx - xv * xy) / determinant)
  }
}
