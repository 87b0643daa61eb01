import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct HomographyTests {
  static let outline = Quadrilateral(
    topLeft: PixelPoint(x: 100, y: 80), topRight: PixelPoint(x: 700, y: 120),
    bottomRight: PixelPoint(x: 760, y: 560), bottomLeft: PixelPoint(x: 60, y: 500))

  @Test func cornersGoToCorners() throws {
    let map = try #require(Homography(Self.outline))
    let units = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)]
    for (unit, corner) in zip(units, Self.outline.corners) {
      let point = map.picture(u: unit.0, v: unit.1)
      #expect(abs(point.x - corner.x) < 1e-9 && abs(point.y - corner.y) < 1e-9)
    }
  }

  @Test func backUndoesForward() throws {
    let map = try #require(Homography(Self.outline))
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let u = Double.random(in: -0.2...1.2, using: &generator)
      let v = Double.random(in: -0.2...1.2, using: &generator)
      let back = map.document(map.picture(u: u, v: v))
      #expect(abs(back.x - u) < 1e-9 && abs(back.y - v) < 1e-9)
    }
  }

  /// The nearer a side the longer it is; a fourth of the document's height beyond this one the plane
  /// passes the viewer.
  @Test func whatLiesBehindTheViewerIsTold() throws {
    let map = try #require(
      Homography(
        Quadrilateral(
          topLeft: PixelPoint(x: 40, y: 50), topRight: PixelPoint(x: 60, y: 50),
          bottomRight: PixelPoint(x: 100, y: 100), bottomLeft: PixelPoint(x: 0, y: 100))))
    #expect(map.isInFront(u: 0, v: 0) && map.isInFront(u: 1, v: 1) && map.isInFront(u: 0.5, v: -9))
    #expect(map.isInFront(u: 0.5, v: 1.24) && !map.isInFront(u: 0.5, v: 1.26))
  }

  @Test func degenerateOutlinesAreRefused() {
    let line = Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: 10, y: 10),
      bottomRight: PixelPoint(x: 20, y: 20), bottomLeft: PixelPoint(x: 0, y: 30))
    #expect(Homography(line) == nil)
    let crossed = Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: 10, y: 10),
      bottomRight: PixelPoint(x: 10, y: 0), bottomLeft: PixelPoint(x: 0, y: 10))
    #expect(Homography(crossed) == nil)
    let endless = Quadrilateral(
      topLeft: PixelPoint(x: .nan, y: 0), topRight: PixelPoint(x: 10, y: 0),
      bottomRight: PixelPoint(x: 10, y: 10), bottomLeft: PixelPoint(x: 0, y: .infinity))
    #expect(Homography(endless) == nil)
  }
}
