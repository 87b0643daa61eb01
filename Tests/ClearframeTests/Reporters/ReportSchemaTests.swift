import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct ReportSchemaTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/schema/report.schema.json")

  @Test func checkedInSchemaIsUpToDate() throws {
    let stored = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(
      stored == ReportSchema.text,
      "run: swift run clearframe schema report > Fixtures/schema/report.schema.json")
  }

  @Test func everySampleIsValidAndUsesNoUndescribedMember() throws {
    let validator = try JSONSchemaValidator(schema: ReportSchema.text, isStrict: true)
    for report in SampleReports.all {
      #expect(try validator.findings(in: JSONLinesReporter().text(for: report)) == [])
    }
  }

  @Test(arguments: [
    (#""verdict":"fail""#, #""verdict":"maybe""#), (#""schema":1"#, #""schema":2"#),
    (#""orientation":6"#, #""orientation":9"#), (#""bytes":3121023"#, #""bytes":-1"#),
    (#""path":"a/front.jpg","#, ""), (#"[3,1895]]"#, #"[3,1895],[1,1]]"#),
    (#""severity":"error""#, #""severity":"off""#), (#""value":0.031"#, #""value":"0.031""#),
    (#""confidence":0.97"#, #""confidence":1.5"#), (#""width":4000"#, #""width":true"#),
  ])
  func brokenReportsAreInvalid(original: String, replacement: String) throws {
    let text = JSONLinesReporter().text(for: SampleReports.failing)
    let broken = text.replacingOccurrences(of: original, with: replacement)
    try #require(broken != text)
    let validator = try JSONSchemaValidator(schema: ReportSchema.text)
    #expect(try validator.findings(in: broken) != [])
  }
}
