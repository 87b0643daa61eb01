import Clearframe
import Testing

@Suite struct BackgroundNotWhiteRuleTests {
  private func answer(_ wall: PaintedPortrait.Tone) throws -> Judgement {
    var portrait = PaintedPortrait()
    portrait.wall = wall
    return try portrait.answer(BackgroundNotWhiteRule())
  }

  @Test func whiteInWarmAndCoolLightPasses() throws {
    #expect(try answer(.init(luma: 240)).outcome == .pass)
    #expect(try answer(.init(luma: 255)).outcome == .pass)
    // About sRGB 248, 236, 212 and 224, 235, 249.
    #expect(try answer(.init(luma: 237, blue: 114, red: 136)).outcome == .pass)
    #expect(try answer(.init(luma: 233, blue: 137, red: 122)).outcome == .pass)
  }

  @Test(arguments: [
    (PaintedPortrait.Tone(luma: 150), "gray"), (.init(luma: 60), "dark gray"),
    (.init(luma: 130, blue: 170, red: 100), "blue"), (.init(luma: 90, blue: 110, red: 200), "red"),
    (.init(luma: 200, blue: 108, red: 138), "beige"),
    (.init(luma: 215, blue: 146, red: 112), "light blue"),
  ])
  func otherColoursFailByName(_ wall: PaintedPortrait.Tone, _ name: String) throws {
    let answer = try answer(wall)
    #expect(answer.outcome == .fail)
    #expect(answer.value ?? 0 > 0.99)
    #expect(answer.message.contains("is \(name), not white"), "\(answer.message)")
  }

  @Test func aProfileCanAskForAnotherColour() throws {
    let json = """
      {"name": "portrait-blue", "extends": "portrait", "rules": {"background-not-white": {
        "severity": "error", "limits": {"targetLightness": 58, "targetA": 2, "targetB": -46,
        "lightnessTolerance": 14, "chromaTolerance": 20}}}}
      """
    let profile = try Profile(json: Array(json.utf8), source: "blue.json")
    var portrait = PaintedPortrait()
    // sRGB 67, 142, 219.
    portrait.wall = .init(luma: 128, blue: 179, red: 84)
    let rule = BackgroundNotWhiteRule()
    #expect(try portrait.answer(rule, profile: profile).outcome == .pass)
    #expect(try portrait.answer(rule).outcome == .fail)
    portrait.wall = .init(luma: 240)
    let answer = try portrait.answer(rule, profile: profile)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("not blue"), "\(answer.message)")
  }

  @Test func aTargetNamedInPartIsUndecided() {
    let limits = [
      "maximumOtherShare": 0.1, "minimumLightness": 80, "maximumWarmCast": 17,
      "maximumCoolCast": 12, "maximumTint": 7.5, "targetA": 3,
    ]
    let answer = BackgroundNotWhiteRule().judge(
      PaintedPortrait().evidence, limits: RuleLimits(limits))
    #expect(answer.outcome == .undecided)
    #expect(answer.message.contains("targetB"))
  }

  @Test func noPersonIsUndecided() throws {
    let answer = try PaintedPortrait(hasPerson: false).answer(BackgroundNotWhiteRule())
    #expect(answer.outcome == .undecided)
  }
}
