import Clearframe
import Testing

@Suite struct FileTooLargeRuleTests {
  @Test(arguments: [
    (0, Outcome.pass), (4_194_303, .pass), (4_194_304, .pass), (4_194_305, .fail),
  ])
  func mayReachTheLimit(_ bytes: Int, _ outcome: Outcome) {
    let answer = FileTooLargeRule().answer(
      EvidenceBuilder(byteCount: bytes), ["maximumBytes": 4_194_304])
    #expect(answer.outcome == outcome)
    #expect(answer.value == Double(bytes))
    #expect(answer.limit == 4_194_304)
  }

  @Test func skipsWithoutAMaximum() {
    let answer = FileTooLargeRule().answer(EvidenceBuilder())
    #expect(answer.outcome == .skipped)
    #expect(answer.message == "Not judged: the profile sets no maximum.")
  }

  @Test func blamesTheVideoWhereItAloneIsTooMuch() {
    var builder = EvidenceBuilder(byteCount: 6_000_000)
    builder.header.trailers = [
      FileTrailer(kind: .motionPhoto, offset: 3_000_000, byteCount: 3_000_000)
    ]
    #expect(
      FileTooLargeRule().answer(builder, ["maximumBytes": 4e6]).message.contains("Motion Photo"))
    #expect(
      !FileTooLargeRule().answer(builder, ["maximumBytes": 2e6]).message.contains("Motion Photo"))
  }
}
