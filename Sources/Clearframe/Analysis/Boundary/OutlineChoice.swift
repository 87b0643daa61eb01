#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The choice among the outlines of a picture of which nothing else tells the right one, by all
/// that is measured of each and by how it stands to the others: a conditional logit, as in
/// `BoundaryConfidence`.
///
/// The weights maximise the likelihood of choosing an outline that overlaps the document by at
/// least 0.9 among those of a picture, or none where none does, with a quadratic penalty of 0.03 on
/// values in units of their deviations. Fitted on the 847 doubtful ones of 4,610 photos: generated
/// scenes, real photos as they are and altered, and composites of real documents on photographed
/// surfaces, all real ones counting five times. A layer of eight `tanh` units beside them was no
/// better on sets that were held out. Refit when a value changes.
struct OutlineChoice {
  /// The names of the values after those of `OutlineFeatures`, in their order.
  static let names =
    ["plainness", "foreignShare", "sideCount", "marginEvidence", "fineSeparation"]
    + OutlineRelations.names
    + [
      "shape", "room", "borderSides", "isCompleted", "isCut", "leastQuarter", "corner", "crossing",
      "insideDistance", "outsideDistance", "leastStep", "oddGround", "oddInside", "covered",
      "leastLargestStep",
    ]

  /// What the log-odds of the first look count for.
  static let prior: Float = 0.716
  static let bias: Float = 4.678
  /// The weights of the values of `OutlineFeatures` and of `names`, in that order.
  static let weights: [Float] = [
    -0.033, 1.151, -0.225, -0.467, 0.365, -1.686, 0.180, -0.363,
    -0.945, 0.878, -3.724, -2.716, -2.368, -0.355, -0.127, -2.239,
    0.039, -1.328, -0.287, 0.123, -2.666, -3.158, 0.057, 0.415,
    -0.206, -1.874, 1.813, -0.412, 0.268, -1.893, 0.888, 0.843,
    0.259, 1.078, 1.827, 0.244, 0.047, -1.324, -1.527, -1.246,
    -0.579, 0.044, 0.147, -0.059, -0.115, 0.037, -0.330, -0.192,
    1.893, -0.760, -0.527, -0.198, 2.697, -1.358, -1.643, 0.034,
    -0.119, 0.032, -0.001, 0.074, -4.568, 0.245,
  ]

  /// The values of each candidate.
  let values: [[Float]]

  init(
    _ candidates: [BoundaryDetector.Candidate], in reduced: ReducedImage, grain: Float
  ) {
    let colours = RegionColours(reduced, grain: grain)
    let width = Float(reduced.width)
    let height = Float(reduced.height)
    let relations = OutlineRelations(
      candidates.map(\.outline), logits: candidates.map(\.logit), width: width, height: height)
    values = candidates.indices.map { index in
      let candidate = candidates[index]
      let outline = candidate.outline
      let margin = OutlineMargin(of: outline, in: reduced, grain: grain)
      return candidate.features.values
        + [
          margin.plainness, margin.foreignShare, Float(margin.sideCount), margin.evidence,
          colours.separation(of: outline) ?? 0.5,
        ]
        + relations.values[index] + Self.place(of: outline, in: reduced)
        + [outline.isCompleted ? 1 : 0, BoundaryDetector.isCut(outline, in: reduced) ? 1 : 0]
        + Self.sides(of: candidate, margin: margin, in: reduced)
    }
  }

  /// The log-odds of each candidate, from its first ones.
  func logits(_ first: [Float]) -> [Float] {
    zip(values, first).map { values, logit in
      var sum = Self.bias + Self.prior * logit
      for (weight, value) in zip(Self.weights, values) { sum += weight * value }
      return sum
    }
  }

  /// The shape of an outline, its room to the frame and how many seen sides run along its borders.
  private static func place(of outline: OutlineHypothesis, in reduced: ReducedImage) -> [Float] {
    let width = Float(reduced.width)
    let height = Float(reduced.height)
    let least = min(width, height)
    var lengths: [Float] = []
    var room = Float.greatestFiniteMagnitude
    var borderSides: Float = 0
    for index in 0..<4 {
      let from = outline.corners[index]
      let to = outline.corners[(index + 1) & 3]
      let step = to - from
      lengths.append(max(1, (step * step).sum().squareRoot()))
      room = min(room, from.x, from.y, width - from.x, height - from.y)
      guard !outline.lines[index].isFrame else { continue }
      for distance in [
        max(from.x, to.x), max(from.y, to.y), width - min(from.x, to.x), height - min(from.y, to.y),
      ] where distance < 0.03 * least {
        borderSides += 1
      }
    }
    let across = lengths[0] + lengths[2]
    let down = lengths[1] + lengths[3]
    return [
      logf(max(across, down) / min(across, down)), min(max(room / least, -0.3), 0.3), borderSides,
    ]
  }

  /// What is seen along and at the ends of the sides.
  private static func sides(
    of candidate: BoundaryDetector.Candidate, margin: OutlineMargin, in reduced: ReducedImage
  ) -> [Float] {
    let outline = candidate.outline
    var leastQuarter: Float = 1
    var starts: [Float] = [0, 0, 0, 0]
    var ends: [Float] = [0, 0, 0, 0]
    var leastStep: Float = 6
    var leastLargest: Float = 6
    var covered: Float = 0
    for index in 0..<4 where !outline.lines[index].isFrame {
      let line = outline.lines[index]
      let one = line.position(of: outline.corners[index])
      let two = line.position(of: outline.corners[(index + 1) & 3])
      let low = min(one, two)
      let high = max(one, two)
      for quarter in 0..<4 {
        let from = low + (high - low) * Float(quarter) / 4
        let (sum, count) = line.evidence(from: from, to: from + (high - low) / 4)
        if count > 2 { leastQuarter = min(leastQuarter, support(sum, count)) }
      }
      let reach = min(0.25 * (high - low), 30)
      let before = line.evidence(from: low - reach, to: low - 3)
      let after = line.evidence(from: high + 3, to: high + reach)
      let first = before.count > 3 ? max(0, support(before.sum, before.count) - 0.2) : 0
      let last = after.count > 3 ? max(0, support(after.sum, after.count) - 0.2) : 0
      starts[index] = one < two ? first : last
      ends[index] = one < two ? last : first
      leastStep = min(leastStep, logf(1 + candidate.features.strips[index].contrast))
      let from = outline.corners[index]
      let to = outline.corners[(index + 1) & 3]
      leastLargest = min(
        leastLargest, logf(1 + SideStrips.largestStep(reduced, from: from, to: to)))
      covered = max(covered, Float(SideCover.share(reduced, from: from, to: to)))
    }
    var corner: Float = 0
    var crossing: Float = 0
    for index in 0..<4 {
      let next = (index + 1) & 3
      corner = max(corner, max(ends[index], starts[next]))
      crossing = max(crossing, min(ends[index], starts[next]))
    }
    var insideDistance: Float = 0
    var outsideDistance: Float = 0
    var oddGround: Float = -3
    var oddInside: Float = -3
    for index in 0..<4 {
      guard let inside = margin.sides[index], let outside = margin.grounds[index] else { continue }
      let rest = (1...3).map { (index + $0) & 3 }
      let insides = rest.compactMap { margin.sides[$0] }
      let outsides = rest.compactMap { margin.grounds[$0] }
      guard !insides.isEmpty else { continue }
      insideDistance = max(insideDistance, insides.map { distance($0, inside) }.max() ?? 0)
      outsideDistance = max(outsideDistance, outsides.map { distance($0, outside) }.max() ?? 0)
      let usualInside = insides.medianOfLanes()
      let usualOutside = outsides.medianOfLanes()
      oddGround = max(
        oddGround,
        logf((distance(outside, usualOutside) + 2) / (distance(outside, usualInside) + 2)))
      oddInside = max(
        oddInside,
        logf((distance(inside, usualInside) + 2) / (distance(inside, usualOutside) + 2)))
    }
    return [
      leastQuarter, corner, crossing, logf(1 + insideDistance), logf(1 + outsideDistance),
      leastStep, oddGround, oddInside, covered, leastLargest,
    ]
  }

  private static func support(_ sum: Float, _ count: Int) -> Float {
    (sum / Float(count) - EdgeLine.absentEvidence) / (1 - EdgeLine.absentEvidence)
  }

  private static func distance(_ one: SIMD4<Float>, _ other: SIMD4<Float>) -> Float {
    ((one - other) * (one - other)).sum().squareRoot()
  }
}
