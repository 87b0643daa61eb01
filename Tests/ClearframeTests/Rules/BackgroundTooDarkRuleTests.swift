import Clearframe
import Testing

@Suite struct BackgroundTooDarkRuleTests {
  @Test(arguments: [(235, Outcome.pass), (180, .pass), (160, .fail), (40, .fail)])
  func judgesTheWallAlone(_ luma: Int, _ outcome: Outcome) throws {
    for skin in [40, 120, 210] {
      var portrait = PaintedPortrait()
      portrait.wall = .init(luma: luma)
      portrait.skin = .init(luma: skin, blue: 116, red: 142)
      let answer = try portrait.answer(BackgroundTooDarkRule())
      #expect(answer.outcome == outcome, "wall \(luma), skin \(skin): \(answer.message)")
      #expect(answer.limit == 70 && answer.unit == "L*")
    }
  }

  @Test func noPersonIsUndecided() throws {
    let answer = try PaintedPortrait(hasPerson: false).answer(BackgroundTooDarkRule())
    #expect(answer.outcome == .undecided)
  }
}
