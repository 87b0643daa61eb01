import Clearframe
import Testing

@Suite struct DocumentBoundaryUprightTests {
  @Test(arguments: Orientation.allCases) func cornersStayClockwise(_ orientation: Orientation) {
    let side = { (support: Double) in
      BoundarySide(
        support: support, contrast: 20, visibleShare: 1, isFrameBorder: false, coveredShare: 0)
    }
    // Side supports mark the sides: 0.1 on top, 0.2 right, 0.3 bottom, 0.4 left, as stored.
    let stored = DocumentBoundary(
      outline: Quadrilateral(
        topLeft: PixelPoint(x: 10, y: 20), topRight: PixelPoint(x: 110, y: 22),
        bottomRight: PixelPoint(x: 108, y: 80), bottomLeft: PixelPoint(x: 12, y: 82)),
      confidence: 0.9, sides: [side(0.1), side(0.2), side(0.3), side(0.4)])
    let size = PixelSize(width: 200, height: 100)
    let upright = stored.upright(orientation, stored: size)
    let corners = upright.outline.corners
    var sum = 0.0
    for index in 0..<4 {
      let here = corners[index]
      let next = corners[(index + 1) % 4]
      sum += here.x * next.y - next.x * here.y
    }
    #expect(sum > 0)
    #expect(corners[1].x - corners[0].x > abs(corners[1].y - corners[0].y))
    // Each side keeps its evidence: its ends are where the stored side's ends go.
    for index in 0..<4 {
      let from = orientation.upright(stored.outline.corners[index], stored: size)
      let to = orientation.upright(stored.outline.corners[(index + 1) % 4], stored: size)
      let match = (0..<4).first { place in
        Set([corners[place], corners[(place + 1) % 4]]) == Set([from, to])
      }
      #expect(match.map { upright.sides[$0].support } == stored.sides[index].support)
    }
  }
}
