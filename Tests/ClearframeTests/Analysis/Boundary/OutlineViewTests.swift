import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct OutlineViewTests {
  private static let paper = PaintedScene.Colour(220, 120, 140)

  private static func values(_ view: OutlineView, column: Int, row: Int) -> SIMD4<Float> {
    let start = (row * OutlineView.side + column) * OutlineView.planes
    return SIMD4(view.values[start..<start + 4])
  }

  private static func view(
    of corners: [PixelPoint], turnedBy turn: Int = 0, isGray: Bool = false
  ) throws -> OutlineView {
    var scene = PaintedScene(width: 800, height: 600, background: [110, 130, 126])
    scene.fill(corners, paper)
    let reduced = ReducedImage(scene.image(isGray: isGray))
    let turned = (0..<4).map { corners[($0 + turn) & 3] }
    let outline = OutlineHypothesis(turned, in: reduced)
    return try #require(OutlineView(of: outline, in: reduced))
  }

  /// The document fills the middle three fifths, over the level of its own paper, and what is around
  /// it the rest.
  @Test func straightensTheOutlineToTheMiddle() throws {
    let corners = PaintedScene.rectangle(
      centre: (400, 300), size: (300, 180), cosine: 0.8, sine: 0.6)
    let view = try Self.view(of: corners)
    for (column, row) in [(14, 14), (49, 14), (14, 49), (49, 49), (32, 32)] {
      let found = Self.values(view, column: column, row: row)
      #expect(abs(found.x - 1) < 0.03, "\(column), \(row): \(found)")
      #expect(abs(found.y + 32 / 220.0) < 0.02 && abs(found.z - 48 / 220.0) < 0.02)
      #expect(found.w == 1)
    }
    for (column, row) in [(10, 32), (53, 32), (32, 10), (32, 53), (2, 2)] {
      let found = Self.values(view, column: column, row: row)
      #expect(abs(found.x - 0) < 0.03, "\(column), \(row): \(found)")
      #expect(abs(found.y - 8 / 220.0) < 0.02 && abs(found.z + 8 / 220.0) < 0.02)
    }
  }

  /// The longer sides run across, wherever the corners begin.
  @Test(arguments: 0..<4) func longerSidesRunAcross(turn: Int) throws {
    var corners = PaintedScene.rectangle(centre: (400, 300), size: (150, 400))
    var scene = PaintedScene(width: 800, height: 600, background: [110, 128, 128])
    scene.fill(corners, Self.paper)
    // A dark stripe along the upper short side, which is at one end of the view.
    scene.fill(PaintedScene.rectangle(centre: (400, 130), size: (150, 60)), [40, 128, 128])
    corners = (0..<4).map { corners[($0 + turn) & 3] }
    let reduced = ReducedImage(scene.image())
    let outline = OutlineHypothesis(corners, in: reduced)
    let view = try #require(OutlineView(of: outline, in: reduced))
    let ends = [15, 48].map { Self.values(view, column: $0, row: 32).x }
    let middles = [15, 48].map { Self.values(view, column: 32, row: $0).x }
    #expect(abs(abs(ends[0] - ends[1]) - 2 * 180 / 220.0) < 0.1, "\(ends)")
    #expect(abs(middles[0] - middles[1]) < 0.05, "\(middles)")
  }

  /// Beyond the frame all numbers are 0.
  @Test func nothingIsSeenBeyondTheFrame() throws {
    let view = try Self.view(of: PaintedScene.rectangle(centre: (100, 300), size: (300, 180)))
    #expect(Self.values(view, column: 14, row: 32) == SIMD4(0, 0, 0, 0))
    #expect(Self.values(view, column: 32, row: 32).w == 1)
    #expect(abs(Self.values(view, column: 32, row: 32).x - 1) < 0.03)
  }

  @Test func grayPicturesHaveNoChroma() throws {
    let corners = PaintedScene.rectangle(centre: (400, 300), size: (300, 180))
    let view = try Self.view(of: corners, isGray: true)
    for place in 0..<OutlineView.side * OutlineView.side {
      #expect(view.values[place * 4 + 1] == 0 && view.values[place * 4 + 2] == 0)
    }
  }

  /// What is out of all bounds, or no quadrilateral, is not looked at.
  @Test func looksAtNoImpossibleOutlines() {
    let reduced = ReducedImage(PaintedScene(width: 400, height: 300).image())
    let far: [(Double, Double)] = [(0, 0), (1e9, 0), (1e9, 200), (0, 200)]
    let line: [(Double, Double)] = [(0, 0), (100, 0), (200, 0), (300, 0)]
    for corners in [far, line] {
      let outline = OutlineHypothesis(
        corners.map { PixelPoint(x: $0.0, y: $0.1) }, in: reduced)
      #expect(OutlineView(of: outline, in: reduced) == nil)
    }
  }

  /// The plane of a strongly foreshortened outline soon passes the viewer; what is behind is not seen.
  @Test func nothingIsSeenBehindTheViewer() throws {
    let reduced = ReducedImage(PaintedScene(width: 800, height: 600).image())
    let corners = [(380.0, 200.0), (420, 200), (700, 400), (100, 400)].map {
      PixelPoint(x: $0.0, y: $0.1)
    }
    let outline = OutlineHypothesis(corners, in: reduced)
    let view = try #require(OutlineView(of: outline, in: reduced))
    let areFinite = view.values.allSatisfy { $0.isFinite }
    #expect(areFinite)
    let seen = (0..<OutlineView.side * OutlineView.side).filter { view.values[$0 * 4 + 3] > 0 }
    #expect((1000..<3600).contains(seen.count), "\(seen.count)")
  }
}
