import Testing

@testable import ClearframeCommand

@Suite struct HelpPageTests {
  @Test func tablesAreFreeOfDoubles() {
    for subcommand in Subcommand.all {
      let flags = subcommand.flags + Flag.common
      #expect(Set(flags.map(\.name)).count == flags.count)
      #expect(Set(flags.compactMap(\.letter)).count == flags.compactMap(\.letter).count)
    }
    #expect(Set(Subcommand.all.map(\.name)).count == Subcommand.all.count)
  }

  @Test func everyPageTellsEveryFlagInEightyColumns() {
    for subcommand in Subcommand.all {
      let page = HelpPage.page(of: subcommand)
      for flag in subcommand.flags + Flag.common {
        #expect(page.contains("--\(flag.name)"))
        if let letter = flag.letter { #expect(page.contains("-\(letter), --\(flag.name)")) }
      }
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(HelpPage.overview().contains("  \(subcommand.name) "))
    }
  }
}
