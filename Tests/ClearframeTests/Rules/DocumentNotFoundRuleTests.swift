import Clearframe
import Testing

@Suite struct DocumentNotFoundRuleTests {
  private func answer(
    _ finding: BoundaryFinding, luma: [UInt8: Int] = [30: 100, 200: 100]
  ) -> Judgement {
    var builder = EvidenceBuilder()
    builder.boundary = finding
    builder.luma = luma
    return DocumentNotFoundRule().answer(
      builder, ["minimumConfidence": 0.5, "minimumContrast": 20])
  }

  @Test(arguments: [(0.49, Outcome.undecided), (0.5, .pass), (1, .pass)])
  func turnsAtTheConfidence(_ confidence: Double, _ outcome: Outcome) {
    let answer = answer(.found(EvidenceBuilder.boundary(confidence: confidence)))
    #expect(answer.outcome == outcome)
    #expect(answer.value == confidence)
    #expect(answer.limit == 0.5)
  }

  @Test func isUndecidedWithoutAnOutline() {
    #expect(answer(.noEvidence).outcome == .undecided)
    #expect(answer(.noEvidence).value == 0)
    #expect(answer(.fillsFrame).outcome == .undecided)
    #expect(answer(.fillsFrame).message.contains("fill the frame"))
  }

  @Test func failsWhereThereIsNothingToSee() {
    #expect(answer(.noEvidence, luma: [100: 500, 110: 500]).outcome == .fail)
    #expect(answer(.noEvidence, luma: [100: 500, 140: 500]).outcome == .undecided)
    #expect(
      answer(.found(EvidenceBuilder.boundary()), luma: [100: 10]).outcome == .pass)
  }
}
