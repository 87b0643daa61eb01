import Clearframe
import Testing

@Suite struct DocumentIncompleteRuleTests {
  private func answer(
    _ finding: BoundaryFinding, orientation: Orientation = .up
  ) -> Judgement {
    var builder = EvidenceBuilder()
    builder.boundary = finding
    builder.header.orientation = orientation
    return DocumentIncompleteRule().answer(
      builder,
      [
        "maximumHiddenShare": 0.005, "certainReach": 0.01, "maximumCoveredSide": 0.15,
        "minimumConfidence": 0.5, "minimumFailingConfidence": 0.6, "minimumAgreement": 0.7,
        "minimumEvidence": 0.25,
      ])
  }

  /// A card that reaches beyond the right of the frame by `reach` of its longer side, 2,000; below
  /// the coloured blocks of the picture, so that nothing seems to lie over its sides.
  private func cut(_ reach: Double, confidence: Double = 0.9) -> BoundaryFinding {
    let right = 4000 + 2000 * reach
    let visible = min(1, (4000 - right + 2000) / 2000)
    return .found(
      EvidenceBuilder.boundary(
        [(right - 2000, 1850), (right, 1850), (right, 2950), (right - 2000, 2950)],
        confidence: confidence, visible: [visible, reach > 0 ? 0 : 1, visible, 1]))
  }

  @Test func passesAWholeDocument() {
    let answer = answer(.found(EvidenceBuilder.boundary()))
    #expect(answer.outcome == .pass)
    #expect(answer.value == 0)
    #expect(answer.regions.isEmpty)
  }

  @Test(arguments: [
    (-0.1, Outcome.pass), (0, .pass), (0.003, .pass), (0.006, .undecided), (0.011, .fail),
    (0.3, .fail),
  ])
  func turnsAtTheFrame(_ reach: Double, _ outcome: Outcome) {
    #expect(answer(cut(reach)).outcome == outcome)
  }

  @Test func saysWhereTheDocumentIsCut() {
    let answer = answer(cut(0.3))
    #expect(answer.message.contains("cut off at the right"))
    #expect(answer.regions == [PixelRegion(x: 3910, y: 1850, width: 90, height: 1100)])
    #expect(
      self.answer(cut(0.3), orientation: .right).message.contains("cut off at the bottom"))
  }

  @Test func failsWhereSidesAreNotSeen() {
    let answer = answer(
      .found(
        EvidenceBuilder.boundary(
          [(500, 0), (3500, 0), (3500, 3000), (500, 3000)], frameBorders: [0, 2])))
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("at the top and bottom"))
    #expect(answer.value == 0.5)
    #expect(answer.regions.count == 2)
  }

  @Test(arguments: [(0.59, Outcome.undecided), (0.6, .fail)])
  func needsATrustedOutlineForAFailure(_ confidence: Double, _ outcome: Outcome) {
    #expect(answer(cut(0.3, confidence: confidence)).outcome == outcome)
  }

  @Test(arguments: [(0.49, Outcome.undecided), (0.5, .pass)])
  func needsEvenOddsForAPass(_ confidence: Double, _ outcome: Outcome) {
    #expect(answer(cut(-0.1, confidence: confidence)).outcome == outcome)
  }

  @Test func isUndecidedWithoutAnOutline() {
    #expect(answer(.noEvidence).outcome == .undecided)
    #expect(answer(.noEvidence).value == nil)
  }

  @Test func failsAPageThatFillsTheFrame() {
    let answer = answer(.fillsFrame, orientation: .right)
    #expect(answer.outcome == .fail)
    #expect(answer.value == 1)
    #expect(answer.regions == [PixelRegion(x: 0, y: 0, width: 3000, height: 4000)])
    #expect(answer.message.contains("fills the frame"))
  }

  @Test(arguments: [
    (0.4, 0.1, Outcome.fail), (0.26, 0.0, .fail), (0.24, 0.0, .undecided), (0.4, 0.2, .undecided),
    (0.1, 0.6, .undecided),
  ])
  func asksAllOutlinesWhereNoneIsTrusted(_ cut: Double, _ whole: Double, _ outcome: Outcome) {
    guard case .found(var boundary) = self.cut(0.3, confidence: 0.3) else { return }
    boundary.belief = OutlineBelief(cut: cut, whole: whole)
    #expect(answer(.found(boundary)).outcome == outcome)
  }

  @Test(arguments: [
    (0.1, 0.6, 0.6, Outcome.pass), (0.1, 0.6, 0.4, .undecided), (0.0, 0.45, 0.45, .undecided),
    (0.3, 0.6, 0.6, .undecided),
  ])
  func asksAllOutlinesOfAWholeDocument(
    _ cut: Double, _ whole: Double, _ large: Double, _ outcome: Outcome
  ) {
    var boundary = EvidenceBuilder.boundary(confidence: 0.4)
    boundary.belief = OutlineBelief(cut: cut, whole: whole, largeWhole: large)
    #expect(answer(.found(boundary)).outcome == outcome)
  }

  @Test func failsWherePaperGoesOnBeyondASide() {
    var boundary = EvidenceBuilder.boundary()
    boundary.sides[3].continuesBeyond = true
    let answer = answer(.found(boundary))
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("cut off at the left"))
    #expect(answer.value ?? 0 > 0.15)
  }

  @Test func failsOnACoveredCorner() throws {
    let evidence = EvidenceBuilder().evidence
    let measurements = try #require(evidence.measurements)
    func answer(_ cover: OutlineCover) -> Judgement {
      measurements.framing = DocumentFraming(
        EvidenceBuilder.boundary(), orientation: .up, storedSize: EvidenceBuilder.size,
        cover: cover)
      return DocumentIncompleteRule().judge(
        evidence,
        limits: RuleLimits([
          "maximumHiddenShare": 0.005, "certainReach": 0.01, "maximumCoveredSide": 0.15,
          "minimumConfidence": 0.5, "minimumFailingConfidence": 0.6, "minimumAgreement": 0.7,
          "minimumEvidence": 0.25,
        ]))
    }
    let corner = answer(
      OutlineCover(isCornerCovered: [false, false, true, false], sideShares: [0, 0, 0, 0]))
    #expect(corner.outcome == .fail)
    #expect(corner.message.contains("bottom right corner"))
    #expect(corner.regions == [PixelRegion(x: 3400, y: 2300, width: 400, height: 400)])
    let free = [false, false, false, false]
    #expect(
      answer(OutlineCover(isCornerCovered: free, sideShares: [0, 0.15, 0, 0])).outcome == .pass)
    let side = answer(OutlineCover(isCornerCovered: free, sideShares: [0, 0.2, 0, 0]))
    #expect(side.outcome == .fail)
    #expect(side.message.contains("right side"))
  }
}
