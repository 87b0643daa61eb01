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

  /// The least departure of the outline from a rectangle with which one corner is enough. Outlines
  /// of whole documents depart by more in 3 of 100 generated photos, real ones by 2.2 at most.
  static let askewDeparture = 2.2
  /// The least departure of the document there, and how many of the places must show the edge.
  static let askewContrast: Float = 18
  /// See `askewContrast`.
  static let askewFloor = 8
  /// The share of the side along which the thing is seen, and how far its colour may be from that
  /// beyond the corner there, over the step.
  static let askewCover: (share: Float, change: Float) = (0.85, 0.3)

  /// Whether a side is the edge of a thing that lies over the document's own: it goes on beyond both
  /// corners, with the thing on its outside and the desk on its inside.
  ///
  /// The edge of what lies on top goes on where the one below ends (a T-junction: Guzman,
  /// Decomposition of a visual scene into three-dimensional bodies, 1968). A document's own side
  /// ends at its corners.
  ///
  /// A thing may end at the other corner. One is enough where the outline is no rectangle seen from
  /// anywhere and the same thing lies all along the side: of what lies on a table's or a sheet's edge
  /// all sides are the document's own.
  ///
  /// - Parameters:
  ///   - outsides: Colours beside the side, outside, of those of `OutlinePatches.sampleCount` places
  ///     that lie in the frame.
  ///   - departure: By how much the outline departs from a rectangle, in degrees.
  static func isOverlapped(
    from: SIMD2<Float>, to: SIMD2<Float>, short: Float, outsides: [SIMD3<Float>],
    departure: Double, in image: borrowing WorkingImage
  ) -> Bool {
    let step = to - from
    let along = step / length(step)
    let inside = inward(along)
    let isAskew = departure >= askewDeparture
    let one = crossing(at: from, along: -along, inside, short, in: image)
    guard one != nil || isAskew else { return false }
    let two = crossing(at: to, along: along, inside, short, in: image)
    if let one, let two, one.isClear, two.isClear { return true }
    return isAskew
      && [one, two].contains { crossing in
        guard let crossing, crossing.edges >= askewFloor, crossing.contrast >= askewContrast else {
          return false
        }
        let covered = outsides.count {
          distance($0, crossing.thing) <= askewCover.change * crossing.step
        }
        // Places beyond the frame show nothing.
        return Float(covered) >= askewCover.share * Float(OutlinePatches.sampleCount)
      }
  }

  /// An edge that goes on beyond a corner.
  private struct Crossing {
    /// The colour of the thing on its outside.
    let thing: SIMD3<Float>
    /// The step from the thing to the desk.
    let step: Float
    /// The smaller departure of the document from the two.
    let contrast: Float
    /// How many of the places beyond the corner show the edge.
    let edges: Int

    /// Whether a thing's edge is seen without doubt.
    var isClear: Bool { edges >= overlapFloor && contrast >= overlapContrast }
  }

  /// The edge that goes on beyond a corner along a direction; nil where none does, or what lies
  /// outside of it is not what lies outside of the side.
  private static func crossing(
    at corner: SIMD2<Float>, along: SIMD2<Float>, _ inward: SIMD2<Float>, _ short: Float,
    in image: borrowing WorkingImage
  ) -> Crossing? {
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
    else { return nil }
    var beyond: [(outside: SIMD3<Float>, inside: SIMD3<Float>, step: SIMD3<Float>)] = []
    var beside = beyond
    for index in 0..<overlapCount {
      let share = Float(index) / Float(overlapCount - 1)
      let distance = overlapStart + (far - overlapStart) * share
      guard let there = colours(distance), let here = colours(-distance) else { return nil }
      beyond.append(there)
      beside.append(here)
    }
    let thing = beyond.map(\.outside).medianOfLanes()
    let desk = beyond.map(\.inside).medianOfLanes()
    let thingBeside = beside.map(\.outside).medianOfLanes()
    let document = beside.map(\.inside).medianOfLanes()
    let size = distance(thing, desk)
    guard size >= overlapStep, distance(thing, thingBeside) <= overlapChange * size else {
      return nil
    }
    // Chroma counts double in both factors, as in `distance`.
    let weights = SIMD3<Float>(1, 4, 4)
    // The near step alone: an edge that goes on askew soon leaves the line between them.
    let edges = beyond.count { ($0.step * (thing - desk) * weights).sum() > size * size / 2 }
    return Crossing(
      thing: thing, step: size,
      contrast: min(distance(document, desk), distance(document, thingBeside)), edges: edges)
  }
}
