/// Tells a line on the document that was taken for its side by the document's two neighbouring
/// edges, which go on beyond it up to the frame.
///
/// A document's edges end at its corners. Where both edges that meet a side go on straight beyond
/// it, with the step across that they have along the outline, the side is the border of a picture,
/// of a band or of print on a document that the frame cuts off.
enum EdgesBeyond {
  /// The largest way from the side's corners to the frame, over the frame's longer side: an outline
  /// that leaves out more was not taken for a line near the frame.
  static let wayLimit: Float = 0.14
  /// The least number of places on the way that tell.
  static let placeFloor = 3
  /// Distances from an edge at which colours are taken on both sides, in working pixels.
  static let depths: [Float] = [3, 5]
  /// The distance from a corner at which looking begins, in working pixels: the edge that meets
  /// there is blurred.
  static let start: Float = 3.5
  /// The stretch of the outline's own edge that is compared, from the corner, over its length.
  static let stretch: ClosedRange<Float> = 0.05...0.3
  /// The least share of the way on which the edge goes on. On 840 generated development scenes and
  /// 450 real photos, altered ones among them, it comes to 0.6 at both ends only on documents that
  /// the frame cuts off.
  static let shareFloor: Float = 0.6
  /// The share of the edge's own step that must be left of it.
  static let stepShare: Float = 0.5
  /// The least step across an edge, in levels of luma and double chroma.
  static let stepFloor: Float = 6
  /// The least number of places along the outline from which an edge's own step is told.
  static let sampleFloor = 8

  /// The first side beyond which both edges that meet it go on up to the frame; `corners` clockwise
  /// in working pixels. Sides in `hidden` are not seen and say nothing.
  static func side(
    of corners: [SIMD2<Float>], hidden: [Bool], in image: borrowing WorkingImage
  ) -> Int? {
    let limit = wayLimit * Float(max(image.width, image.height))
    for side in 0..<4 where !hidden[side] {
      let last = (side + 3) & 3
      let next = (side + 1) & 3
      guard !hidden[last], !hidden[next] else { continue }
      if goesOn(from: corners[last], past: corners[side], isStart: true, limit, in: image),
        goesOn(from: corners[(side + 2) & 3], past: corners[next], isStart: false, limit, in: image)
      {
        return side
      }
    }
    return nil
  }

  /// Whether the edge from one corner to another goes on beyond that one up to the frame. Where
  /// `isStart`, the inside lies to its right.
  private static func goesOn(
    from origin: SIMD2<Float>, past corner: SIMD2<Float>, isStart: Bool, _ limit: Float,
    in image: borrowing WorkingImage
  ) -> Bool {
    let edge = corner - origin
    let length = (edge * edge).sum().squareRoot()
    guard length > 24 else { return false }
    let along = edge / length
    let inward = isStart ? SIMD2(-along.y, along.x) : SIMD2(along.y, -along.x)
    let way = wayToFrame(from: corner, along: along, in: image)
    guard way <= limit, way >= start + Float(placeFloor) else { return false }
    // No place with less than this can show the edge, whatever the edge's own step: beyond the
    // corners of most documents there is nothing, which is told before that is measured.
    let least = stepShare * stepFloor
    let missLimit = (1 - shareFloor) * (way - start + 1)
    var misses: Float = 0
    var beyond: [SIMD3<Float>] = []
    for distance in stride(from: start, to: way, by: 1) {
      guard let here = step(image, corner + along * distance, inward) else { continue }
      beyond.append(here)
      if (here * here).sum() < least * least { misses += 1 }
      if misses > missLimit { return false }
    }
    guard beyond.count >= placeFloor else { return false }
    var steps: [SIMD3<Float>] = []
    for share in stride(from: stretch.lowerBound, to: stretch.upperBound, by: 0.01) {
      if let here = step(image, corner - along * (share * length + start), inward) {
        steps.append(here)
      }
    }
    guard let usual = usualStep(of: steps) else { return false }
    let size = (usual * usual).sum()
    let same = beyond.count { ($0 * usual).sum() > stepShare * size }
    return Float(same) >= shareFloor * Float(beyond.count)
  }

  /// The way from a point to the frame; 0 for one outside.
  private static func wayToFrame(
    from point: SIMD2<Float>, along direction: SIMD2<Float>, in image: borrowing WorkingImage
  ) -> Float {
    let size = SIMD2(Float(image.width), Float(image.height))
    guard point.x >= 0, point.y >= 0, point.x < size.x, point.y < size.y else { return 0 }
    var way = Float.greatestFiniteMagnitude
    for axis in 0..<2 where abs(direction[axis]) > 1e-4 {
      let border = direction[axis] > 0 ? size[axis] : 0
      way = min(way, (border - point[axis]) / direction[axis])
    }
    return way
  }

  /// The step that an edge has, from those at places along it; nil where these are too few, or it is
  /// too faint to be compared with.
  static func usualStep(of steps: [SIMD3<Float>]) -> SIMD3<Float>? {
    guard steps.count >= sampleFloor else { return nil }
    let usual = steps.medianOfLanes()
    return (usual * usual).sum() >= stepFloor * stepFloor ? usual : nil
  }

  /// The mean colour just inside an edge at a point less that just outside, chroma doubled; nil near
  /// the frame.
  static func step(
    _ image: borrowing WorkingImage, _ point: SIMD2<Float>, _ inward: SIMD2<Float>
  ) -> SIMD3<Float>? {
    var sum = SIMD3<Float>.zero
    for depth in depths {
      guard let inside = image.meanColor(at: point + inward * depth),
        let outside = image.meanColor(at: point - inward * depth)
      else { return nil }
      sum += inside - outside
    }
    return sum * SIMD3(1, 2, 2) / Float(depths.count)
  }
}
