import Clearframe
import Testing

@Suite struct TooDarkRuleTests {
  private func answer(_ luma: [UInt8: Int]) -> Judgement {
    var builder = EvidenceBuilder()
    builder.luma = luma
    return TooDarkRule().answer(builder, ["minimumHighlightLuma": 105])
  }

  @Test func passesADarkDeskWithBrightPaper() {
    #expect(answer([10: 900, 180: 100]).outcome == .pass)
  }

  @Test func failsWhereNothingIsBright() {
    let answer = answer([5: 500, 40: 400, 80: 100])
    #expect(answer.outcome == .fail)
    #expect(answer.limit == 105)
    #expect((80.0...84.0).contains(answer.value ?? 0))
    #expect(answer.message.contains("too dark"))
  }

  @Test func aFewBrightPixelsDoNotHideDarkness() {
    #expect(answer([40: 995, 255: 5]).outcome == .fail)
    #expect(answer([40: 900, 255: 100]).outcome == .pass)
  }

  @Test(arguments: [(UInt8(100), Outcome.fail), (108, .pass)])
  func turnsAtTheLimit(_ level: UInt8, _ outcome: Outcome) {
    #expect(answer([level: 1000]).outcome == outcome)
  }

  @Test func skipsAPictureWithoutPixels() {
    #expect(answer([:]).outcome == .skipped)
  }
}
