/// Prints the XML that build servers read as test results: one suite per file, one case per rule.
///
/// The shape is that of JUnit's Ant task as Jenkins' xUnit schema `junit-10.xsd` and GitLab read it.
/// A rule of severity `error` that fails or is undecided is a failure, told apart by its `type`, so
/// that nothing a person should look at turns a build green. What a rule of severity `warning` finds
/// is output of a case that passes. A file that could not be read or judged is an error, and so is a
/// run that was stopped. Times are left out: the same files always print the same text.
public struct JUnitReporter: Reporter {
  /// Makes a reporter; it has no settings.
  public init() {}

  /// The declaration and the start of the root element.
  public var opening: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"clearframe\">\n"
  }

  /// One suite.
  public func text(for report: Report) -> String {
    let failures = report.checks.count { $0.severity == .error && $0.isFinding }
    let skipped = report.checks.count { $0.outcome == .skipped }
    let errors = report.error == nil ? 0 : 1
    var text = Self.suiteStart(
      report.path, tests: report.checks.count + errors, failures: failures, errors: errors,
      skipped: skipped)
    text += "    <properties>\n"
    text += Self.property("profile", report.profile)
    text += Self.property("verdict", report.verdict.rawValue)
    if let file = report.file { text += Self.property("file", file.factsText) }
    for note in report.notes { text += Self.property("note", note) }
    text += "    </properties>\n"
    if let error = report.error {
      let kind = report.file == nil ? "unreadable" : "unjudged"
      text += Self.testCase(
        "readable", in: report.path, containing: Self.element("error", type: kind, message: error))
    }
    for check in report.checks {
      text += Self.testCase(check.rule, in: report.path, containing: Self.result(of: check))
    }
    return text + "  </testsuite>\n"
  }

  /// The end of the root element; before it an error where the run was stopped.
  public func closing(_ summary: BatchSummary) -> String {
    guard !summary.isComplete else { return "</testsuites>\n" }
    let count = NumberText.count(summary.files, "file", "files")
    let error = Self.element(
      "error", type: "stopped", message: "The run was stopped after \(count).")
    return Self.suiteStart("clearframe", tests: 1, failures: 0, errors: 1, skipped: 0)
      + Self.testCase("complete", in: "clearframe", containing: error)
      + "  </testsuite>\n</testsuites>\n"
  }

  private static func suiteStart(
    _ name: String, tests: Int, failures: Int, errors: Int, skipped: Int
  ) -> String {
    "  <testsuite name=\"\(MarkupText.escaped(name))\" tests=\"\(tests)\""
      + " failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\">\n"
  }

  private static func property(_ name: String, _ value: String) -> String {
    "      <property name=\"\(name)\" value=\"\(MarkupText.escaped(value))\"/>\n"
  }

  private static func testCase(
    _ name: String, in path: String, containing content: String
  ) -> String {
    let start =
      "    <testcase name=\"\(MarkupText.escaped(name))\""
      + " classname=\"\(MarkupText.escaped(path))\""
    return content.isEmpty ? start + "/>\n" : start + ">\n\(content)    </testcase>\n"
  }

  private static func element(
    _ name: String, type: String, message: String, content: String = ""
  ) -> String {
    let start = "      <\(name) type=\"\(type)\" message=\"\(MarkupText.escaped(message))\""
    return content.isEmpty
      ? start + "/>\n" : start + ">\(MarkupText.escaped(content))</\(name)>\n"
  }

  private static func result(of check: Check) -> String {
    switch (check.outcome, check.severity) {
    case (.pass, _):
      return ""
    case (.skipped, _):
      return element("skipped", type: "skipped", message: check.message)
    case (.fail, .error), (.undecided, .error):
      return element(
        "failure", type: check.outcome.rawValue, message: check.message,
        content: evidence(of: check))
    case (.fail, _), (.undecided, _):
      let text = ["\(check.label): \(check.message)", evidence(of: check)]
        .filter { !$0.isEmpty }.joined(separator: " ")
      return "      <system-out>\(MarkupText.escaped(text))</system-out>\n"
    }
  }

  private static func evidence(of check: Check) -> String {
    var parts = check.evidenceText.isEmpty ? [] : ["measured \(check.evidenceText)"]
    parts += check.regions.map {
      "at x \($0.x), y \($0.y), \($0.width) x \($0.height) pixels"
    }
    return parts.joined(separator: "; ")
  }
}
