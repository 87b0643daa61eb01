import Testing

@testable import Clearframe

@Suite struct PortraitBoxTests {
  private static let frame = PixelSize(width: 400, height: 300)

  /// An outline by the places of its corners on a card, in millimetres along and across it.
  private func outline(
    _ left: Double, _ top: Double, _ right: Double, _ bottom: Double,
    placedBy place: (Double, Double) -> SIMD2<Float>
  ) -> OutlineHypothesis {
    OutlineHypothesis(
      corners: [place(left, top), place(right, top), place(right, bottom), place(left, bottom)])
  }

  /// From straight above, three pixels for a millimetre.
  private func flat(_ x: Double, _ y: Double) -> SIMD2<Float> {
    SIMD2(Float(60 + 3 * x), Float(60 + 3 * y))
  }

  /// Turned by a quarter and seen from a side: farther parts are smaller.
  private func tilted(_ x: Double, _ y: Double) -> SIMD2<Float> {
    let depth = 1 + (85.6 - x) / 600
    return SIMD2(Float(200 - (y - 27) * 2.8 / depth), Float(150 + (x - 42.8) * 2.8 / depth))
  }

  private func isBox(
    _ box: (Double, Double, Double, Double),
    on card: (Double, Double, Double, Double) = (
      0, 0, 85.6, 53.98
    ),
    placedBy place: (Double, Double) -> SIMD2<Float>
  ) -> Bool {
    PortraitBox.isBox(
      outline(box.0, box.1, box.2, box.3, placedBy: place),
      on: outline(card.0, card.1, card.2, card.3, placedBy: place), frame: Self.frame)
  }

  @Test func aPortraitOnEitherSideOfACardIsABox() {
    #expect(isBox((4, 12, 29, 44), placedBy: flat))
    #expect(isBox((56, 10, 82, 44), placedBy: flat))
    #expect(isBox((4, 12, 29, 44), placedBy: tilted))
  }

  @Test func otherThingsOnACardAreNone() {
    // In the middle, too small as a chip is, lying on its side, reaching beyond the card.
    #expect(!isBox((30, 10, 56, 44), placedBy: flat))
    #expect(!isBox((10, 20, 22, 32), placedBy: flat))
    #expect(!isBox((4, 12, 44, 42), placedBy: flat))
    #expect(!isBox((-8, 12, 17, 44), placedBy: flat))
  }

  @Test func aCardOnAPageIsNone() {
    // The page of 210 x 297 mm, at a third of the size; its shape is no card's.
    #expect(!isBox((10, 10, 35, 42), on: (0, 0, 99, 70), placedBy: flat))
  }

  @Test func aSheetThatLiesAskewOnACardIsNone() {
    let card = outline(0, 0, 85.6, 53.98, placedBy: flat)
    let turned = outline(8, 12, 33, 42) { x, y in
      flat(x + (y - 27) * 0.17, y - (x - 20) * 0.17)
    }
    #expect(!PortraitBox.isBox(turned, on: card, frame: Self.frame))
  }

  private static let faintCard = PaintedScene.rectangle(centre: (400, 300), size: (480, 303))

  /// A card that hardly stands out from the desk, with a bright box on it.
  static func faintCardScene() -> PaintedScene {
    // 25 x 33 mm on a card of 85.6 x 54 mm.
    let box = PaintedScene.rectangle(centre: (262, 310), size: (140, 185))
    var scene = PaintedScene(width: 800, height: 600, background: [128, 126, 130])
    scene.fill(faintCard, [131, 127, 129])
    scene.fill(box, [236, 120, 134])
    scene.addNoise(3, seed: 31)
    return scene
  }

  @Test func aFaintCardGoesBeforeItsBrightBox() throws {
    let image = Self.faintCardScene().image()
    let candidates = BoundaryDetector.candidates(in: ReducedImage(image))
    let first = try #require(candidates.first)
    #expect(candidates.dropFirst().contains { $0.logit > first.logit })
    let corners = OutlineHypothesis(Self.faintCard, in: ReducedImage(image))
    #expect(first.outline.distance(to: corners) < 2)
  }

  /// Seen at an angle, what is parallel on the card is not in the picture.
  @Test func sidesRunAlongABoxAsSeenFromAbove() {
    func steep(_ x: Double, _ y: Double) -> SIMD2<Float> {
      let depth = 1 + (85.6 - x) / 150 + y / 300
      return SIMD2(Float(40 + 5 * x / depth), Float(60 + 5 * y / depth))
    }
    let card = outline(0, 0, 85.6, 53.98, placedBy: steep)
    let box = outline(4, 12, 29, 44, placedBy: steep)
    #expect(box.turn(against: card) > 0)
    #expect(PortraitBox.alignedSides(of: card, to: box) == [true, true, true, true])
    var cut = card
    cut.lines[1].isFrame = true
    #expect(PortraitBox.alignedSides(of: cut, to: box) == [true, false, true, true])
    let turned = outline(8, 12, 33, 42) { x, y in
      steep(x + (y - 27) * 0.17, y - (x - 20) * 0.17)
    }
    #expect(PortraitBox.alignedSides(of: card, to: turned) == [false, false, false, false])
  }

  /// A card that the frame cuts off on the right, its portrait bright and whole.
  private func cutCard(
    box: [PixelPoint], around colour: PaintedScene.Colour = [150, 124, 133]
  ) -> PaintedScene {
    var scene = PaintedScene(width: 800, height: 600, background: [80, 120, 140])
    scene.fill(PaintedScene.rectangle(centre: (620, 300), size: (480, 303)), colour)
    scene.fill(box, [236, 120, 134])
    scene.addNoise(3, seed: 32)
    return scene
  }

  /// Puts the outline of four corners before the others.
  private static func putFirst(
    _ box: [PixelPoint], among candidates: inout [BoundaryDetector.Candidate],
    in reduced: ReducedImage
  ) throws {
    let factor = Double(reduced.factor)
    let index = try #require(
      candidates.firstIndex { candidate in
        candidate.outline.corners.allSatisfy { corner in
          box.contains {
            abs($0.x / factor - Double(corner.x)) < 3 && abs($0.y / factor - Double(corner.y)) < 3
          }
        }
      })
    candidates.insert(candidates.remove(at: index), at: 0)
  }

  @Test func aCardCutOffGoesBeforeItsBox() throws {
    let box = PaintedScene.rectangle(centre: (500, 310), size: (145, 185))
    let image = cutCard(box: box).image()
    let reduced = ReducedImage(image)
    var candidates = BoundaryDetector.candidates(in: reduced)
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(boundary.isCutOff)
    // However sure the box is.
    try Self.putFirst(box, among: &candidates, in: reduced)
    let card = try #require(PortraitBox.cutCard(among: candidates, in: reduced))
    #expect(candidates[card].outline.lines.contains { $0.isFrame })
  }

  @Test func aCardOnASheetCutOffIsNoBox() throws {
    // The same place, and the shape of a card.
    let card = PaintedScene.rectangle(centre: (520, 310), size: (190, 120))
    let image = cutCard(box: card).image()
    let reduced = ReducedImage(image)
    var candidates = BoundaryDetector.candidates(in: reduced)
    try Self.putFirst(card, among: &candidates, in: reduced)
    #expect(PortraitBox.cutCard(among: candidates, in: reduced) == nil)
  }
}
