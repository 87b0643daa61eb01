#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How each of a doubtful picture's outlines stands to the others: which of them mean nearly the
/// same document, which lie inside and which around it, each counting with its probability.
struct OutlineRelations {
  /// The names of the values, in their order.
  static let names = [
    "probability", "lag", "votes", "nearVotes", "containedIn", "apart", "around", "sharedFirst",
    "sharedSecond", "firstOverlap", "firstSize", "insideFirst",
  ]
  /// How many of the others count, the most probable ones.
  static let otherLimit = 12
  /// From which overlap (intersection over union) on two outlines mean the same document.
  static let sameOverlap: Float = 0.9
  /// From which overlap on they mean it nearly.
  static let nearOverlap: Float = 0.75
  /// The share of an outline's area inside another from which on it lies in it.
  static let insideShare: Float = 0.95
  /// The overlap from which on of two outlines none lies in the other but for their error.
  static let distinctOverlap: Float = 0.85
  /// The overlap below which two outlines have nothing in common.
  static let apartOverlap: Float = 0.05
  /// How far corners that two outlines share may be apart, in reduced pixels.
  static let sharedCorner: Float = 5

  /// The values of each outline, in the order of `names`.
  private(set) var values: [[Float]] = []

  /// Compares `outlines`, whose log-odds are `logits`, in a frame of `width` by `height`.
  init(_ outlines: [OutlineHypothesis], logits: [Float], width: Float, height: Float) {
    let frame = [
      SIMD2<Float>(0, 0), SIMD2(width, 0), SIMD2(width, height), SIMD2(0, height),
    ]
    let polygons = outlines.map { Self.clip($0.corners, by: frame) }
    let areas = polygons.map { max(1, $0.polygonArea) }
    let best = logits.max() ?? 0
    var odds = logits.map { expf($0 - best) }
    // "None of them" has odds of 1; infinity, where all are hopeless, leaves each 0.
    let total = odds.reduce(0, +) + expf(-best)
    odds = odds.map { $0 / total }
    let order = logits.indices.sorted {
      (logits[$0], $1) > (logits[$1], $0)
    }
    guard let first = order.first else { return }
    let second = order.count > 1 ? order[1] : first
    for index in outlines.indices {
      var votes: Float = 0
      var nearVotes: Float = 0
      var containedIn: Float = 0
      var apart: Float = 0
      var around: Float = 0
      var firstOverlap: Float = 0
      var insideFirst: Float = 0
      for other in order.prefix(Self.otherLimit) {
        let shared = Self.clip(polygons[index], by: polygons[other]).polygonArea
        let overlap = shared / max(1, areas[index] + areas[other] - shared)
        if other == first {
          firstOverlap = overlap
          insideFirst = shared / areas[index]
        }
        guard other != index else { continue }
        if overlap > Self.sameOverlap { votes += odds[other] }
        if overlap > Self.nearOverlap { nearVotes += odds[other] }
        if overlap < Self.apartOverlap { apart += odds[other] }
        guard overlap < Self.distinctOverlap else { continue }
        if shared / areas[index] > Self.insideShare { containedIn += odds[other] }
        if shared / areas[other] > Self.insideShare { around += odds[other] }
      }
      values.append([
        odds[index], logits[index] - best, votes, nearVotes, containedIn, apart, around,
        Self.sharedCorners(outlines[index], outlines[first]),
        Self.sharedCorners(outlines[index], outlines[second]),
        firstOverlap, logf(areas[index] / areas[first]), insideFirst,
      ])
    }
  }

  /// How many corners of an outline are also another one's.
  private static func sharedCorners(_ one: OutlineHypothesis, _ other: OutlineHypothesis) -> Float {
    Float(
      one.corners.count { corner in
        other.corners.contains { point in
          let step = point - corner
          return (step * step).sum() < sharedCorner * sharedCorner
        }
      })
  }

  /// The part of a convex polygon that lies inside another one, both clockwise on screen
  /// (Sutherland and Hodgman, 1974).
  static func clip(_ polygon: [SIMD2<Float>], by window: [SIMD2<Float>]) -> [SIMD2<Float>] {
    guard window.count > 2 else { return [] }
    var rest = polygon
    for edge in window.indices {
      guard rest.count > 2 else { return [] }
      let from = window[edge]
      let step = window[(edge + 1) % window.count] - from
      let sides = rest.map { step.x * ($0.y - from.y) - step.y * ($0.x - from.x) }
      guard sides.contains(where: { $0 < 0 }) else { continue }
      var kept: [SIMD2<Float>] = []
      for index in rest.indices {
        let next = (index + 1) % rest.count
        if sides[index] >= 0 { kept.append(rest[index]) }
        if (sides[index] >= 0) != (sides[next] >= 0) {
          let share = sides[index] / (sides[index] - sides[next])
          kept.append(rest[index] + (rest[next] - rest[index]) * share)
        }
      }
      rest = kept
    }
    return rest.count > 2 ? rest : []
  }
}
