import Testing

@testable import Clearframe

@Suite struct FourthSideTests {
  /// A page on a gray desk, a strip of which is seen on its right.
  private static let page = PaintedScene.rectangle(centre: (490, 300), size: (560, 500))

  private static func reduced(desk: Double) -> ReducedImage {
    var scene = PaintedScene(width: 800, height: 600, background: [desk, 128, 128])
    scene.fill(page, [205, 128, 128])
    scene.print(on: page, rows: 14, seed: 51)
    scene.addNoise(3, seed: 52)
    return ReducedImage(scene.image())
  }

  /// The page, and the same outline running out of the frame on the right, which comes first.
  private static func candidates(
    in reduced: ReducedImage, lag: Float
  ) throws -> [BoundaryDetector.Candidate] {
    let whole = try #require(BoundaryDetector.candidates(in: reduced).first)
    var open = whole
    let width = Float(reduced.width)
    let side = try #require(
      (0..<4).first { index in
        let pair = [whole.outline.corners[index], whole.outline.corners[(index + 1) & 3]]
        return pair.allSatisfy { $0.x > 0.9 * width }
      })
    open.outline.lines[side] = EdgeLine(normalX: 1, normalY: 0, offset: width)
    open.outline.lines[side].isFrame = true
    open.outline.corners[side].x = width
    open.outline.corners[(side + 1) & 3].x = width
    open.logit = whole.logit + lag
    return [open, whole]
  }

  @Test func anOutlineOfWhichAllSidesAreSeenGoesFirst() throws {
    let reduced = Self.reduced(desk: 120)
    let candidates = try Self.candidates(in: reduced, lag: 0.2)
    let ranked = BoundaryDetector.decidingFourthSides(of: candidates, in: reduced)
    let first = try #require(ranked.first)
    #expect(ranked.count == 2)
    #expect(first.outline.lines.allSatisfy { !$0.isFrame })
  }

  @Test func aLessProbableOneDoesNot() throws {
    let reduced = Self.reduced(desk: 120)
    let candidates = try Self.candidates(
      in: reduced, lag: BoundaryDetector.fourthSideLag + 0.1)
    let ranked = BoundaryDetector.decidingFourthSides(of: candidates, in: reduced)
    #expect(ranked.first?.outline.lines.contains { $0.isFrame } == true)
  }

  /// The paper goes on beyond a ruled line.
  @Test func aLineOnThePaperIsNoSide() throws {
    let reduced = Self.reduced(desk: 120)
    let candidates = try Self.candidates(in: reduced, lag: 0.2)
    var scene = PaintedScene(width: 800, height: 600, background: [120, 128, 128])
    scene.fill(PaintedScene.rectangle(centre: (530, 300), size: (640, 500)), [205, 128, 128])
    scene.fill(PaintedScene.rectangle(centre: (770, 300), size: (3, 500)), [150, 128, 128])
    scene.addNoise(3, seed: 53)
    let ruled = ReducedImage(scene.image())
    let regions = PictureRegions(ruled)
    let colours = RegionColours(ruled, edges: EdgeMap(ruled))
    var whole = candidates[1]
    whole.features = OutlineFeatures(
      of: whole.outline, in: ruled, colours: colours, regions: regions, among: [whole.outline])
    let ranked = BoundaryDetector.decidingFourthSides(
      of: [candidates[0], whole], in: ruled)
    #expect(ranked.first?.outline.lines.contains { $0.isFrame } == true)
  }

  /// A fourth side that adds no evidence is none; one that does stays.
  @Test(arguments: [(Float(0.1), true), (0.6, false)])
  func aSideOfWhichNothingIsSeenGivesWay(_ evidence: Float, _ isOpen: Bool) throws {
    let reduced = Self.reduced(desk: 120)
    let candidates = try Self.candidates(in: reduced, lag: -0.2)
    let whole = candidates[1]
    var open = candidates[0]
    // The page is 500 pixels high.
    let length = 500 / Float(800 / reduced.width)
    open.outline.score = whole.outline.score - evidence * length
    let ranked = BoundaryDetector.decidingFourthSides(of: [whole, open], in: reduced)
    #expect(ranked.first?.outline.lines.contains { $0.isFrame } == isOpen)
  }
}
