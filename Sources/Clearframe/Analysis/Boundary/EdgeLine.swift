/// A straight line through a reduced image, with the evidence of edges along it.
///
/// Points of the line satisfy `normalX * x + normalY * y = offset`; the position `t` along it runs
/// in the direction `(-normalY, normalX)` from the point nearest to the origin.
package struct EdgeLine: Sendable {
  /// The horizontal part of the unit normal.
  package var normalX: Float
  /// The vertical part of the unit normal.
  package var normalY: Float
  /// The signed distance from the origin.
  package var offset: Float
  /// The position where the line enters the frame.
  package var entry: Float = 0
  /// The position where the line leaves the frame; at most `entry` where it misses the frame.
  package var exit: Float = 0
  /// Whether the line is a border of the frame, standing in for a side that is out of sight.
  package var isFrame = false
  /// Running sums of the edge evidence per pixel from `entry`; one more than there are samples.
  package var evidence: [Float] = []
  /// Running sums of the step agreement per pixel from `entry`: how far the steps across the line
  /// nearby are one and the same step, 0 to 1.
  package var agreement: [Float] = []

  package init(normalX: Float, normalY: Float, offset: Float) {
    self.normalX = normalX
    self.normalY = normalY
    self.offset = offset
  }

  /// The point at position `t`.
  func point(at t: Float) -> SIMD2<Float> {
    SIMD2(normalX * offset - normalY * t, normalY * offset + normalX * t)
  }

  /// The position of the point of the line nearest to `point`.
  func position(of point: SIMD2<Float>) -> Float {
    normalX * point.y - normalY * point.x
  }

  /// The signed distance of `point` from the line, positive to the normal's side.
  func distance(of point: SIMD2<Float>) -> Float {
    normalX * point.x + normalY * point.y - offset
  }

  /// Where two lines meet; nil for lines nearly parallel.
  func intersection(_ other: EdgeLine) -> SIMD2<Float>? {
    let determinant = normalX * other.normalY - normalY * other.normalX
    guard abs(determinant) > 0.05 else { return nil }
    return SIMD2(
      (offset * other.normalY - other.offset * normalY) / determinant,
      (normalX * other.offset - other.normalX * offset) / determinant)
  }

  /// Sets `entry` and `exit` to where the line crosses a frame of `width` by `height`.
  mutating func clip(width: Float, height: Float) {
    var low = -Float.greatestFiniteMagnitude
    var high = Float.greatestFiniteMagnitude
    let base = point(at: 0)
    for (start, step, limit) in [(base.x, -normalY, width), (base.y, normalX, height)] {
      if abs(step) < 1e-6 {
        if start < 0 || start > limit { high = -Float.greatestFiniteMagnitude }
        continue
      }
      let one = -start / step
      let two = (limit - start) / step
      low = max(low, min(one, two))
      high = min(high, max(one, two))
    }
    guard low < high, low.isFinite, high.isFinite else {
      entry = 0
      exit = 0
      return
    }
    entry = low
    exit = high
  }

  /// The mean step agreement from `start` to `end`. A joint between bricks or a line of print
  /// gives little.
  func stepAgreement(from start: Float, to end: Float) -> Float {
    guard agreement.count > 1 else { return 0 }
    let last = agreement.count - 1
    let first = Int(min(max(start - entry, 0), Float(last)))
    let end = Int(min(max(end - entry, 0), Float(last)))
    guard end > first else { return 0 }
    return (agreement[end] - agreement[first]) / Float(end - first)
  }

  /// The largest evidence of any one stretch of the line, doubtful steps counted against it
  /// (Kadane's maximum sum).
  func bestStretch(stepWeight: Float) -> Float {
    guard evidence.count == agreement.count, evidence.count > 1 else { return 0 }
    var best: Float = 0
    var running: Float = 0
    for index in 1..<evidence.count {
      let seen = evidence[index] - evidence[index - 1]
      let doubt = 1 - (agreement[index] - agreement[index - 1])
      running = max(0, running + seen - stepWeight * doubt)
      best = max(best, running)
    }
    return best
  }

  /// The stretch of the line with the largest evidence, from position to position (Kadane's maximum
  /// sum).
  func longestStretch() -> (start: Float, end: Float, sum: Float) {
    var best: (start: Int, end: Int, sum: Float) = (0, 0, 0)
    var running: Float = 0
    var start = 0
    for index in evidence.indices.dropFirst() {
      if running <= 0 {
        running = 0
        start = index - 1
      }
      running += evidence[index] - evidence[index - 1]
      if running > best.sum { best = (start, index, running) }
    }
    return (entry + Float(best.start), entry + Float(best.end), best.sum)
  }

  /// The evidence summed from `start` to `end`, and how many samples lie inside the frame.
  func evidence(from start: Float, to end: Float) -> (sum: Float, count: Int) {
    guard evidence.count > 1 else { return (0, 0) }
    let last = evidence.count - 1
    let first = Int(min(max(start - entry, 0), Float(last)))
    let end = Int(min(max(end - entry, 0), Float(last)))
    guard end > first else { return (0, 0) }
    return (evidence[end] - evidence[first], end - first)
  }
}
