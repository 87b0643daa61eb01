import Testing

@testable import Clearframe

@Suite struct EdgesBeyondTests {
  /// The side of an outline from `left` on that a card's edges go on beyond; the card reaches from
  /// `start` to 500 across.
  private func side(
    start: Double, left: Double, isStripVisible: Bool = true, hiddenHalf: Double? = nil,
    hidden: [Bool] = [false, false, false, false]
  ) -> Int? {
    var scene = PaintedScene(width: 800, height: 600, background: [90, 120, 140])
    scene.fill(
      PaintedScene.rectangle(centre: ((start + 500) / 2, 300), size: (500 - start, 320)),
      [205, 126, 130])
    // A band along the card's side.
    scene.fill(
      PaintedScene.rectangle(centre: ((start + left) / 2, 300), size: (left - start, 320)),
      isStripVisible ? [180, 130, 124] : [90, 120, 140])
    if let hiddenHalf {
      // The desk instead of the band around one of its corners.
      scene.fill(
        PaintedScene.rectangle(centre: ((start + left) / 2, hiddenHalf), size: (left - start, 160)),
        [90, 120, 140])
    }
    scene.addNoise(3, seed: 61)
    let image = scene.image()
    let scale = Float(image.factor)
    let corners = PaintedScene.rectangle(
      centre: ((left + 500) / 2, 300), size: (500 - left, 320)
    ).map { SIMD2(Float($0.x), Float($0.y)) / scale }
    return EdgesBeyond.side(of: corners, hidden: hidden, in: image)
  }

  @Test(arguments: [14.0, 40, 90])
  func aBandOfACardThatIsCutOffIsNoSide(_ left: Double) {
    #expect(side(start: -60, left: left) == 3)
  }

  @Test func aCardEndsAtItsCorners() {
    #expect(side(start: -60, left: 40, isStripVisible: false) == nil)
  }

  @Test(arguments: [220.0, 380])
  func oneEdgeThatGoesOnSaysNothing(_ hiddenHalf: Double) {
    #expect(side(start: -60, left: 40, hiddenHalf: hiddenHalf) == nil)
  }

  /// The card's own side is seen beyond the band.
  @Test func edgesThatEndInsideTheFrameSayNothing() {
    #expect(side(start: 50, left: 90) == nil)
  }

  @Test func whatIsFarFromTheFrameSaysNothing() {
    #expect(side(start: -60, left: 140) == nil)
  }

  @Test func hiddenSidesSayNothing() {
    #expect(side(start: -60, left: 40, hidden: [false, false, false, true]) == nil)
    #expect(side(start: -60, left: 40, hidden: [true, false, false, false]) == nil)
  }
}
