/// Puts lines together to four-sided outlines and keeps those with the most edge evidence.
///
/// Every pair of roughly parallel lines is crossed by every pair of lines whose stretch between
/// the two shows edges; the frame's borders take part as sides that are out of sight.
package struct OutlineSearch {
  /// The largest angle between opposite sides, as a sine: perspective at 35 degrees of tilt
  /// turns the parallel sides of a frame-filling document by up to some 50 degrees.
  static let oppositeSine: Float = 0.77
  /// The least angle between neighbouring sides, as a sine.
  static let neighbourSine: Float = 0.42
  /// The least share of the frame that an outline covers.
  static let areaFloor: Float = 0.02
  /// The least mean evidence per pixel of a side.
  static let sideFloor: Float = -0.45

  /// The evidence per pixel that a side loses whose step across changes all along it.
  static let stepWeight: Float = 1.2

  let lines: [EdgeLine]
  let width: Float
  let height: Float

  /// Prepares the search among `lines`, the frame's borders added.
  init(lines: [EdgeLine], edges: EdgeMap, image: ReducedImage) {
    width = Float(edges.width)
    height = Float(edges.height)
    var all = lines
    for (x, y, offset) in [
      (Float(1), Float(0), Float(0)), (1, 0, width), (0, 1, 0), (0, 1, height),
    ] {
      var line = EdgeLine(normalX: x, normalY: y, offset: offset)
      line.isFrame = true
      line.gatherEvidence(edges, in: image)
      all.append(line)
    }
    self.lines = all
  }

  /// One side that crosses a pair: its two corners and its evidence.
  private struct Crossing {
    let line: Int
    let first: Float
    let second: Float
    let evidence: Float
  }

  /// The best outlines, at most `limit`, best first, no two nearly the same.
  func outlines(limit: Int) -> [OutlineHypothesis] {
    let count = lines.count
    var meetings = [SIMD2<Float>?](repeating: nil, count: count * count)
    for one in 0..<count {
      for two in 0..<count where one != two {
        let sine = abs(
          lines[one].normalX * lines[two].normalY - lines[one].normalY * lines[two].normalX)
        guard sine > Self.neighbourSine else { continue }
        meetings[one * count + two] = lines[one].intersection(lines[two])
      }
    }
    var kept: [(score: Float, a: Int, b: Int, c: Int, d: Int)] = []
    var floor = -Float.greatestFiniteMagnitude
    let capacity = limit * 12
    var crossings: [Crossing] = []
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) {
        let one = lines[a]
        let two = lines[b]
        let sine = abs(one.normalX * two.normalY - one.normalY * two.normalX)
        guard sine < Self.oppositeSine else { continue }
        crossings.removeAll(keepingCapacity: true)
        for c in (a + 1)..<max(a + 1, count) where c != b {
          guard let p = meetings[a * count + c], let q = meetings[b * count + c] else { continue }
          guard isNearFrame(p), isNearFrame(q) else { continue }
          let cross = lines[c]
          let from = cross.position(of: p)
          let to = cross.position(of: q)
          guard abs(from - to) > 12 else { continue }
          let evidence = sideEvidence(cross, from, to)
          guard evidence.isFinite else { continue }
          crossings.append(
            Crossing(
              line: c, first: one.position(of: p), second: two.position(of: q),
              evidence: evidence))
        }
        guard crossings.count >= 2 else { continue }
        // Lines of opposite normals run in opposite directions.
        let sameWay = one.normalX * two.normalX + one.normalY * two.normalY > 0
        for i in 0..<(crossings.count - 1) {
          for j in (i + 1)..<crossings.count {
            let c = crossings[i]
            let d = crossings[j]
            let stepOne = d.first - c.first
            let stepTwo = d.second - c.second
            guard abs(stepOne) > 12, abs(stepTwo) > 12 else { continue }
            // Both pairs of corners lie in the same order, or the sides cross inside.
            guard (stepOne > 0) == ((stepTwo > 0) == sameWay) else { continue }
            let bound = c.evidence + d.evidence
            let sideOne = sideEvidence(one, c.first, d.first)
            guard sideOne.isFinite else { continue }
            let sideTwo = sideEvidence(two, c.second, d.second)
            guard sideTwo.isFinite else { continue }
            let score = bound + sideOne + sideTwo
            guard score > floor else { continue }
            let other = lines[c.line]
            let last = lines[d.line]
            let between = abs(other.normalX * last.normalY - other.normalY * last.normalX)
            guard between < Self.oppositeSine else { continue }
            kept.append((score, a, c.line, b, d.line))
            if kept.count >= 2 * capacity {
              kept.sort { $0.score > $1.score }
              kept.removeLast(kept.count - capacity)
              floor = kept.last?.score ?? floor
            }
          }
        }
      }
    }
    kept.sort { $0.score > $1.score }
    return distinct(kept.map { ($0.score, [$0.a, $0.b, $0.c, $0.d]) }, limit: limit)
  }

  func isNearFrame(_ point: SIMD2<Float>) -> Bool {
    point.x > -0.6 * width && point.x < 1.6 * width && point.y > -0.6 * height
      && point.y < 1.6 * height
  }

  /// The evidence of a side less that of its continuation beyond the corners; infinite in the
  /// negative where the side cannot be one.
  ///
  /// A document's edge ends at its corners, a plank's or a table's does not.
  func sideEvidence(_ line: EdgeLine, _ from: Float, _ to: Float) -> Float {
    let low = min(from, to)
    let high = max(from, to)
    if line.isFrame { return line.evidence(from: low, to: high).sum }
    let (sum, count) = line.evidence(from: low, to: high)
    // A side of which almost nothing lies inside the frame has no evidence to judge.
    guard Float(count) > 0.15 * (high - low), count >= 8 else { return -Float.infinity }
    guard sum > Self.sideFloor * Float(count) else { return -Float.infinity }
    return Self.evidence(of: line, from: low, to: high)
  }

  /// The evidence of a side between two positions, whatever it comes to.
  static func evidence(of line: EdgeLine, from: Float, to: Float) -> Float {
    let low = min(from, to)
    let high = max(from, to)
    let (sum, count) = line.evidence(from: low, to: high)
    if line.isFrame { return sum }
    let reach = min(0.25 * (high - low), 30)
    let continued =
      continuation(of: line, from: low - reach, to: low - 3)
      + continuation(of: line, from: high + 3, to: high + reach)
    let doubt = 1 - line.stepAgreement(from: low, to: high)
    return sum - continued - stepWeight * doubt * Float(count)
  }

  private static func continuation(of line: EdgeLine, from: Float, to: Float) -> Float {
    let (sum, count) = line.evidence(from: from, to: to)
    return count > 3 ? max(0, sum + 0.3 * Float(count)) : 0
  }

  private func distinct(
    _ ranked: [(Float, [Int])], limit: Int
  ) -> [OutlineHypothesis] {
    var result: [OutlineHypothesis] = []
    var framed = 0
    for (score, order) in ranked {
      guard let outline = outline(of: order, score: score) else { continue }
      guard outline.area > Self.areaFloor * width * height else { continue }
      if result.contains(where: { $0.distance(to: outline) < 5 }) { continue }
      // Outlines that lean on the frame's borders are many; they take half the places at most.
      if outline.lines.contains(where: { $0.isFrame }) {
        guard framed < limit / 2 else { continue }
        framed += 1
      }
      result.append(outline)
      if result.count == limit { break }
    }
    return result
  }

  /// The outline of four lines in order around it; nil unless it is convex.
  private func outline(of order: [Int], score: Float) -> OutlineHypothesis? {
    var outline = outline(of: order.map { lines[$0] })
    outline?.score = score
    return outline
  }

  /// The same, without a score yet.
  func outline(of order: [EdgeLine]) -> OutlineHypothesis? {
    var sides = order
    var corners: [SIMD2<Float>] = []
    for index in 0..<4 {
      guard let corner = sides[(index + 3) & 3].intersection(sides[index]) else { return nil }
      corners.append(corner)
    }
    var outline = OutlineHypothesis(lines: sides, corners: corners, score: 0)
    if outline.area < 0 {
      corners = [corners[0], corners[3], corners[2], corners[1]]
      sides = [sides[3], sides[2], sides[1], sides[0]]
      outline = OutlineHypothesis(lines: sides, corners: corners, score: 0)
    }
    for index in 0..<4 {
      let before = corners[index] - corners[(index + 3) & 3]
      let after = corners[(index + 1) & 3] - corners[index]
      if before.x * after.y - before.y * after.x <= 0 { return nil }
    }
    return outline
  }
}
