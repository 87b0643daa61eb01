extension OutlineSearch {
  /// How many lines, those with the longest stretches of edge, are looked at in pairs.
  static let pairedLineLimit = 16
  /// The least evidence of the stretch along each line of a pair, in pixels of clean edge.
  static let pairedStretch: Float = 10
  /// The least length of a side that is put in, in reduced pixels.
  static let completedSide: Float = 12
  /// How near to the frame's borders, in reduced pixels, an edge runs out of the frame instead of
  /// ending.
  static let endMargin: Float = 4

  /// Outlines with three seen sides whose fourth one runs from where one side's edge ends to where
  /// the opposite one's does, at most `limit`, best first, no two nearly the same and none near one
  /// of `known`.
  ///
  /// A side whose edge is lost on paper beneath, among print or in a pattern is no line of its own;
  /// its neighbours' edges end at its corners all the same.
  func completions(
    limit: Int, edges: EdgeMap, image: ReducedImage, besides known: [OutlineHypothesis]
  ) -> [OutlineHypothesis] {
    let ranked = lines.indices.filter { !lines[$0].isFrame }
      .map { (index: $0, stretch: lines[$0].longestStretch()) }
      .filter { $0.stretch.sum >= Self.pairedStretch }
      .sorted { $0.stretch.sum > $1.stretch.sum }
      .prefix(Self.pairedLineLimit)
    var found: [OutlineHypothesis] = []
    for (place, first) in ranked.enumerated() {
      for second in ranked.dropFirst(place + 1) {
        let one = lines[first.index]
        let two = lines[second.index]
        let sine = abs(one.normalX * two.normalY - one.normalY * two.normalX)
        guard sine < Self.oppositeSine else { continue }
        let isSameWay = one.normalX * two.normalX + one.normalY * two.normalY > 0
        for atStart in [true, false] {
          let from = one.point(at: atStart ? first.stretch.start : first.stretch.end)
          let to = two.point(at: atStart == isSameWay ? second.stretch.start : second.stretch.end)
          guard isInside(from), isInside(to), let side = completedSide(from, to, edges, image)
          else { continue }
          found += outlines(of: one, two, closedBy: side, crossings: ranked.map(\.index))
        }
      }
    }
    found.sort { $0.score > $1.score }
    var kept: [OutlineHypothesis] = []
    for outline in found {
      guard kept.count < limit else { break }
      guard !kept.contains(where: { $0.distance(to: outline) < 5 }),
        !known.contains(where: { $0.distance(to: outline) < 5 })
      else { continue }
      kept.append(outline)
    }
    return kept
  }

  private func isInside(_ point: SIMD2<Float>) -> Bool {
    point.x > Self.endMargin && point.y > Self.endMargin && point.x < width - Self.endMargin
      && point.y < height - Self.endMargin
  }

  /// The line from one point to another with its evidence; nil where they are near each other.
  private func completedSide(
    _ from: SIMD2<Float>, _ to: SIMD2<Float>, _ edges: EdgeMap, _ image: ReducedImage
  ) -> EdgeLine? {
    let step = to - from
    let length = (step * step).sum().squareRoot()
    guard length >= Self.completedSide else { return nil }
    let normal = SIMD2(-step.y, step.x) / length
    var line = EdgeLine(normalX: normal.x, normalY: normal.y, offset: (normal * from).sum())
    line.gatherEvidence(edges, in: image)
    return line
  }

  /// The outlines of two opposite sides, the side between their ends and any line across.
  private func outlines(
    of one: EdgeLine, _ two: EdgeLine, closedBy side: EdgeLine, crossings: [Int]
  ) -> [OutlineHypothesis] {
    var result: [OutlineHypothesis] = []
    for index in crossings {
      let cross = lines[index]
      let between = abs(cross.normalX * side.normalY - cross.normalY * side.normalX)
      guard between < Self.oppositeSine, isAcross(cross, one), isAcross(cross, two),
        isAcross(side, one), isAcross(side, two),
        var outline = outline(of: [one, cross, two, side])
      else { continue }
      guard outline.area > Self.areaFloor * width * height,
        outline.corners.allSatisfy({ isNearFrame($0) })
      else { continue }
      var score: Float = 0
      for place in 0..<4 {
        let line = outline.lines[place]
        let from = line.position(of: outline.corners[place])
        let to = line.position(of: outline.corners[(place + 1) & 3])
        let isCompleted = line.normalX == side.normalX && line.offset == side.offset
        score +=
          isCompleted
          ? Self.evidence(of: line, from: from, to: to) : sideEvidence(line, from, to)
      }
      guard score.isFinite else { continue }
      outline.score = score
      outline.isCompleted = true
      result.append(outline)
    }
    return result
  }

  private func isAcross(_ one: EdgeLine, _ two: EdgeLine) -> Bool {
    abs(one.normalX * two.normalY - one.normalY * two.normalX) > Self.neighbourSine
  }
}
