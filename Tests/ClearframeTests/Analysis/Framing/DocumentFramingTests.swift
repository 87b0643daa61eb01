import Clearframe
import Testing

@Suite struct DocumentFramingTests {
  private let size = EvidenceBuilder.size

  private func framing(
    _ corners: [(Double, Double)], _ orientation: Orientation = .up,
    visible: [Double] = [1, 1, 1, 1], frameBorders: Set<Int> = [], cover: OutlineCover? = nil
  ) -> DocumentFraming {
    DocumentFraming(
      EvidenceBuilder.boundary(corners, visible: visible, frameBorders: frameBorders),
      orientation: orientation, storedSize: size, cover: cover)
  }

  private let inside = [(400.0, 500.0), (3600.0, 500.0), (3600.0, 2500.0), (400.0, 2500.0)]

  @Test func measuresAnOutlineInsideTheFrame() {
    let framing = framing(inside)
    #expect(framing.longSide == 3200)
    #expect(framing.shortSide == 2000)
    #expect(framing.largestReach == -400 / 3200.0)
    #expect(framing.cuttingSides.isEmpty)
    #expect(framing.cutShare == 0)
    #expect(framing.cornerDeviation < 1e-6)
    #expect(abs(framing.margin - 400 / 3000.0) < 1e-12)
    #expect(framing.frameShare(visibleArea: 3e6) == 0.5)
  }

  @Test func measuresAnOutlineThatReachesBeyondTheRight() {
    let framing = framing(
      [(2000, 1000), (4500, 1000), (4500, 2000), (2000, 2000)], visible: [0.8, 0, 0.8, 1])
    #expect(framing.cuttingSides == [.right])
    #expect(framing.largestReach == 0.2)
    #expect(abs(framing.cutShare - (500.0 + 1000 + 500) / 7000) < 1e-12)
    #expect(framing.margin < 0)
    #expect(framing.tightestSide == .right)
    #expect(framing.strip(along: .right) == PixelRegion(x: 3910, y: 1000, width: 90, height: 1000))
  }

  @Test func ignoresAReachWithinTheErrorOfTheOutline() {
    let framing = framing(
      [(1000, 500), (4010, 500), (4010, 2500), (1000, 2500)], visible: [0.997, 0, 0.997, 1])
    #expect(framing.largestReach < DocumentFraming.reachTolerance)
    #expect(framing.cuttingSides.isEmpty)
    #expect(framing.cutShare == 0)
  }

  @Test func aSideThatFollowsTheFrameIsCutOff() {
    let framing = framing(
      [(500, 800), (3500, 800), (3500, 3000), (500, 3000)], frameBorders: [2])
    #expect(framing.cuttingSides == [.bottom])
    #expect(abs(framing.cutShare - 3000.0 / 10400) < 1e-12)
    #expect(
      framing.strip(along: .bottom) == PixelRegion(x: 500, y: 2910, width: 3000, height: 90))
  }

  @Test(arguments: Orientation.allCases)
  func turnsWithTheOrientation(_ orientation: Orientation) throws {
    // The stored bottom side follows the frame, and the corner stored at the top left is covered.
    let framing = framing(
      [(500, 800), (3500, 800), (3500, 3000), (500, 3000)], orientation, frameBorders: [2],
      cover: OutlineCover(
        isCornerCovered: [true, false, false, false], sideShares: [0.3, 0, 0, 0]))
    let expected: [Orientation: FrameSide] = [
      .up: .bottom, .upMirrored: .bottom, .down: .top, .downMirrored: .top,
      .leftMirrored: .right, .right: .left, .rightMirrored: .left, .left: .right,
    ]
    #expect(framing.cuttingSides == [expected[orientation]])
    #expect(framing.frame == orientation.uprightSize(of: size))
    let corner = orientation.upright(PixelPoint(x: 500, y: 800), stored: size)
    let cover = try #require(framing.cover)
    let index = try #require(cover.isCornerCovered.firstIndex(of: true))
    #expect(framing.outline.corners[index] == corner)
    let other = orientation.upright(PixelPoint(x: 3500, y: 800), stored: size)
    let side = try #require(cover.sideShares.firstIndex(of: 0.3))
    let ends = [framing.outline.corners[side], framing.outline.corners[(side + 1) & 3]]
    #expect(ends.contains(corner) && ends.contains(other))
    // A square around a corner of the frame's inside lies around that corner.
    let square = framing.square(around: DocumentCorner.allCases[index])
    #expect(Double(square.x) < corner.x && corner.x < Double(square.x + square.width))
    #expect(Double(square.y) < corner.y && corner.y < Double(square.y + square.height))
  }

  @Test func measuresCornerAngles() {
    // A trapezoid whose legs lean by 45 degrees.
    let framing = framing([(1000, 500), (2000, 500), (3000, 1500), (0, 1500)])
    #expect(abs(framing.cornerDeviation - 45) < 1e-9)
  }

  @Test func survivesOutlinesWithoutExtent() {
    let framing = framing([(5, 5), (5, 5), (5, 5), (5, 5)])
    #expect(framing.cutShare == 0)
    #expect(framing.longSide == 1)
    #expect(framing.cornerDeviation == 0)
    let far = self.framing([(-1e300, 0), (1e300, 0), (1e300, 1e300), (-1e300, 1e300)])
    #expect(far.strip(along: .bottom).width <= 4000)
  }

  @Test func regionsBeyondTheFrameHaveAPixel() {
    // The left side lies beyond the frame, from 40 pixels to its left on.
    let framing = framing([(-40, 0), (20, 0), (20, 10), (-40, 10)])
    let box = framing.box(aroundSide: 3)
    #expect(box.x == 0 && box.width == 1 && box.height > 1)
    let below = self.framing([(10, 3500), (60, 3500), (60, 3600), (10, 3600)])
    let square = below.square(around: .topLeft)
    #expect(square.y == 2999 && square.height == 1 && square.width > 1)
  }
}
