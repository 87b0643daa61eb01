import Clearframe
import Testing

@Suite struct BackgroundTooBrightRuleTests {
  @Test func pureWhiteWithAClearOutlinePasses() throws {
    var portrait = PaintedPortrait()
    portrait.wall = .init(luma: 255)
    let answer = try portrait.answer(BackgroundTooBrightRule())
    #expect(answer.outcome == .pass)
    #expect(answer.message.contains("outline is clear"))
  }

  @Test func burntOverHairAndShouldersFails() throws {
    var portrait = PaintedPortrait()
    portrait.wall = .init(luma: 255)
    portrait.clarity = 0.04
    let answer = try portrait.answer(BackgroundTooBrightRule())
    #expect(answer.outcome == .fail)
    #expect(answer.value ?? 0 > 0.2)
    #expect(answer.message.contains("burnt out"))
  }

  @Test func aWallThatIsNotBurntPasses() throws {
    let answer = try PaintedPortrait().answer(BackgroundTooBrightRule())
    #expect(answer.outcome == .pass && answer.value == 0)
  }
}
