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

  /// A picture of `desk` with a document of `luma`.
  private func answer(
    document luma: [UInt8: Int], desk: UInt8, _ boundary: BoundaryFinding? = nil
  ) -> Judgement {
    var builder = EvidenceBuilder()
    builder.luma = [desk: 100]
    if let boundary { builder.boundary = boundary }
    builder.retouch = { tiles in
      for row in 6..<40 {
        for column in 5..<57 { tiles.set(luma, column: column, row: row) }
      }
    }
    return TooDarkRule().answer(
      builder,
      ["minimumPaperLuma": 100, "brightSurroundingsLuma": 150, "minimumHighlightLuma": 105])
  }

  @Test(arguments: [(UInt8(92), Outcome.fail), (104, .pass)])
  func judgesTheDocumentOnADarkDesk(_ paper: UInt8, _ outcome: Outcome) {
    let answer = answer(document: [paper: 100], desk: 20)
    #expect(answer.outcome == outcome)
    #expect(answer.limit == 100)
    #expect(answer.message.contains("document") || outcome == .pass)
  }

  @Test func aDarkCoverWithLetteringIsNotTooDark() {
    #expect(answer(document: [20: 98, 140: 2], desk: 30).outcome == .pass)
  }

  @Test func aReflectionDoesNotHideDarkness() {
    #expect(answer(document: [40: 90, 255: 10], desk: 30).outcome == .fail)
  }

  @Test func isUndecidedOnADarkDocumentInBrightSurroundings() {
    #expect(answer(document: [40: 100], desk: 200).outcome == .undecided)
  }

  @Test func measuresThePictureWhereNoOutlineIsTrusted() {
    let answer = answer(document: [40: 100], desk: 200, .noEvidence)
    #expect(answer.outcome == .pass)
    #expect(answer.limit == 105)
  }
}
