import Clearframe
import Testing

@Suite struct BackgroundUnevenRuleTests {
  @Test func aPlainWallPasses() throws {
    let answer = try PaintedPortrait().answer(BackgroundUnevenRule())
    #expect(answer.outcome == .pass && answer.regions.isEmpty)
  }

  @Test func fallingLightFails() throws {
    var portrait = PaintedPortrait()
    portrait.change = { x, _, wall in .init(luma: wall.luma - Int(70 * x)) }
    let answer = try portrait.answer(BackgroundUnevenRule())
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("lightness differs"))
  }

  @Test func aSmallFallOfLightPasses() throws {
    var portrait = PaintedPortrait()
    portrait.change = { x, _, wall in .init(luma: wall.luma - Int(14 * x)) }
    #expect(try portrait.answer(BackgroundUnevenRule()).outcome == .pass)
  }

  @Test func aDoorFrameFailsWithItsRegion() throws {
    var portrait = PaintedPortrait()
    portrait.change = { x, _, wall in x < 0.08 ? .init(luma: 90, blue: 110, red: 140) : wall }
    let answer = try portrait.answer(BackgroundUnevenRule())
    #expect(answer.outcome == .fail)
    let region = try #require(answer.regions.first)
    #expect(region.x == 0 && region.width < 90, "\(region)")
  }
}
