import Testing

@testable import Clearframe

@Suite struct SideBesideFrameTests {
  static let desk: PaintedScene.Colour = [90, 120, 140]
  static let card: PaintedScene.Colour = [205, 126, 130]

  /// A card from `start` to 500 across, whose outline is taken to run out of the frame on the left.
  private static func scene(start: Double, card: PaintedScene.Colour = card) -> PaintedScene {
    var scene = PaintedScene(width: 800, height: 600, background: desk)
    scene.fill(
      PaintedScene.rectangle(centre: ((start + 500) / 2, 300), size: (500 - start, 320)), card)
    return scene
  }

  /// The corners of that outline, clockwise from the top left, in working pixels.
  private static func corners(in image: borrowing WorkingImage) -> [SIMD2<Float>] {
    PaintedScene.rectangle(centre: (250, 300), size: (500, 320))
      .map { SIMD2(Float($0.x), Float($0.y)) / Float(image.factor) }
  }

  /// How far from the border the side is found, in pixels; nil where none is.
  private static func found(in scene: consuming PaintedScene, seed: UInt64 = 61) -> Float? {
    scene.addNoise(3, seed: seed)
    let image = scene.image()
    guard let side = SideBesideFrame(3, of: corners(in: image), in: image) else { return nil }
    #expect(side.line.normalX > 0.99)
    return side.line.offset / side.line.normalX * Float(image.factor)
  }

  @Test(arguments: [6.0, 11, 20, 34], [61, 62] as [UInt64])
  func findsASideBesideTheBorder(_ start: Double, _ seed: UInt64) throws {
    let found = try #require(Self.found(in: Self.scene(start: start), seed: seed))
    #expect(abs(found - Float(start)) < 0.6, "seed \(seed): \(found)")
  }

  /// The step is the document's colour less the desk's.
  @Test func tellsTheStepAcrossTheSide() throws {
    let image = Self.scene(start: 20).image()
    let found = SideBesideFrame(3, of: Self.corners(in: image), in: image)
    let side = try #require(found)
    let expected = SIMD3<Float>(115, 6, -10)
    #expect((0..<3).allSatisfy { abs(side.step[$0] - expected[$0]) < 4 }, "\(side.step)")
  }

  @Test func aCardThatIsCutOffHasNone() {
    #expect(Self.found(in: Self.scene(start: -60)) == nil)
  }

  /// A band, or the frame that is printed on a card, is no side: the card's edges go on beyond it.
  @Test(arguments: [12.0, 25])
  func printBesideTheBorderIsNoSide(_ end: Double) {
    var band = Self.scene(start: -60)
    band.fill(PaintedScene.rectangle(centre: (end / 2, 300), size: (end, 320)), [40, 130, 124])
    #expect(Self.found(in: band) == nil)
    var line = Self.scene(start: -60)
    line.fill(PaintedScene.rectangle(centre: (end, 300), size: (4, 320)), [20, 128, 128])
    #expect(Self.found(in: line) == nil)
  }

  /// A portrait whose edge lies near the border along two thirds of the side.
  @Test func aPictureBesideTheBorderIsNoSide() {
    var scene = Self.scene(start: -60)
    scene.fill(PaintedScene.rectangle(centre: (60, 280), size: (80, 210)), [60, 120, 140])
    #expect(Self.found(in: scene) == nil)
  }

  @Test func whatIsFarFromTheBorderIsNotLookedFor() {
    #expect(Self.found(in: Self.scene(start: 60)) == nil)
  }

  @Test func aCardOfTheDesksColourHasNone() {
    #expect(Self.found(in: Self.scene(start: 20, card: Self.desk)) == nil)
  }

  /// Outlines that are short, that have no area or that lie beyond the picture say nothing.
  @Test func outlinesWithoutASideToLookAtHaveNone() {
    let image = Self.scene(start: 20).image()
    for corners in [
      [SIMD2<Float>](repeating: .zero, count: 4),
      [[0, 0], [20, 0], [20, 20], [0, 20]],
      [[-9000, -9000], [-8000, -9000], [-8000, -8000], [-9000, -8000]],
      [[0, 0], [500, 0], [500, 0], [0, 0]],
    ] as [[SIMD2<Float>]] {
      for side in 0..<4 { #expect(SideBesideFrame(side, of: corners, in: image) == nil) }
    }
  }

  /// An outline with a border of the frame for a side, as the search finds it, gets the side that lies
  /// beside it; that of a card that is cut off keeps the border.
  @Test(arguments: [(11.0, false), (-60, true)])
  func sidesBesideTheBorderTakeItsPlace(_ start: Double, isCut: Bool) throws {
    var scene = Self.scene(start: start)
    scene.addNoise(3, seed: 63)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let scale = Float(image.factor * reduced.factor)
    var outline = OutlineHypothesis(
      corners: PaintedScene.rectangle(centre: (250, 300), size: (500, 320))
        .map { SIMD2(Float($0.x), Float($0.y)) / scale })
    outline.lines[3].isFrame = true
    let candidate = BoundaryDetector.Candidate(
      outline, in: reduced, colours: RegionColours(reduced, edges: EdgeMap(reduced)),
      regions: PictureRegions(reduced),
      among: [outline])
    let boundary = BoundaryDetector.refine(candidate, in: image, reduced: reduced)
    #expect(boundary.sides.contains(where: \.isFrameBorder) == isCut)
    let left = try #require(boundary.outline.corners.map(\.x).min())
    #expect(abs(left - max(0, start)) < 1.5, "\(left)")
    if !isCut { #expect(boundary.sides.allSatisfy { $0.support > 0.8 && $0.contrast > 20 }) }
  }
}
