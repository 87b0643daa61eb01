import Clearframe
import Testing

@Suite struct DocumentAreaTests {
  private let size = PixelSize(width: 400, height: 300)

  private func finding(_ corners: [(Double, Double)], confidence: Double = 0.9) -> BoundaryFinding {
    let points = corners.map { PixelPoint(x: $0.0, y: $0.1) }
    return .found(
      DocumentBoundary(
        outline: Quadrilateral(
          topLeft: points[0], topRight: points[1], bottomRight: points[2], bottomLeft: points[3]),
        confidence: confidence, sides: []))
  }

  @Test func keepsAnOutlineInsideTheFrame() {
    let area = DocumentArea(
      finding([(50, 40), (350, 40), (350, 240), (50, 240)]), storedSize: size)
    #expect(!area.isWholeFrame)
    #expect(area.confidence == 0.9)
    #expect(area.polygon.count == 4)
    #expect(area.visibleArea == 60_000)
    #expect(area.contains(PixelPoint(x: 51, y: 41)))
    #expect(!area.contains(PixelPoint(x: 49, y: 41)))
  }

  @Test func clipsAnOutlineToTheFrame() {
    let area = DocumentArea(
      finding([(-100, 100), (200, -200), (500, 100), (200, 400)]), storedSize: size)
    #expect(!area.isWholeFrame)
    #expect(area.outline.topLeft.x == -100)
    #expect(area.polygon.allSatisfy { (0...400).contains($0.x) && (0...300).contains($0.y) })
    // The whole frame but for the corners below the line from (0, 200) to (100, 300) and its twin.
    #expect(area.polygon.count == 6)
    #expect(abs(area.visibleArea - (120_000 - 2 * 5_000)) < 1e-6)
    #expect(!area.contains(PixelPoint(x: 20, y: 290)))
  }

  @Test func takesTheWholeFrameWithoutATrustedOutline() {
    let doubtful = finding([(50, 40), (350, 40), (350, 240), (50, 240)], confidence: 0.3)
    let outside = finding([(500, 400), (600, 400), (600, 500), (500, 500)])
    let broken = finding([(.nan, 40), (350, 40), (350, 240), (50, .infinity)])
    for finding in [doubtful, outside, broken, .noEvidence, .fillsFrame] {
      let area = DocumentArea(finding, storedSize: size)
      #expect(area.isWholeFrame)
      #expect(area.polygon.count == 4)
      #expect(area.visibleArea == 120_000)
      #expect(area.contains(PixelPoint(x: 1, y: 299)))
    }
  }
}
