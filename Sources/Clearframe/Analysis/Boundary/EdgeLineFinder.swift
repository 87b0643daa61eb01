import ClearframeKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the straight lines of an edge map, strongest first.
///
/// A Hough transform in which every edge pixel votes only near its own direction (O'Gorman and
/// Clowes, Finding picture edges through collinearity of feature points, IEEE ToC, 1976). Lines
/// are taken greedily: the pixels of a found line are fitted by least squares and their votes
/// taken back, so that one strong edge does not give a crowd of near-equal lines.
package struct EdgeLineFinder {
  /// Bins over half a turn: one degree each, about the precision of the gradient's direction.
  package static let angleCount = 180
  /// Bins to each side of an edge's own direction that it votes for.
  static let angleSpread = (LineVoteKernel.directionCount - 1) / 2
  /// The least sum of votes of a line: some twenty pixels of a clean edge.
  static let voteFloor: Float = 9

  /// What a step along a line without an edge costs, where one with a clean edge counts 1 less it.
  static let gapCost: Float = 0.35

  private let edges: EdgeMap
  /// The normals' horizontal parts, from as many directions before the first as votes spread to
  /// more than as many after the last, since directions wrap around.
  private let cosines: [Float]
  /// Their vertical parts.
  private let sines: [Float]
  /// The first cell of each of these directions.
  private let rows: [Int32]
  private let distanceCount: Int
  private let distanceOrigin: Float
  private var votes: [Float]
  /// 1 for each edge pixel that belongs to no line yet, else 0.
  private var isFree: [UInt8]
  private var bins: [Int16]

  package init(_ edges: EdgeMap) {
    self.edges = edges
    let diagonal = Float(edges.width * edges.width + edges.height * edges.height).squareRoot()
    distanceOrigin = diagonal + 2
    let distanceCount = Int(2 * diagonal) + 6
    self.distanceCount = distanceCount
    let angles = (0..<Self.angleCount + LineVoteKernel.tableLength).map { place in
      (place - Self.angleSpread + Self.angleCount) % Self.angleCount
    }
    let turns = angles.map { (Float($0) + 0.5) * Float.pi / Float(Self.angleCount) }
    cosines = turns.map { cosf($0) }
    sines = turns.map { sinf($0) }
    rows = angles.map { Int32(truncatingIfNeeded: $0 * distanceCount) }
    votes = [Float](repeating: 0, count: Self.angleCount * distanceCount)
    isFree = [UInt8](repeating: 0, count: edges.strength.count)
    bins = [Int16](repeating: 0, count: edges.strength.count)
  }

  /// At most `limit` lines, clipped to the frame and sampled for evidence.
  package mutating func lines(limit: Int) -> [EdgeLine] {
    fileByDirection()
    vote(edges.pixels.map { Int($0) }, sign: 1)
    var best = (0..<Self.angleCount).map { peak(of: $0) }
    var found: [EdgeLine] = []
    var attempts = 0
    while found.count < limit, attempts < 2 * limit {
      attempts += 1
      var top = 0
      for angle in 1..<Self.angleCount where best[angle].votes > best[top].votes { top = angle }
      guard best[top].votes >= Self.voteFloor else { break }
      let start = EdgeLine(
        normalX: cosines[top + Self.angleSpread], normalY: sines[top + Self.angleSpread],
        offset: Float(best[top].bin) + 0.5 - distanceOrigin)
      let (line, members) = fit(start)
      vote(members, sign: -1)
      for index in members { isFree[index] = 0 }
      if members.count < 8 {
        // A peak of scattered pixels: clear the cell itself so that the search goes on.
        votes[top * distanceCount + best[top].bin] = 0
      } else {
        found.append(line)
      }
      // Votes only ever sink, so that a peak that kept its own is still the highest.
      for angle in 0..<Self.angleCount
      where votes[angle * distanceCount + best[angle].bin] != best[angle].votes {
        best[angle] = peak(of: angle)
      }
    }
    return found
  }

  /// Marks every edge pixel free and notes the bin of its direction.
  private mutating func fileByDirection() {
    let edges = edges
    bins.withUnsafeMutableBufferPointer { bins in
      isFree.withUnsafeMutableBufferPointer { isFree in
        edges.normalX.withUnsafeBufferPointer { normalX in
          edges.normalY.withUnsafeBufferPointer { normalY in
            for pixel in edges.pixels {
              let index = Int(pixel)
              bins[index] = Self.bin(ofNormal: normalX[index], normalY[index])
              isFree[index] = 1
            }
          }
        }
      }
    }
  }

  /// The bin of a line's direction, from a unit vector along its normal, either way round.
  ///
  /// The arc tangent's polynomial is good to 0.00002 radian, a thousandth of a bin (Abramowitz
  /// and Stegun, Handbook of Mathematical Functions, 4.4.47, after Hastings).
  @inline(__always)
  package static func bin(ofNormal x: Float, _ y: Float) -> Int16 {
    // The half turn in which y is not negative.
    let isTurned = y < 0 || (y == 0 && x < 0)
    let across = isTurned ? -x : x
    let up = isTurned ? -y : y
    let wide = abs(across)
    let isSteep = up > wide
    let share = (isSteep ? wide : up) / max(isSteep ? up : wide, Float.leastNormalMagnitude)
    let square = share * share
    let high = ((0.0208351 * square - 0.0851330) * square + 0.1801410) * square - 0.3302995
    var angle = share * (high * square + 0.9998660)
    if isSteep { angle = Float.pi / 2 - angle }
    if across < 0 { angle = Float.pi - angle }
    return min(
      Int16(angleCount - 1), Int16(truncatingIfNeeded: Int(angle * Float(angleCount) / Float.pi)))
  }

  /// Adds the votes of edge pixels, or takes them back where `sign` is -1.
  private mutating func vote(_ pixels: [Int], sign: Float) {
    let edges = edges
    let origin = distanceOrigin - 0.5
    votes.withUnsafeMutableBufferPointer { votes in
      edges.strength.withUnsafeBufferPointer { strengths in
        bins.withUnsafeBufferPointer { bins in
          cosines.withUnsafeBufferPointer { cosines in
            sines.withUnsafeBufferPointer { sines in
              rows.withUnsafeBufferPointer { rows in
                guard let votes = votes.baseAddress, let cosines = cosines.baseAddress,
                  let sines = sines.baseAddress, let rows = rows.baseAddress
                else { return }
                for index in pixels {
                  let point = edges.centre(of: index)
                  let own = Int(bins[index])
                  LineVoteKernel.add(
                    sign * strengths[index], x: point.x, y: point.y, origin: origin,
                    cosines: cosines + own, sines: sines + own, rows: rows + own, to: votes)
                }
              }
            }
          }
        }
      }
    }
  }

  private func peak(of angle: Int) -> (votes: Float, bin: Int) {
    votes.withUnsafeBufferPointer { votes in
      guard let votes = votes.baseAddress else { return (0, 0) }
      let base = votes + angle * distanceCount
      // The outermost bins lie beyond the frame's corners.
      let bin = 1 + (LargestValueKernel.index(base + 1, count: distanceCount - 2) ?? 0)
      return base[bin] > 0 ? (base[bin], bin) : (0, 0)
    }
  }

  /// Fits a line to the edge pixels near `start`; two rounds, since the cell is coarse.
  private func fit(_ start: EdgeLine) -> (EdgeLine, [Int]) {
    var line = start
    var members: [Int] = []
    for round in 0..<2 {
      let reach: Float = round == 0 ? 2 : 1.6
      members = bestStretch(of: pixels(near: line, reach: reach), along: line)
      guard members.count >= 8 else { return (line, members) }
      var sum = SIMD4<Float>.zero
      var weightSum: Float = 0
      var xy: Float = 0
      for index in members {
        let weight = edges.strength[index]
        let point = edges.centre(of: index)
        weightSum += weight
        sum += SIMD4(lowHalf: point, highHalf: point * point) * weight
        xy += weight * point.x * point.y
      }
      guard weightSum > 0 else { return (line, members) }
      let mean = sum / weightSum
      let xx = mean.z - mean.x * mean.x
      let yy = mean.w - mean.y * mean.y
      let mixed = xy / weightSum - mean.x * mean.y
      // The direction of largest spread; the normal is a quarter turn away from it.
      let turn = 0.5 * atan2f(2 * mixed, xx - yy)
      let normalX = -sinf(turn)
      let normalY = cosf(turn)
      let kept = abs(normalX * start.normalX + normalY * start.normalY)
      guard kept > 0.99 else { break }
      line.normalX = normalX
      line.normalY = normalY
      line.offset = normalX * mean.x + normalY * mean.y
    }
    return (line, members)
  }

  /// The members of the densest stretch along a line: one side, and not what lies by chance on
  /// its continuation. Pixels on the line count for it, steps without one against it, and the
  /// largest sum wins (Kadane).
  private func bestStretch(of members: [Int], along line: EdgeLine) -> [Int] {
    guard members.count >= 8 else { return members }
    let reach = Int(distanceOrigin) + 2
    var seen = [Float](repeating: 0, count: 2 * reach)
    var places: [Int] = []
    places.reserveCapacity(members.count)
    for index in members {
      let position = line.position(of: edges.centre(of: index))
      let place = min(max(Int(position) + reach, 0), 2 * reach - 1)
      places.append(place)
      seen[place] = max(seen[place], edges.strength[index])
    }
    let low = places.min() ?? 0
    let high = places.max() ?? 0
    var best: Float = 0
    var range = low...low
    var running: Float = 0
    var start = low
    for place in low...high {
      if running <= 0 {
        running = 0
        start = place
      }
      running += min(1, 1.7 * seen[place]) - Self.gapCost
      if running > best {
        best = running
        range = start...place
      }
    }
    return zip(members, places).filter { range.contains($0.1) }.map { $0.0 }
  }

  /// Free edge pixels within `reach` of `line` whose direction agrees with it to 15 degrees.
  private func pixels(near line: EdgeLine, reach: Float) -> [Int] {
    var members: [Int] = []
    let isSteep = abs(line.normalX) > abs(line.normalY)
    let span = Int(reach * 1.5) + 1
    let count = isSteep ? edges.height : edges.width
    let limit = isSteep ? edges.width : edges.height
    let majorStride = isSteep ? edges.width : 1
    let minorStride = isSteep ? 1 : edges.width
    isFree.withUnsafeBufferPointer { isFree in
      for major in 0..<count {
        let at = Float(major) + 0.5
        let centre =
          isSteep
          ? (line.offset - line.normalY * at) / line.normalX
          : (line.offset - line.normalX * at) / line.normalY
        guard centre > -8, centre < Float(limit) + 8 else { continue }
        let middle = Int(flooring: centre)
        let first = max(0, middle &- span)
        for minor in first..<max(first, min(limit, middle &+ span &+ 1)) {
          let index = major &* majorStride &+ minor &* minorStride
          guard isFree[index] != 0 else { continue }
          let point =
            isSteep
            ? SIMD2(Float(minor) + 0.5, at) : SIMD2(at, Float(minor) + 0.5)
          let agreement =
            edges.normalX[index] * line.normalX + edges.normalY[index] * line.normalY
          if abs(agreement) > 0.965, abs(line.distance(of: point)) <= reach {
            members.append(index)
          }
        }
      }
    }
    return members
  }
}
