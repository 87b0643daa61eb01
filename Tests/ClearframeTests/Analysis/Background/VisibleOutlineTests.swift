import Testing

@testable import Clearframe

@Suite struct VisibleOutlineTests {
  private func burnt() -> PaintedPortrait {
    var portrait = PaintedPortrait()
    portrait.wall = PaintedPortrait.Tone(luma: 255)
    return portrait
  }

  private func lostShare(_ portrait: PaintedPortrait) throws -> Double {
    try #require(portrait.measurement).lostOutlineShare
  }

  @Test func everythingIsSeenAgainstAClearOutline() throws {
    #expect(try lostShare(burnt()) < 0.03)
  }

  @Test func shouldersOfTheWallsWhiteAreLost() throws {
    var portrait = burnt()
    portrait.cloth = PaintedPortrait.Tone(luma: 255)
    let share = try lostShare(portrait)
    #expect(share > 0.15 && share < 0.6, "\(share)")
  }

  /// The head ends in a straight line where the hair would begin.
  @Test func hairOfTheWallsWhiteIsLost() throws {
    var portrait = burnt()
    portrait.hair = PaintedPortrait.Tone(luma: 255)
    let share = try lostShare(portrait)
    #expect(share > 0.13 && share < 0.6, "\(share)")
  }

  /// Cloth 4 units from white has no line, cloth 9 units from it has one.
  @Test(arguments: [(244, 0.15...0.6), (228, 0...0.06)])
  func aFaintLineIsALine(luma: Int, share: ClosedRange<Double>) throws {
    var portrait = burnt()
    portrait.cloth = PaintedPortrait.Tone(luma: luma)
    let value = try lostShare(portrait)
    #expect(share.contains(value), "\(value)")
  }

  /// From the outline on, colours fade in over 2 or 110 of 600 pixels.
  @Test(arguments: [(0.003, 0...0.06), (0.18, 0.3...1)])
  func shadingIsNoLine(spill: Double, share: ClosedRange<Double>) throws {
    var portrait = burnt()
    portrait.spill = spill
    let value = try lostShare(portrait)
    #expect(share.contains(value), "\(value)")
  }

  @Test func aWallThatIsNotBurntLosesNothing() throws {
    var portrait = PaintedPortrait()
    portrait.cloth = portrait.wall
    #expect(try lostShare(portrait) == 0)
  }

  @Test(arguments: [(3.0, 0.7), (3.4, 0.7), (3.9, 1.65), (9.0, 2.2)])
  func theBodyIsExpectedAsFarAsThePictureShowsIt(depth: Float, reach: Float) {
    #expect(abs(VisibleOutline.bodyReach(depth: depth) - reach) < 0.001)
  }
}
