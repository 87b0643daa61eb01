import Clearframe
import Testing

@Suite struct MarginTooTightRuleTests {
  private func answer(_ left: Double, frameBorders: Set<Int> = []) -> Judgement {
    var builder = EvidenceBuilder()
    builder.boundary = .found(
      EvidenceBuilder.boundary(
        [(left, 500), (3000, 500), (3000, 2500), (left, 2500)], frameBorders: frameBorders))
    return MarginTooTightRule().answer(builder, ["minimumMargin": 0.01])
  }

  @Test(arguments: [(29.0, Outcome.fail), (30, .pass), (0, .fail), (400, .pass)])
  func turnsAtTheLimit(_ left: Double, _ outcome: Outcome) {
    #expect(answer(left).outcome == outcome)
    #expect(abs((answer(left).value ?? -1) - left / 3000) < 1e-9)
  }

  @Test func saysAtWhichSide() {
    #expect(answer(5).message.contains("touches the left"))
    #expect(answer(5).regions == [PixelRegion(x: 0, y: 500, width: 90, height: 2000)])
  }

  @Test func isSkippedWhereTheDocumentIsCutOff() {
    #expect(answer(-200).outcome == .skipped)
    #expect(answer(0, frameBorders: [3]).outcome == .skipped)
    var builder = EvidenceBuilder()
    builder.boundary = .noEvidence
    #expect(MarginTooTightRule().answer(builder, ["minimumMargin": 0.01]).outcome == .skipped)
  }
}
