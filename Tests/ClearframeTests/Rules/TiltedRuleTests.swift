import Clearframe
import Testing

@Suite struct TiltedRuleTests {
  /// A sheet whose left side leans by `shift` over 1,000 pixels.
  private func answer(_ shift: Double, frameBorders: Set<Int> = []) -> Judgement {
    var builder = EvidenceBuilder()
    builder.boundary = .found(
      EvidenceBuilder.boundary(
        [(1000 + shift, 500), (3000, 500), (3000, 1500), (1000, 1500)],
        frameBorders: frameBorders))
    return TiltedRule().answer(builder, ["maximumCornerDeviation": 20])
  }

  // The tangent of 20 degrees is 0.36397.
  @Test(arguments: [(0.0, Outcome.pass), (363, .pass), (365, .fail), (900, .fail)])
  func turnsAtTheLimit(_ shift: Double, _ outcome: Outcome) {
    #expect(answer(shift).outcome == outcome)
  }

  @Test func measuresDegrees() {
    #expect(abs((answer(1000).value ?? 0) - 45) < 1e-9)
    #expect(answer(1000).message.contains("45 degrees"))
  }

  @Test func isSkippedWhereASideIsNotSeen() {
    #expect(answer(900, frameBorders: [0]).outcome == .skipped)
    var builder = EvidenceBuilder()
    builder.boundary = .fillsFrame
    #expect(TiltedRule().answer(builder, ["maximumCornerDeviation": 20]).outcome == .skipped)
  }
}
