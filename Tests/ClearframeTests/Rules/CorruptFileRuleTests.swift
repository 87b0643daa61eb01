import Clearframe
import Testing

@Suite struct CorruptFileRuleTests {
  let rule = CorruptFileRule()

  @Test func passesAWholeFileWithoutRemark() {
    let answer = rule.answer(EvidenceBuilder())
    #expect(answer.outcome == .pass)
    #expect(answer.message == "No damage was found.")
  }

  @Test func countsPlacesAndSaysTheFirst() {
    var builder = EvidenceBuilder()
    builder.header.findings = [
      IntegrityFinding(kind: .quirk, offset: 2, message: "odd"),
      IntegrityFinding(kind: .corrupt, offset: 9_000, message: "bad checksum of tEXt"),
    ]
    builder.decode?.findings = [
      IntegrityFinding(kind: .corrupt, offset: 5_000, message: "invalid code", count: 3)
    ]
    builder.decode?.decodedRows = 2970
    let answer = rule.answer(builder)
    #expect(answer.outcome == .fail)
    #expect(answer.value == 4)
    #expect(
      answer.message
        == "The file is damaged at byte 5,000: bad checksum of tEXt, and 3 more places; 1 % of "
        + "the rows are lost. Copy the photo again from the camera, or take it again.")
  }

  @Test func survivesAbsurdCounts() {
    var builder = EvidenceBuilder()
    builder.header.findings = [
      IntegrityFinding(kind: .corrupt, offset: nil, message: "x", count: .max),
      IntegrityFinding(kind: .corrupt, offset: nil, message: "y", count: .max),
    ]
    #expect(rule.answer(builder).value == Double(Int.max))
  }

  @Test(arguments: FileTrailer.Kind.allCases)
  func trailersPassAndOnlyStrangeOnesAreRemarkedOn(_ kind: FileTrailer.Kind) {
    var builder = EvidenceBuilder()
    builder.header.trailers = [FileTrailer(kind: kind, offset: 1000, byteCount: 2000)]
    let answer = rule.answer(builder)
    #expect(answer.outcome == .pass)
    let isStrange = kind == .unknown || kind == .undeclaredJPEG
    #expect(answer.message.contains("byte 1,000") == isStrange)
  }

  @Test func skipsWhatWasNotDecoded() {
    #expect(rule.answer(EvidenceBuilder(.text)).outcome == .skipped)
    var builder = EvidenceBuilder()
    builder.decode = nil
    #expect(rule.answer(builder).outcome == .skipped)
  }
}
