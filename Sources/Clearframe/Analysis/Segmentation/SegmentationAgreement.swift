#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How well an outline agrees with what the network sees.
struct SegmentationAgreement: Sendable {
  /// The names of the values, in their order.
  static let names = [
    "overlap", "inside", "outside", "surprise", "edgeMean", "edgeLeast", "stepMean", "stepLeast",
    "restAtBorder", "lackAtBorder",
  ]
  /// How many places along a side are looked at, at about every second place of the map.
  static let sampleCount = 24
  /// The share of a side's length left out at both ends, where the next side is near.
  static let endShare: Float = 0.04
  /// The least number of them in the frame that tell.
  static let sampleFloor = 4
  /// How far from a side it is looked at on both sides, in places of the map.
  static let reach: Float = 1.5
  /// How many places along the frame's borders, those that speak most against an outline, tell.
  static let borderCount = 8
  /// The values where no side is seen: about the middle of what sides have.
  static let unseen: (edge: Float, step: Float) = (0.3, 0.5)
  /// The shares of a place up to which it is outside and from which on it is inside an outline.
  static let coverLimits: (outside: Float, inside: Float) = (0.3, 0.7)
  /// The least probability of what is not expected.
  static let probabilityFloor: Float = 0.01

  /// The values: the probability that both have in common over that of either (a soft Jaccard
  /// index); its mean inside and outside; the mean of the negative logarithm of what the outline
  /// says of each place; the probability of an outline along the seen sides, the mean of all and
  /// the least of one; the fall across them, the same; and what the frame's borders show of the
  /// document outside the outline, and lack of it inside.
  let values: [Float]

  /// The mean of the negative logarithm of what the outline says of each place.
  var surprise: Float { values[3] }

  init(of outline: OutlineHypothesis, in map: DocumentSegmentation, image: ReducedImage) {
    let scale = SIMD2(
      Float(map.width) / Float(image.width), Float(map.height) / Float(image.height))
    let corners = outline.corners.map { $0 * scale }
    let cover = Self.cover(corners, width: map.width, height: map.height)
    var common: Float = 0
    var either: Float = 0
    var covered: Float = 0
    var total: Float = 0
    var surprise: Float = 0
    var inside: Float = 0
    for (probability, share) in zip(map.inside, cover) {
      common += min(probability, share)
      either += max(probability, share)
      covered += share
      total += probability
      inside += probability * share
      let bounded = min(max(probability, Self.probabilityFloor), 1 - Self.probabilityFloor)
      if share > 0 { surprise -= share * logf(bounded) }
      if share < 1 { surprise -= (1 - share) * logf(1 - bounded) }
    }
    let count = Float(map.width * map.height)
    let (edges, steps) = Self.sides(of: outline, corners: corners, in: map)
    let (rest, lack) = Self.borders(cover, in: map)
    values = [
      common / max(1, either), inside / max(1, covered),
      (total - inside) / max(1, count - covered), surprise / count,
      edges.isEmpty ? Self.unseen.edge : edges.reduce(0, +) / Float(edges.count),
      edges.min() ?? Self.unseen.edge,
      steps.isEmpty ? Self.unseen.step : steps.reduce(0, +) / Float(steps.count),
      steps.min() ?? Self.unseen.step,
      rest, lack,
    ]
  }

  /// The share of each place that a convex outline covers, from the distance of its middle to the
  /// nearest side.
  private static func cover(_ corners: [SIMD2<Float>], width: Int, height: Int) -> [Float] {
    let sides = (0..<4).map { index -> (normal: SIMD2<Float>, offset: Float) in
      let step = corners[(index + 1) & 3] - corners[index]
      let normal = SIMD2(-step.y, step.x) / max(1e-3, (step * step).sum().squareRoot())
      return (normal, (normal * corners[index]).sum())
    }
    var cover = [Float](repeating: 0, count: width * height)
    for row in 0..<height {
      for column in 0..<width {
        let x = Float(column) + 0.5
        let y = Float(row) + 0.5
        var least: Float = 0.5
        for side in sides {
          least = min(least, side.normal.x * x + side.normal.y * y - side.offset)
        }
        cover[row * width + column] = max(0, least + 0.5)
      }
    }
    return cover
  }

  /// For each side that is seen, the mean probability of an outline along it and the mean fall of
  /// the document's from just inside to just outside.
  private static func sides(
    of outline: OutlineHypothesis, corners: [SIMD2<Float>], in map: DocumentSegmentation
  ) -> (edges: [Float], steps: [Float]) {
    var edges: [Float] = []
    var steps: [Float] = []
    for index in 0..<4 where !outline.lines[index].isFrame {
      let from = corners[index]
      let step = corners[(index + 1) & 3] - from
      let length = (step * step).sum().squareRoot()
      guard length >= 1 else { continue }
      let outward = SIMD2(step.y, -step.x) / length
      var edge: Float = 0
      var edgeCount = 0
      var fall: Float = 0
      var fallCount = 0
      for sample in 0..<sampleCount {
        let along = Float(sample) / Float(sampleCount - 1)
        let share = endShare + (1 - 2 * endShare) * along
        let point = from + step * share
        guard map.contains(point) else { continue }
        edge += map.value(of: map.outline, at: point)
        edgeCount += 1
        let outer = point + outward * reach
        guard map.contains(outer) else { continue }
        fall +=
          map.value(of: map.inside, at: point - outward * reach)
          - map.value(of: map.inside, at: outer)
        fallCount += 1
      }
      if edgeCount >= sampleFloor { edges.append(edge / Float(edgeCount)) }
      if fallCount >= sampleFloor { steps.append(fall / Float(fallCount)) }
    }
    return (edges, steps)
  }

  /// The mean probability of the document at the likeliest places along the frame's borders outside
  /// an outline, and that of something else at the likeliest ones inside.
  private static func borders(
    _ cover: [Float], in map: DocumentSegmentation
  ) -> (rest: Float, lack: Float) {
    var outside: [Float] = []
    var inside: [Float] = []
    for row in 0..<map.height {
      let isBorder = row == 0 || row == map.height - 1
      for column in stride(from: 0, to: map.width, by: isBorder ? 1 : map.width - 1) {
        let place = row * map.width + column
        if cover[place] < coverLimits.outside { outside.append(map.inside[place]) }
        if cover[place] > coverLimits.inside { inside.append(1 - map.inside[place]) }
      }
    }
    func most(_ values: [Float]) -> Float {
      guard values.count > borderCount else { return 0 }
      return values.sorted().suffix(borderCount).reduce(0, +) / Float(borderCount)
    }
    return (most(outside), most(inside))
  }
}
