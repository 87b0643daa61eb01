import Testing

@testable import Clearframe

@Suite struct OutlineCompletionTests {
  private static let card = PaintedScene.rectangle(centre: (390, 310), size: (400, 260))

  private static func reduced() -> ReducedImage {
    var scene = PaintedScene(width: 800, height: 600, background: [90, 128, 128])
    scene.fill(card, [205, 128, 128])
    scene.addNoise(3, seed: 91)
    return ReducedImage(scene.image())
  }

  /// The lines of a picture but those along one side of the card.
  private static func lines(
    in reduced: ReducedImage, edges: EdgeMap, without side: Int
  ) -> [EdgeLine] {
    let corners = card.map { SIMD2(Float($0.x), Float($0.y)) / scale(of: reduced) }
    let ends = [corners[side], corners[(side + 1) & 3]]
    var finder = EdgeLineFinder(edges)
    var lines = finder.lines(limit: CandidateSearch.lineLimit).filter { line in
      !ends.allSatisfy { abs(line.distance(of: $0)) < 6 }
    }
    for index in lines.indices { lines[index].gatherEvidence(edges, in: reduced) }
    return lines
  }

  private static func scale(of reduced: ReducedImage) -> Float { 800 / Float(reduced.width) }

  /// The largest distance of an outline's corners from the card's.
  private static func error(of outline: OutlineHypothesis, in reduced: ReducedImage) -> Float {
    card.map { point -> Float in
      let corner = SIMD2(Float(point.x), Float(point.y)) / scale(of: reduced)
      return outline.corners.map { ((($0 - corner) * ($0 - corner)).sum()).squareRoot() }
        .min() ?? .infinity
    }.max() ?? .infinity
  }

  @Test(arguments: 0..<4) func aSideThatIsNoLineRunsBetweenTheEndsOfItsNeighbours(
    _ side: Int
  ) throws {
    let reduced = Self.reduced()
    let edges = EdgeMap(reduced)
    let lines = Self.lines(in: reduced, edges: edges, without: side)
    let search = OutlineSearch(lines: lines, edges: edges, image: reduced)
    #expect(search.outlines(limit: 30).allSatisfy { Self.error(of: $0, in: reduced) > 4 })
    let completed = search.completions(limit: 10, edges: edges, image: reduced, besides: [])
    let best = try #require(completed.first)
    #expect(Self.error(of: best, in: reduced) < 4)
  }

  @Test func outlinesThatAreKnownAreNotFoundAgain() {
    let reduced = Self.reduced()
    let edges = EdgeMap(reduced)
    let lines = Self.lines(in: reduced, edges: edges, without: 1)
    let search = OutlineSearch(lines: lines, edges: edges, image: reduced)
    let known = search.completions(limit: 1, edges: edges, image: reduced, besides: [])
    let others = search.completions(limit: 10, edges: edges, image: reduced, besides: known)
    #expect(known.count == 1)
    #expect(others.allSatisfy { other in known.allSatisfy { $0.distance(to: other) >= 5 } })
  }

  /// A side that runs out of the frame does not end where the frame does.
  @Test func edgesThatLeaveTheFrameEndNowhere() {
    var scene = PaintedScene(width: 800, height: 600, background: [90, 128, 128])
    scene.fill(PaintedScene.rectangle(centre: (600, 310), size: (600, 260)), [205, 128, 128])
    scene.addNoise(3, seed: 92)
    let reduced = ReducedImage(scene.image())
    let edges = EdgeMap(reduced)
    var finder = EdgeLineFinder(edges)
    var lines = finder.lines(limit: CandidateSearch.lineLimit)
    for index in lines.indices { lines[index].gatherEvidence(edges, in: reduced) }
    let search = OutlineSearch(lines: lines, edges: edges, image: reduced)
    let completed = search.completions(limit: 10, edges: edges, image: reduced, besides: [])
    let width = Float(reduced.width)
    #expect(completed.allSatisfy { $0.corners.allSatisfy { $0.x < width - 3 } })
  }

  @Test func theLongestStretchIsThatOfTheEdge() {
    let reduced = Self.reduced()
    let edges = EdgeMap(reduced)
    let scale = Self.scale(of: reduced)
    var line = EdgeLine(normalX: 0, normalY: 1, offset: 180 / scale)
    line.gatherEvidence(edges, in: reduced)
    let stretch = line.longestStretch()
    let ends = [line.point(at: stretch.start).x, line.point(at: stretch.end).x].sorted()
    #expect(abs(ends[0] - 190 / scale) < 4)
    #expect(abs(ends[1] - 590 / scale) < 4)
    #expect(stretch.sum > 0.5 * 400 / scale)
  }
}
