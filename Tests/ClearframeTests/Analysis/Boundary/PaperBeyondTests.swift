import Testing

@testable import Clearframe

@Suite struct PaperBeyondTests {
  private static let seen = [false, false, false, false]
  /// The right page of the scenes.
  private static let page = PaintedScene.rectangle(centre: (290, 300), size: (440, 520))

  /// A page on a desk of `desk`; with the page to its left, which the frame cuts off, on request.
  private func scene(hasLeftPage: Bool, desk: PaintedScene.Colour = [90, 120, 140]) -> PaintedScene
  {
    var scene = PaintedScene(width: 800, height: 600, background: desk)
    scene.fill(Self.page, BoundaryDetectorTests.paper)
    if hasLeftPage {
      scene.fill(
        PaintedScene.rectangle(centre: (-150, 300), size: (440, 520)), [205, 126, 130])
      scene.fill(PaintedScene.rectangle(centre: (69, 300), size: (6, 520)), [150, 126, 130])
    }
    scene.print(on: Self.page, rows: 14, seed: 41)
    scene.addNoise(3, seed: 42)
    return scene
  }

  private func side(_ scene: PaintedScene, hidden: [Bool] = [false, false, false, false]) throws
    -> Int?
  {
    let image = scene.image()
    let reduced = ReducedImage(image)
    let map = try #require(PaperMap(reduced))
    let corners = Self.page.map { SIMD2(Float($0.x), Float($0.y)) / Float(reduced.factor) }
    return PaperBeyond.side(of: corners, hidden: hidden, in: map)
  }

  @Test func otherPageOfABook() throws {
    #expect(try side(scene(hasLeftPage: true)) == 3)
  }

  /// Beyond a side may lie the paper, but not a dark half and a pale one, which cancel.
  @Test(arguments: [false, true])
  func noPartOfAGutterHasAGreatStep(_ hasHalves: Bool) throws {
    var scene = scene(hasLeftPage: true)
    let levels = hasHalves ? (200.0, 249.0) : (215, 215)
    scene.fill(PaintedScene.rectangle(centre: (35, 170), size: (70, 260)), [levels.0, 126, 130])
    scene.fill(PaintedScene.rectangle(centre: (35, 430), size: (70, 260)), [levels.1, 126, 130])
    let reduced = ReducedImage(scene.image())
    let map = try #require(PaperMap(reduced))
    let corners = Self.page.map { SIMD2(Float($0.x), Float($0.y)) / Float(reduced.factor) }
    #expect(PaperBeyond.side(of: corners, hidden: Self.seen, in: map) == 3)
    let side = BoundaryDetector.sideOnPaper(
      of: corners, hidden: Self.seen, steps: [], in: reduced, paper: map)
    #expect(side == (hasHalves ? nil : 3))
  }

  /// A strip of a desk of the paper's own colour runs along the page and past both its corners.
  @Test(arguments: [Float(3), 15])
  func aDeskGoesRoundTheCorners(_ step: Float) throws {
    var scene = scene(hasLeftPage: false)
    scene.fill(PaintedScene.rectangle(centre: (35, 300), size: (70, 600)), [205, 126, 130])
    let reduced = ReducedImage(scene.image())
    let map = try #require(PaperMap(reduced))
    let corners = Self.page.map { SIMD2(Float($0.x), Float($0.y)) / Float(reduced.factor) }
    let side = PaperBeyond.side(
      of: corners, hidden: [false, false, false, false], steps: [90, 90, 90, step], in: map)
    #expect(side == nil)
  }

  /// A gutter leaves little of a step, paper on a desk as pale as itself more.
  @Test(arguments: [(Float(20), 3), (21, nil)] as [(Float, Int?)])
  func aClearStepIsADesk(_ step: Float, _ expected: Int?) throws {
    let image = scene(hasLeftPage: true).image()
    let reduced = ReducedImage(image)
    let map = try #require(PaperMap(reduced))
    let corners = Self.page.map { SIMD2(Float($0.x), Float($0.y)) / Float(reduced.factor) }
    let side = PaperBeyond.side(
      of: corners, hidden: [false, false, false, false], steps: [90, 90, 90, step], in: map)
    #expect(side == expected)
  }

  /// A ruled line of the page was taken for its top side, and the other page lies beyond its left.
  @Test(arguments: [(Float(3), 0), (30, nil)] as [(Float, Int?)])
  func aRuledLineIsNoSide(_ step: Float, _ expected: Int?) throws {
    let above = PaintedScene.rectangle(centre: (290, 20), size: (440, 120))
    var scene = scene(hasLeftPage: true)
    scene.fill(above, BoundaryDetectorTests.paper)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let map = try #require(PaperMap(reduced))
    let corners = Self.page.map { SIMD2(Float($0.x), Float($0.y)) / Float(reduced.factor) }
    let side = PaperBeyond.side(
      of: corners, hidden: [false, false, false, false], steps: [step, 90, 90, 15], in: map)
    #expect(side == expected)
  }

  @Test func singlePage() throws {
    #expect(try side(scene(hasLeftPage: false)) == nil)
  }

  @Test func paleDeskIsAtAllSides() throws {
    #expect(try side(scene(hasLeftPage: false, desk: [210, 127, 129])) == nil)
  }

  @Test func narrowStripOfDeskIsNotPaper() throws {
    var scene = scene(hasLeftPage: false)
    let page = PaintedScene.rectangle(centre: (265, 300), size: (500, 520))
    scene.fill(page, BoundaryDetectorTests.paper)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let map = try #require(PaperMap(reduced))
    let corners = page.map { SIMD2(Float($0.x), Float($0.y)) / Float(reduced.factor) }
    #expect(
      PaperBeyond.side(of: corners, hidden: [false, false, false, false], in: map) == nil)
  }

  @Test func hiddenSidesSayNothing() throws {
    let scene = scene(hasLeftPage: true)
    #expect(try side(scene, hidden: [false, false, false, true]) == nil)
    #expect(try side(scene, hidden: [true, true, false, false]) == nil)
  }

  @Test func detectorReportsTheSide() throws {
    let image = scene(hasLeftPage: true).image()
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(boundary.isCutOff)
  }
}
