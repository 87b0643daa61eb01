import Clearframe
import Testing

@Suite struct DisplayTextTests {
  @Test func keepsVisibleTextOfAnyScript() {
    #expect(DisplayText.quoted("身份证 é") == "\"身份证 é\"")
  }

  @Test func writesInvisibleCharactersAsEscapes() {
    #expect(
      DisplayText.plain("a\u{1B}[2J\n\u{202E}\u{2028}") == "a\\u{1B}[2J\\u{A}\\u{202E}\\u{2028}")
  }

  @Test func cutsLongText() {
    #expect(DisplayText.plain(String(repeating: "x", count: 65)).count == 65)
    #expect(DisplayText.plain(String(repeating: "x", count: 64)).hasSuffix("x"))
    #expect(DisplayText.plain("abcdef", limit: 3) == "abc…")
  }
}
