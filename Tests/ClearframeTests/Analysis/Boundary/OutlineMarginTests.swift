import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct OutlineMarginTests {
  private static let corners = PaintedScene.rectangle(
    centre: (200, 150), size: (214, 136), cosine: 0.9848, sine: 0.1736)

  /// A ground strewn with dark and bright chips.
  private static func strewn(seed: UInt64) -> PaintedScene {
    var scene = PaintedScene(width: 400, height: 300, background: [150, 128, 128])
    scene.strew(900, size: (8, 6), shades: 45...210, seed: seed)
    return scene
  }

  private static func outline(_ corners: [PixelPoint] = corners) -> OutlineHypothesis {
    OutlineHypothesis(corners: corners.map { SIMD2(Float($0.x), Float($0.y)) })
  }

  private static func margin(
    _ scene: PaintedScene, _ outline: OutlineHypothesis = outline()
  ) -> OutlineMargin {
    let working = scene.image()
    let image = ReducedImage(working)
    return OutlineMargin(of: outline, in: image, grain: OutlineMargin.grain(of: image))
  }

  @Test func aCardOnChipsIsPlainer() {
    var scene = Self.strewn(seed: 41)
    scene.fill(Self.corners, [150, 128, 128])
    scene.print(on: Self.corners, rows: 5, seed: 42)
    scene.addNoise(2, seed: 43)
    let margin = Self.margin(scene)
    #expect(margin.sideCount == 4)
    #expect(margin.evidence > 1)
    #expect(margin.foreignShare < 0.1)
  }

  @Test func anOutlineAmongChipsIsNot() {
    var scene = Self.strewn(seed: 44)
    scene.addNoise(2, seed: 45)
    #expect(Self.margin(scene).evidence < 0.2)
  }

  @Test func aPictureOnPaperSpeaksNeitherForNorAgainst() {
    // Chips inside, one colour around them.
    let inner = Self.strewn(seed: 46)
    var scene = PaintedScene(width: 400, height: 300, background: [200, 128, 128])
    scene.addNoise(2, seed: 47)
    scene.copy(inner, inside: Self.corners)
    let margin = Self.margin(scene)
    #expect(margin.plainness < -0.5)
    #expect(margin.evidence == 0)
  }

  @Test func paperOnAPlainDeskSpeaksNeitherForNorAgainst() {
    var scene = PaintedScene(width: 400, height: 300)
    scene.fill(Self.corners, BoundaryDetectorTests.paper)
    scene.addNoise(3, seed: 48)
    #expect(abs(Self.margin(scene).plainness) < 0.2)
  }

  @Test func sidesOutOfSightWeaken() {
    var scene = Self.strewn(seed: 49)
    scene.fill(Self.corners, [150, 128, 128])
    scene.addNoise(2, seed: 50)
    let whole = Self.margin(scene)
    var cut = Self.outline()
    cut.lines[0].isFrame = true
    let three = Self.margin(scene, cut)
    #expect(three.sideCount == 3)
    #expect(three.evidence > 0.3 && three.evidence < 0.7 * whole.evidence)
    cut.lines[1].isFrame = true
    #expect(Self.margin(scene, cut).evidence == 0)
  }

  @Test func grainIsTheNoise() {
    var scene = PaintedScene(width: 400, height: 300)
    let still = scene.image()
    #expect(OutlineMargin.grain(of: ReducedImage(still)) == 0)
    scene.addNoise(6, seed: 51)
    let noisy = scene.image()
    // Even noise of up to 6 levels deviates by 3.5.
    let grain = OutlineMargin.grain(of: ReducedImage(noisy))
    #expect(grain > 2 && grain < 5)
  }
}
