@testable import Clearframe
import Testing

@Suite struct OutlineSegmentTests {
  private let corners = [
    PixelPoint(x: 100, y: 50), PixelPoint(x: 500, y: 50), PixelPoint(x: 500, y: 350),
    PixelPoint(x: 100, y: 350),
  ]

  /// An edge on each pixel of the outline, or on every `spacing`th.
  private func edges(
    contrast: Float = 60, spacing: Int = 1, turned: Bool = false, width: (Int, Int) -> Float
  ) -> [RimEdge] {
    func edge(_ column: Int, _ row: Int, _ direction: UInt8) -> RimEdge {
      RimEdge(
        column: Int32(column), row: Int32(row), direction: turned ? 4 - direction : direction,
        deviation: width(column, row), contrast: contrast, weight: 1)
    }
    var edges: [RimEdge] = []
    for column in stride(from: 100, to: 500, by: spacing) {
      edges += [edge(column, 50, 4), edge(column, 349, 4)]
    }
    for row in stride(from: 50, to: 350, by: spacing) {
      edges += [edge(100, row, 0), edge(499, row, 0)]
    }
    return edges
  }

  private func segments(_ edges: [RimEdge], step: Int = 1) -> [OutlineSegment] {
    OutlineSegment.segments(of: edges, step: step, corners: corners) { 2 * $0 }
  }

  @Test func cutsEachSideInFourAndMeasuresThem() throws {
    let found = segments(edges { column, _ in column < 300 ? 1 : 2 })
    #expect(found.map(\.side) == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
    for segment in found {
      let expected = segment.x < 300 ? 2.0 : 4
      #expect(abs(segment.width - expected) < 0.1 * expected, "at \(segment.x), \(segment.y)")
      #expect((0.8...1.05).contains(segment.coverage))
    }
    let first = try #require(found.first)
    #expect(abs(first.y - 50.5) < 1e-9)
    #expect((150...162).contains(first.x))
  }

  @Test func countsForTheEdgesThatWereNotLookedAt() {
    let sparse = edges(spacing: 5) { _, _ in 1 }
    #expect(segments(sparse).isEmpty)
    #expect(segments(sparse, step: 2).count == 16)
  }

  @Test func leavesFaintAndForeignEdgesOut() {
    #expect(segments(edges(contrast: 23) { _, _ in 1 }).isEmpty)
    #expect(segments(edges(contrast: 25) { _, _ in 1 }).count == 16)
    // Lines that run into the outline face along it.
    #expect(segments(edges(turned: true) { _, _ in 1 }).isEmpty)
    // Nor do edges count that lie away from it.
    let away = edges { _, _ in 1 }.map {
      RimEdge(
        column: $0.column + 40, row: $0.row + 40, direction: $0.direction,
        deviation: $0.deviation, contrast: $0.contrast, weight: $0.weight)
    }
    #expect(segments(away).isEmpty)
  }

  @Test func oneSegmentOfASideTellsNothing() {
    let part = edges { _, _ in 1 }.filter { $0.column < 190 || $0.row == 349 }
    #expect(Set(segments(part).map(\.side)) == [2, 3])
    #expect(segments([]).isEmpty)
  }
}
