import Clearframe
import Testing

@Suite struct ReportFormatTests {
  @Test func namesAreUniqueAndFoundAgain() {
    let names = ReportFormat.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names == ["text", "json", "jsonl", "csv", "junit", "sarif", "html"])
    for name in names { #expect(ReportFormat.named(name)?.name == name) }
    #expect(ReportFormat.named("yaml") == nil)
  }

  @Test(arguments: ReportFormat.all.map(\.name))
  func everyFormatTellsOfABadFile(name: String) throws {
    let format = try #require(ReportFormat.named(name))
    #expect(format.reporter().text(for: SampleReports.failing).contains("glare"))
  }
}
