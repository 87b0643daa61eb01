/// Finds a side of the document that lies close beside the frame, where the outline found runs out of
/// the frame: a step across all of it, at which both neighbouring edges end.
///
/// The reduced image, in which outlines are sought, shows too little of a strip of desk a few pixels
/// wide. Where the frame does cut the document off, both neighbouring edges go on up to the border.
struct SideBesideFrame {
  /// The side, in working pixels, its normal pointing into the document.
  let line: EdgeLine
  /// The mean colour just inside less that just outside, in levels: luma, Cb and Cr.
  let step: SIMD3<Float>

  /// The largest distance from the border, over the frame's longer side.
  static let depthShare: Float = 0.05
  /// How much farther one end of the side may be from the border than the other, in working pixels.
  static let slant = 12
  /// Places along the side.
  static let sampleCount = 48
  /// The part of the side that is left out at both ends, where corners are round.
  static let trim: Float = 0.06
  /// How many working pixels on either side of a line are compared.
  static let reach = 3
  /// The least share of the places that must have the side's step: whole documents have 0.77 and more,
  /// and a cut card 0.69 at the edge of its portrait, which lies along most of the border.
  static let agreementFloor: Float = 0.73
  /// The share of the side's step that a place must have to agree.
  static let stepShare: Float = 0.4
  /// A step than which a larger one is hardly better, in levels of luma and double chroma: then it
  /// counts more how far along the side it goes.
  static let plainStep: Float = 40
  /// The least number of places between the border and the side at which the neighbouring edges are
  /// looked for, beginning a pixel from the border and ending `clearance` before the side.
  static let placeFloor = 2
  /// See `placeFloor`, in working pixels.
  static let clearance: Float = 1.5
  /// The stretch of a neighbouring edge that is compared, from the side on, over the side's length.
  static let stretch: ClosedRange<Float> = 0.1...0.35
  /// The most of a neighbouring edge's step that may be left between the side and the border: along that
  /// step at both ends, and in all at one of them. On a patterned desk there is some step at one end by
  /// chance; across a dark band along the border of a cut card there is at both. Of 12,000 generated
  /// scenes 535 have an outline with one such border: of 13 whole documents among them 7 are told, and
  /// none of 522 that are cut off, which have 0.49 and more left along the step at one end.
  static let remainderLimit: Float = 0.42

  /// Looks beside `side` of an outline, which lies on a border of the frame; `corners` clockwise in
  /// working pixels. Nil where the document has no side there.
  init?(_ side: Int, of corners: [SIMD2<Float>], in image: borrowing WorkingImage) {
    let from = corners[side]
    let to = corners[(side + 1) & 3]
    let edge = to - from
    let length = edge.squaredLength.squareRoot()
    let limit = Int(Self.depthShare * Float(max(image.width, image.height)))
    guard length > Float(Self.sampleCount), limit > Self.reach else { return nil }
    let along = edge / length
    let inward = SIMD2(-along.y, along.x)
    // The ways along the neighbouring edges that lead a pixel away from the border.
    let ways = [corners[(side + 3) & 3] - from, corners[(side + 2) & 3] - to].map { way in
      way / max(1e-3, (way * inward).sum())
    }
    let colours = Self.colours(
      beside: from, to, along: along, ways: ways, depths: limit + Self.reach, in: image)
    guard let best = Self.plainestStep(in: colours, limit: limit) else { return nil }
    let depths = [Float(best.near), Float(best.far)]
    guard
      let first = Self.remainder(
        before: depths[0], from: from, ways[0], inward: along, length, in: image),
      let second = Self.remainder(
        before: depths[1], from: to, ways[1], inward: -along, length, in: image),
      max(first.along, second.along) <= Self.remainderLimit,
      min(first.size, second.size) <= Self.remainderLimit
    else { return nil }
    let start = from + ways[0] * depths[0]
    let shift = to + ways[1] * depths[1] - start
    let size = max(1e-3, shift.squaredLength.squareRoot())
    let normal = SIMD2(-shift.y, shift.x) / size
    line = EdgeLine(
      normalX: normal.x, normalY: normal.y, offset: (normal * start).sum())
    step = best.step / SIMD3(1, 2, 2)
  }

  /// The colours at places along a border, at each depth from it; chroma counts double.
  private static func colours(
    beside from: SIMD2<Float>, _ to: SIMD2<Float>, along: SIMD2<Float>, ways: [SIMD2<Float>],
    depths: Int, in image: borrowing WorkingImage
  ) -> [[SIMD3<Float>]] {
    let last = SIMD2(Float(image.width), Float(image.height)) - 1
    var colours: [[SIMD3<Float>]] = []
    for index in 0..<sampleCount {
      let share = place(index)
      let start = from + (to - from) * share
      let way = ways[0] * (1 - share) + ways[1] * share
      var row: [SIMD3<Float>] = []
      for depth in 0..<depths {
        let point = start + way * (Float(depth) + 0.5)
        // A mean along the side alone, so that a narrow strip keeps its colour.
        var sum = SIMD3<Float>.zero
        for offset in [-2, 0, 2] as [Float] {
          let near = point + along * offset
          sum += image.color(at: near.clamped(lowerBound: .zero, upperBound: last))
        }
        row.append(sum / 3 * SIMD3(1, 2, 2))
      }
      colours.append(row)
    }
    return colours
  }

  /// The share of the side at which a place lies.
  private static func place(_ index: Int) -> Float {
    trim + (1 - 2 * trim) * (Float(index) + 0.5) / Float(sampleCount)
  }

  /// The straight line with the plainest step across it, by its depths at both ends; nil where no step
  /// goes all along one.
  private static func plainestStep(
    in colours: [[SIMD3<Float>]], limit: Int
  ) -> (near: Int, far: Int, step: SIMD3<Float>)? {
    var best: (near: Int, far: Int, step: SIMD3<Float>)?
    var bestScore: Float = 0
    let squareFloor = EdgesBeyond.stepFloor * EdgesBeyond.stepFloor
    var steps = [SIMD3<Float>](repeating: .zero, count: sampleCount)
    for near in reach...limit {
      for far in max(reach, near - slant)...min(limit, near + slant) {
        var sum = SIMD3<Float>.zero
        for index in steps.indices {
          let share = place(index)
          let depth = Int(Float(near) * (1 - share) + Float(far) * share + 0.5)
          var step = SIMD3<Float>.zero
          for offset in 1...reach {
            step += colours[index][depth + offset - 1] - colours[index][depth - offset]
          }
          steps[index] = step / Float(reach)
          sum += steps[index]
        }
        // The mean is quicker than the median, and small where hardly any place has a step.
        let mean = sum / Float(sampleCount)
        guard (mean * mean).sum() >= squareFloor / 4 else { continue }
        let usual = steps.medianOfLanes()
        let square = (usual * usual).sum()
        guard square >= squareFloor else { continue }
        let agreeing = steps.count { ($0 * usual).sum() > stepShare * square }
        let agreement = Float(agreeing) / Float(sampleCount)
        let size = square.squareRoot()
        let score = agreement * (min(size, plainStep) + size / 100)
        if agreement >= agreementFloor, score > bestScore {
          best = (near, far, usual)
          bestScore = score
        }
      }
    }
    return best
  }

  /// What is left before a depth of the step across a neighbouring edge, which leads from a border along
  /// `way`, over that step farther in: the part of it along that step, and the size of all of it. Nil
  /// where that cannot be told; `inward` points from the edge into the document.
  private static func remainder(
    before depth: Float, from origin: SIMD2<Float>, _ way: SIMD2<Float>, inward: SIMD2<Float>,
    _ length: Float, in image: borrowing WorkingImage
  ) -> (along: Float, size: Float)? {
    let across = SIMD2(-way.y, way.x) / way.squaredLength.squareRoot()
    let inside = (across * inward).sum() > 0 ? across : -across
    func steps(_ depths: StrideTo<Float>) -> [SIMD3<Float>] {
      depths.compactMap { EdgesBeyond.step(image, origin + way * $0, inside) }
    }
    let own = steps(
      stride(
        from: depth + stretch.lowerBound * length, to: depth + stretch.upperBound * length, by: 2))
    let beside = steps(stride(from: 1, to: depth - clearance, by: 1))
    guard let usual = EdgesBeyond.usualStep(of: own), beside.count >= placeFloor else { return nil }
    let square = (usual * usual).sum()
    let left = beside.reduce(.zero, +) / Float(beside.count)
    return ((left * usual).sum() / square, ((left * left).sum() / square).squareRoot())
  }
}
