import Clearframe
import Testing

@Suite struct DocumentTooSmallRuleTests {
  private func answer(_ side: Double, _ finding: BoundaryFinding? = nil) -> Judgement {
    var builder = EvidenceBuilder()
    // A share of `side` of the frame in each direction.
    let width = 4000 * side
    let height = 3000 * side
    builder.boundary =
      finding
      ?? .found(
        EvidenceBuilder.boundary(
          [(10, 10), (10 + width, 10), (10 + width, 10 + height), (10, 10 + height)]))
    return DocumentTooSmallRule().answer(builder, ["minimumFrameShare": 0.25])
  }

  @Test(arguments: [(0.1, Outcome.fail), (0.249, .fail), (0.25, .pass), (0.9, .pass)])
  func turnsAtTheLimit(_ side: Double, _ outcome: Outcome) {
    let answer = answer(side)
    #expect(answer.outcome == outcome)
    #expect(abs((answer.value ?? 0) - side) < 1e-9)
  }

  @Test func isSkippedWithoutATrustedOutline() {
    #expect(answer(1, .noEvidence).outcome == .skipped)
    #expect(
      answer(1, .found(EvidenceBuilder.boundary(confidence: 0.4))).outcome == .skipped)
  }
}
