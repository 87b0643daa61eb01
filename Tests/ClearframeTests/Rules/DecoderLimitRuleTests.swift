import Clearframe
import Testing

@Suite struct DecoderLimitRuleTests {
  let rule = DecoderLimitRule()

  @Test func passesWithinTheLimits() {
    #expect(rule.answer(EvidenceBuilder()).outcome == .pass)
  }

  @Test func failsWithTheNumbers() {
    var builder = EvidenceBuilder()
    builder.exceededLimit = ExceededLimit(
      subject: "progressive scans", value: 300, limit: 200, unit: "scans")
    let answer = rule.answer(builder)
    #expect(answer.outcome == .fail)
    #expect(answer.value == 300 && answer.limit == 200 && answer.unit == "scans")
    #expect(answer.message.contains("progressive scans: 300 against 200 scans"))
  }

  @Test func skipsOtherFormatsUnlessTheyExceedALimit() {
    var builder = EvidenceBuilder(.pdf)
    #expect(rule.answer(builder).outcome == .skipped)
    builder.exceededLimit = ExceededLimit(
      subject: "file bytes", value: 2e9, limit: 1e9, unit: "bytes")
    #expect(rule.answer(builder).outcome == .fail)
  }
}
