import Clearframe
import Testing

@Suite struct RulePageTests {
  @Test func holdsEverySectionAndEachProfilesNumbers() throws {
    let page = try #require(RuleDescription.named("file-too-small")).page()
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "file-too-small")
    for title in [
      "Why", "How it is measured", "Severity", "Limits", "What it cannot see",
      "How to fix the photo",
    ] {
      let index = try #require(lines.firstIndex(of: title), "\(title)")
      #expect(lines[index - 1] == "")
      #expect(lines[index + 1].hasPrefix("  "))
    }
    #expect(lines.contains("  bytesMustExceed, in bytes"))
    #expect(lines.contains("  id-card, document, portrait: error"))
    #expect(lines.contains { $0.hasPrefix("    id-card, document, portrait: 204,800. Alibaba") })
    #expect(page.hasSuffix(".\n"))
  }

  @Test(arguments: RuleDescription.all)
  func wrapsToTheWidth(_ rule: RuleDescription) {
    for width in [40, 80, 100] {
      let lines = rule.page(width: width).split(separator: "\n")
      let tooWide = lines.filter { $0.count > width }
      #expect(tooWide.allSatisfy { !$0.drop { $0 == " " }.contains(" ") }, "\(tooWide)")
      #expect(lines.allSatisfy { $0.last != " " })
    }
    #expect(rule.page(width: -5) == rule.page(width: 40))
  }

  @Test func profilesThatDifferStandApart() throws {
    var other = Profile.document
    try other.setSeverity(.warning, of: "file-too-small")
    try other.setLimit("bytesMustExceed", of: "file-too-small", to: 0.5)
    let page = try #require(RuleDescription.named("file-too-small"))
      .page(profiles: [.idCard, other, .portrait])
    #expect(page.contains("\n  id-card, portrait: error\n  document: warning\n"))
    #expect(page.contains("\n    document: 0.5. Set in code.\n"))
  }

  @Test func saysWhatAProfileDoesNotSet() throws {
    var profile = Profile.idCard
    try profile.setLimit("maximumBytes", of: "file-too-large", to: nil)
    let page = try #require(RuleDescription.named("file-too-large")).page(profiles: [profile])
    #expect(page.contains("    id-card: not set\n"))
    #expect(page.contains("maximumBytes, in bytes, optional\n"))
    #expect(!page.contains("portrait"))
  }

  @Test func wrappingKeepsEveryWord() {
    let text = "one two  three\nfour"
    #expect(
      TextWrapping.lines(text, width: 9, indent: "  ", hangingIndent: "    ")
        == ["  one two", "    three", "    four"])
    #expect(TextWrapping.lines("", width: 10).isEmpty)
    #expect(TextWrapping.lines("extraordinary", width: 5) == ["extraordinary"])
  }
}
