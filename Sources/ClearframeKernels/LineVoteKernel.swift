/// Votes of an edge pixel for the lines through it (Hough transform; Duda and Hart, Use of the Hough
/// transformation to detect lines and curves in pictures, Communications of the ACM 15(1), 1972).
package enum LineVoteKernel {
  /// The neighbouring directions that a pixel votes for.
  package static let directionCount = 7
  /// The entries that the tables of directions need from the pixel's first direction on.
  package static let tableLength = 8

  /// Adds `weight` to one cell of each direction, shared between the two cells nearest to the
  /// line's distance.
  ///
  /// The tables hold `tableLength` entries each, of which the last is not voted for: the unit
  /// vectors along the lines' normals, and where each direction's cells begin in `votes`. A line's
  /// place among them is its distance from the origin plus `origin`, which makes it positive.
  package static func add(
    _ weight: Float, x: Float, y: Float, origin: Float, cosines: UnsafePointer<Float>,
    sines: UnsafePointer<Float>, rows: UnsafePointer<Int32>, to votes: UnsafeMutablePointer<Float>
  ) {
    add(weight, x: x, y: y, origin: origin, cosines, sines, rows, count: 4, votes)
    add(
      weight, x: x, y: y, origin: origin, cosines + 4, sines + 4, rows + 4,
      count: directionCount - 4, votes)
  }

  /// Votes for the first `count`, a literal of at most 4, of four directions.
  @inline(__always)
  private static func add(
    _ weight: Float, x: Float, y: Float, origin: Float, _ cosines: UnsafePointer<Float>,
    _ sines: UnsafePointer<Float>, _ rows: UnsafePointer<Int32>, count: Int,
    _ votes: UnsafeMutablePointer<Float>
  ) {
    let distances =
      load(cosines) * SIMD4(repeating: x) + load(sines) * SIMD4(repeating: y)
      + SIMD4(repeating: origin)
    let places = wholeParts(distances)
    let shares = distances - reals(places)
    let weights = SIMD4(repeating: weight)
    let farther = weights * shares
    let nearer = weights - farther
    let cells = places &+ UnsafeRawPointer(rows).loadUnaligned(as: SIMD4<Int32>.self)
    for lane in 0..<count {
      let cell = votes + Int(cells[lane])
      cell[0] += nearer[lane]
      cell[1] += farther[lane]
    }
  }

  /// The plain form of `add(_:x:y:origin:cosines:sines:rows:to:)`.
  package static func addReference(
    _ weight: Float, x: Float, y: Float, origin: Float, cosines: UnsafePointer<Float>,
    sines: UnsafePointer<Float>, rows: UnsafePointer<Int32>, to votes: UnsafeMutablePointer<Float>
  ) {
    for direction in 0..<directionCount {
      let distance = x * cosines[direction] + y * sines[direction] + origin
      let place = Int(distance)
      let share = distance - Float(place)
      votes[Int(rows[direction]) + place] += weight * (1 - share)
      votes[Int(rows[direction]) + place + 1] += weight * share
    }
  }
}
