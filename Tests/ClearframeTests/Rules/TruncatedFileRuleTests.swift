import Clearframe
import Testing

@Suite struct TruncatedFileRuleTests {
  let rule = TruncatedFileRule()

  private func cut(_ rows: Int, offset: Int? = 1_234_567) -> EvidenceBuilder {
    var builder = EvidenceBuilder()
    builder.decode?.decodedRows = rows
    builder.decode?.findings = [
      IntegrityFinding(kind: .truncated, offset: offset, message: "premature end of data")
    ]
    return builder
  }

  @Test func passesAWholeFile() {
    let answer = rule.answer(EvidenceBuilder())
    #expect(answer.outcome == .pass)
    #expect(answer.value == 1)
  }

  @Test func saysWhereAndHowMuchIsLost() {
    let answer = rule.answer(cut(1830))
    #expect(answer.outcome == .fail)
    #expect(answer.value == 0.61)
    #expect(answer.unit == "fraction of rows")
    #expect(
      answer.message
        == "The file ends too early, at byte 1,234,567 (premature end of data); 39 % of the rows "
        + "are lost. Copy or download the photo again.")
  }

  @Test func failsWithEveryRowWhereTheEndIsMissing() {
    var builder = cut(3000, offset: nil)
    #expect(rule.answer(builder).outcome == .fail)
    #expect(rule.answer(builder).message.contains("the end is missing"))
    builder.header.jpeg?.process = .progressive
    #expect(rule.answer(builder).message.contains("coarser"))
  }

  @Test func failsOnTheHeaderAlone() {
    var builder = EvidenceBuilder()
    builder.decode = nil
    builder.luma = nil
    builder.header.findings = [
      IntegrityFinding(kind: .truncated, offset: 20, message: "no frame header")
    ]
    let answer = rule.answer(builder)
    #expect(answer.outcome == .fail)
    #expect(answer.value == nil && answer.limit == nil && answer.unit == nil)
  }

  @Test func ignoresDamageAndQuirks() {
    var builder = EvidenceBuilder()
    builder.header.findings = [
      IntegrityFinding(kind: .corrupt, offset: 20, message: "bad code"),
      IntegrityFinding(kind: .quirk, offset: 30, message: "odd SOS parameters"),
    ]
    #expect(rule.answer(builder).outcome == .pass)
  }

  @Test func skipsWhatWasNotDecoded() {
    #expect(rule.answer(EvidenceBuilder(.heic)).outcome == .skipped)
    var builder = EvidenceBuilder()
    builder.decode = nil
    builder.exceededLimit = ExceededLimit(
      subject: "pixels", value: 4e9, limit: 2e8, unit: "pixels")
    #expect(rule.answer(builder).outcome == .skipped)
    #expect(rule.answer(builder).message.contains("safety limit on pixels"))
    var unsupported = EvidenceBuilder()
    unsupported.decode?.unsupportedReason = "12 bits per sample"
    #expect(rule.answer(unsupported).outcome == .skipped)
  }
}
