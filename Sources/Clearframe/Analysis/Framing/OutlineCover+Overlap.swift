extension OutlineCover {
  /// The least step across the edge of a thing that lies over a whole side, beyond its corners, in
  /// levels of luma and double chroma: edges of telephones and sheets on desks have 60 and more.
  static let overlapStep: Float = 50
  /// The largest departure of the thing beyond a corner from the thing along the side, over the
  /// step.
  static let overlapChange: Float = 0.15
  /// The least departure of the document near a corner from the desk and from the thing.
  static let overlapContrast: Float = 25
  /// The distance from a corner at which looking begins, in working pixels: the corner itself is
  /// blurred, and may be off by a few.
  static let overlapStart: Float = 7
  /// How far along the side and beyond its corners is looked, over the document's shorter side, and
  /// at least in working pixels: on a small one the places would be one.
  static let overlapReach: (share: Float, least: Float) = (0.12, 18)
  /// Distances from the line at which colours are taken on both sides, in working pixels: near
  /// enough that a stripe of the desk that leads past the corner askew is told.
  static let overlapDepths: (near: Float, far: Float) = (3, 6)
  /// Places that are looked at along the side at a corner, and as many beyond it.
  static let overlapCount = 10
  /// How many of the places beyond a corner must show the edge.
  static let overlapFloor = 9

  /// Whether a side is the edge of a thing that lies over the document's own: it goes on beyond both
  /// corners, with the thing on its outside and the desk on its inside.
  ///
  /// The edge of what lies on top goes on where the one below ends (a T-junction: Guzman,
  /// Decomposition of a visual scene into three-dimensional bodies, 1968). A document's own side
  /// ends at its corners.
  static func isOverlapped(
    from: SIMD2<Float>, to: SIMD2<Float>, short: Float, in image: borrowing WorkingImage
  ) -> Bool {
    let step = to - from
    let along = step / length(step)
    let inside = inward(along)
    return goesOnAsAnother(from, along: -along, inside, short, in: image)
      && goesOnAsAnother(to, along: along, inside, short, in: image)
  }

  /// The same at one corner, beyond which the side would go on along a direction.
  private static func goesOnAsAnother(
    _ corner: SIMD2<Float>, along: SIMD2<Float>, _ inward: SIMD2<Float>, _ short: Float,
    in image: borrowing WorkingImage
  ) -> Bool {
    let far = max(overlapReach.least, overlapReach.share * short)
    // Colours on either side of the line at a distance from the corner, and the step between the two
    // that are near it.
    func colours(
      _ distance: Float
    ) -> (outside: SIMD3<Float>, inside: SIMD3<Float>, step: SIMD3<Float>)? {
      let place = corner + along * distance
      guard let one = image.meanColor(at: place - inward * overlapDepths.near),
        let two = image.meanColor(at: place - inward * overlapDepths.far),
        let three = image.meanColor(at: place + inward * overlapDepths.near),
        let four = image.meanColor(at: place + inward * overlapDepths.far)
      else { return nil }
      return ((one + two) / 2, (three + four) / 2, one - three)
    }
    // Most corners are told by the first place.
    guard let first = colours(overlapStart),
      distance(first.outside, first.inside) >= overlapStep / 2
    else { return false }
    var beyond: [(outside: SIMD3<Float>, inside: SIMD3<Float>, step: SIMD3<Float>)] = []
    var beside = beyond
    for index in 0..<overlapCount {
      let share = Float(index) / Float(overlapCount - 1)
      let distance = overlapStart + (far - overlapStart) * share
      guard let there = colours(distance), let here = colours(-distance) else { return false }
      beyond.append(there)
      beside.append(here)
    }
    let thing = beyond.map(\.outside).medianOfLanes()
    let desk = beyond.map(\.inside).medianOfLanes()
    let thingBeside = beside.map(\.outside).medianOfLanes()
    let document = beside.map(\.inside).medianOfLanes()
    let size = distance(thing, desk)
    guard size >= overlapStep, distance(thing, thingBeside) <= overlapChange * size,
      distance(document, desk) >= overlapContrast,
      distance(document, thingBeside) >= overlapContrast
    else { return false }
    // Chroma counts double in both factors, as in `distance`.
    let weights = SIMD3<Float>(1, 4, 4)
    // The near step alone: an edge that goes on askew soon leaves the line between them.
    let edges = beyond.count { ($0.step * (thing - desk) * weights).sum() > size * size / 2 }
    return edges >= overlapFloor
  }
}
