import Clearframe
import Testing

@Suite struct TooBrightRuleTests {
  private func answer(_ luma: [UInt8: Int]) -> Judgement {
    var builder = EvidenceBuilder()
    builder.luma = luma
    return TooBrightRule().answer(
      builder, ["maximumShadowLuma": 200, "maximumClippedShare": 0.3])
  }

  @Test func passesPrintOnPaper() {
    let answer = answer([40: 30, 240: 970])
    #expect(answer.outcome == .pass)
    #expect(answer.value == 0)
  }

  @Test func failsWhereEvenPrintIsWashedOut() {
    let answer = answer([215: 50, 245: 950])
    #expect(answer.outcome == .fail)
    #expect(answer.unit == "luma")
    #expect((212.0...216.0).contains(answer.value ?? 0))
  }

  @Test(arguments: [(300, Outcome.pass), (301, .fail)])
  func turnsAtTheClippedShare(_ clipped: Int, _ outcome: Outcome) {
    let answer = answer([60: 1000 - clipped, 255: clipped])
    #expect(answer.outcome == outcome)
    #expect(answer.value == Double(clipped) / 1000)
    #expect(answer.limit == 0.3)
  }

  @Test func skipsAPictureWithoutPixels() {
    #expect(answer([:]).outcome == .skipped)
  }
}
