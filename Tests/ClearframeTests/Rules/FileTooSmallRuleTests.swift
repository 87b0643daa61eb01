import Clearframe
import Testing

@Suite struct FileTooSmallRuleTests {
  @Test(arguments: [
    (0, Outcome.fail), (143_882, .fail), (200_001, .fail), (204_799, .fail), (204_800, .fail),
    (204_801, .pass), (3_000_000, .pass),
  ])
  func mustExceedTheLimit(_ bytes: Int, _ outcome: Outcome) {
    let answer = FileTooSmallRule().answer(
      EvidenceBuilder(byteCount: bytes), ["bytesMustExceed": 204_800])
    #expect(answer.outcome == outcome)
    #expect(answer.value == Double(bytes))
    #expect(answer.limit == 204_800)
    #expect(answer.unit == "bytes")
  }

  @Test func saysTheNumbersAndWhatToDo() {
    let answer = FileTooSmallRule().answer(
      EvidenceBuilder(byteCount: 143_882), ["bytesMustExceed": 204_800])
    #expect(
      answer.message
        == "The file has 143,882 bytes; the portal wants more than 204,800. "
        + "Send the original photo, not a copy from a messenger.")
  }

  @Test func judgesFilesOfAnyFormat() {
    let answer = FileTooSmallRule().answer(
      EvidenceBuilder(.empty, byteCount: 0), ["bytesMustExceed": 0])
    #expect(answer.outcome == .fail)
  }
}
