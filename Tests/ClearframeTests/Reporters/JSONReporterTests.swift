import Clearframe
import Foundation
import Testing

@Suite struct JSONReporterTests {
  @Test func wrapsTheLinesOfJSONLinesInOneObject() {
    let lines = SampleReports.all.map {
      String(JSONLinesReporter().text(for: $0).dropLast())
    }
    let expected =
      "{\"schema\":1,\"results\":[\n" + lines.joined(separator: ",\n")
      + "\n],\"summary\":{\"files\":3,\"pass\":1,\"fail\":2,\"undecided\":0,\"unreadable\":1,"
      + "\"passWithWarnings\":1,\"skipped\":{\"hidden\":2,\"nonImages\":1,\"specialFiles\":0,"
      + "\"repeatedFolders\":0},\"complete\":true}}\n"
    #expect(SampleReports.run(JSONReporter()) == expected)
  }

  @Test(arguments: [0, 1, 3])
  func anyNumberOfResultsIsOneValidObject(count: Int) throws {
    let text = SampleReports.run(JSONReporter(), Array(SampleReports.all.prefix(count)))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((object["results"] as? [Any])?.count == count)
    #expect((object["summary"] as? [String: Any])?["files"] as? Int == count)
  }
}
