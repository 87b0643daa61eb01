import Testing

@testable import ClearframeCommand

@Suite struct ArgumentTests {
  @Test func tellsExactTextFromRepairedText() {
    #expect(Argument("é").exactText == "é")
    let broken = Argument(bytes: [0x61, 0xFF])
    #expect(broken.exactText == nil)
    #expect(broken.text == "a\u{FFFD}")
  }

  @Test func joinsWithOneSlash() {
    #expect(Argument("a").appending("b".utf8) == Argument("a/b"))
    #expect(Argument("a/").appending("b".utf8) == Argument("a/b"))
    #expect(Argument("/").appending("b".utf8) == Argument("/b"))
  }

  @Test func readsCStrings() {
    let argument = "a\u{FFFD}b".withCString { Argument(cString: $0) }
    #expect(argument == Argument("a\u{FFFD}b"))
    #expect(argument.withCString { Argument(cString: $0) } == argument)
  }
}
