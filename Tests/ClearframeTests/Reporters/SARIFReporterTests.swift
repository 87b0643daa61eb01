import Clearframe
import Foundation
import Testing

@Suite struct SARIFReporterTests {
  private typealias Object = [String: Any]

  private func log(_ reports: [Report], isVerbose: Bool = false) throws -> Object {
    let reporter = SARIFReporter(options: ReporterOptions(isVerbose: isVerbose))
    let text = SampleReports.run(reporter, reports)
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [Object])?.first)
  }

  private func results(_ reports: [Report], isVerbose: Bool = false) throws -> [Object] {
    try #require(try log(reports, isVerbose: isVerbose)["results"] as? [Object])
  }

  @Test func writesOneResultPerFinding() throws {
    let results = try results(SampleReports.all)
    func column(_ key: String) -> [String] { results.map { $0[key] as? String ?? "?" } }
    #expect(column("ruleId") == ["tilted", "glare", "blurred", "unreadable-file"])
    #expect(column("kind") == ["fail", "fail", "review", "fail"])
    #expect(column("level") == ["warning", "error", "none", "error"])
  }

  @Test func oneResultHasItsWholeShape() {
    let start = #"""

      {"ruleId":"glare","ruleIndex":
      """#
    let end = #"""
      ,"kind":"fail","level":"error","message":{"text":"Light reflects on the card, \"here\"; tilt it, then retake."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a/front.jpg"}}}],"attachments":[{"description":{"text":"Where the defect is, in pixels of the upright picture."},"artifactLocation":{"uri":"a/front.jpg"},"rectangles":[{"top":800,"left":1200,"bottom":920,"right":1510}]}],"properties":{"profile":"id-card","verdict":"fail","outcome":"fail","severity":"error","value":0.031,"limit":0.01,"unit":"fraction of document"}}
      """#
    let text = SARIFReporter().text(for: SampleReports.failing)
    let line = text.split(separator: "\n").first.map { String($0.dropLast()) } ?? ""
    #expect(text.hasPrefix(start))
    #expect(line.hasSuffix(end))
  }

  @Test func verboseAlsoTellsOfWhatIsFine() throws {
    let results = try results(SampleReports.all, isVerbose: true)
    let kinds = results.map { $0["kind"] as? String ?? "?" }
    #expect(kinds == ["pass", "fail", "fail", "review", "notApplicable", "fail"])
    // Section 3.27.10: any kind but fail has the level none.
    for result in results where result["kind"] as? String != "fail" {
      #expect(result["level"] as? String == "none")
    }
  }

  @Test(arguments: [[], [0], [1], [0, 1, 0], [2, 2]])
  func filesWithoutFindingsLeaveNoComma(order: [Int]) throws {
    let sound = Report(path: "s.png", profile: "id-card", verdict: .pass, file: nil, checks: [])
    let choices = [sound, SampleReports.failing, SampleReports.unreadable]
    let results = try results(order.map { choices[$0] })
    #expect(results.count == order.map { [0, 2, 1][$0] }.reduce(0, +))
  }

  @Test func everyResultPointsToItsRule() throws {
    let run = try log(SampleReports.all)
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    let rules = try #require(driver["rules"] as? [Object]).map { $0["id"] as? String }
    #expect(rules == RuleDescription.all.map(\.name) + ["unreadable-file"])
    for result in try #require(run["results"] as? [Object]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
    }
  }

  @Test func hostileTextStaysText() throws {
    let result = try #require(try results([SampleReports.hostile]).first)
    #expect((result["message"] as? Object)?["text"] as? String == "<b>&\u{8}</b> {{1}}")
    let location = (result["locations"] as? [Object])?.first?["physicalLocation"] as? Object
    let address = try #require(
      (location?["artifactLocation"] as? Object)?["uri"] as? String)
    #expect(address.hasPrefix("%3C/h2%3E%3Cscript%3Ealert%281%29%3C/script%3E%22%27%26amp%3B"))
    #expect(address.removingPercentEncoding == SampleReports.hostile.path)
    let attachment = try #require((result["attachments"] as? [Object])?.first)
    #expect((attachment["rectangles"] as? [Object])?.count == 2)
  }

  @Test(arguments: [
    ("/a b/c:d.jpg", "file:///a%20b/c%3Ad.jpg"), ("x:y.jpg", "x%3Ay.jpg"), ("-", "-"),
  ])
  func pathsBecomeReferences(path: String, address: String) {
    var report = SampleReports.unreadable
    report.path = path
    #expect(SARIFReporter().text(for: report).contains("{\"uri\":\"\(address)\"}"))
  }

  @Test func aStoppedRunDidNotSucceed() throws {
    var summary = BatchSummary()
    summary.isComplete = false
    let reporter = SARIFReporter()
    let text = reporter.opening + reporter.closing(summary)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    let run = (log["runs"] as? [Object])?.first
    let invocation = (run?["invocations"] as? [Object])?.first
    #expect(invocation?["executionSuccessful"] as? Bool == false)
    #expect((invocation?["toolExecutionNotifications"] as? [Object])?.count == 1)
  }
}
