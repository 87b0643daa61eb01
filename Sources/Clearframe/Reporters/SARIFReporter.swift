/// Prints one log of the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0).
///
/// Every failure is a result of kind `fail` with the rule's severity as its level, and every
/// undecided rule one of kind `review`, which the standard has for what a person should look at; its
/// level is `none`, as section 3.27.10 demands. Where a defect is comes as rectangles of the picture
/// (section 3.22), in pixels of the upright picture. Rules that pass or are skipped are results only
/// where verbose output is asked for, because readers of the format list every result as a finding.
public struct SARIFReporter: Reporter {
  /// The rule of a file that could not be read or judged, which is none of a profile's.
  private static let unreadableRule = "unreadable-file"

  private let options: ReporterOptions

  /// Makes a reporter; only `isVerbose` is used.
  public init(options: ReporterOptions = ReporterOptions()) {
    self.options = options
  }

  /// True.
  public var tellsSummary: Bool { true }

  /// The log up to its first result, with the pages of all rules.
  public var opening: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("driver")
    writer.beginObject()
    writer.member("name", "clearframe")
    writer.member("semanticVersion", ToolVersion.text)
    writer.key("rules")
    writer.beginArray()
    for rule in RuleDescription.all { Self.write(rule, to: &writer) }
    Self.writeRule(
      Self.unreadableRule, summary: "A file that could not be read or judged.", to: &writer)
    writer.end()
    writer.end()
    writer.end()
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
      + "\"runs\":[{\"tool\":\(writer.text),\n\"results\":["
  }

  /// A comma.
  public var separator: String { "," }

  /// One result per finding, each on a line of its own; empty where there is none.
  public func text(for report: Report) -> String {
    var results: [String] = []
    if let error = report.error {
      results.append(
        Self.result(
          rule: Self.unreadableRule, index: RuleDescription.all.count, kind: "fail",
          level: "error", message: error, report: report))
    }
    for check in report.checks where check.isFinding || options.isVerbose {
      let kind =
        switch check.outcome {
        case .fail: "fail"
        case .undecided: "review"
        case .pass: "pass"
        case .skipped: "notApplicable"
        }
      results.append(
        Self.result(
          rule: check.rule, index: RuleDescription.all.firstIndex { $0.name == check.rule },
          kind: kind, level: check.outcome == .fail ? check.severity.rawValue : "none",
          message: check.message, report: report, check: check))
    }
    return results.map { "\n" + $0 }.joined(separator: ",")
  }

  /// The end of the results, whether the run came to its end, and the counts.
  public func closing(_ summary: BatchSummary) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("executionSuccessful", summary.isComplete)
    if !summary.isComplete {
      writer.key("toolExecutionNotifications")
      writer.beginArray()
      writer.beginObject()
      writer.member("level", "error")
      let count = NumberText.count(summary.files, "file", "files")
      Self.writeMessage("The run was stopped after \(count).", as: "message", to: &writer)
      writer.end()
      writer.end()
    }
    writer.end()
    var counts = JSONWriter()
    counts.value(summary)
    return "\n],\"invocations\":[\(writer.text)],\"properties\":{\"summary\":\(counts.text)}}]}\n"
  }

  private static func result(
    rule: String, index: Int?, kind: String, level: String, message: String, report: Report,
    check: Check? = nil
  ) -> String {
    let address = ArtifactURI.text(path: report.path)
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("ruleId", rule)
    if let index { writer.member("ruleIndex", index) }
    writer.member("kind", kind)
    writer.member("level", level)
    writeMessage(message, as: "message", to: &writer)
    writer.key("locations")
    writer.beginArray()
    writer.beginObject()
    writer.key("physicalLocation")
    writer.beginObject()
    writeLocation(address, to: &writer)
    writer.end()
    writer.end()
    writer.end()
    if let check, !check.regions.isEmpty {
      writeRectangles(check.regions, of: address, to: &writer)
    }
    writer.key("properties")
    writer.beginObject()
    writer.member("profile", report.profile)
    writer.member("verdict", report.verdict.rawValue)
    if let check {
      writer.member("outcome", check.outcome.rawValue)
      writer.member("severity", check.severity.rawValue)
      writer.member("value", check.value)
      writer.member("limit", check.limit)
      writer.member("unit", check.unit)
    }
    writer.end()
    writer.end()
    return writer.text
  }

  private static func writeRectangles(
    _ regions: [PixelRegion], of address: String, to writer: inout JSONWriter
  ) {
    writer.key("attachments")
    writer.beginArray()
    writer.beginObject()
    writeMessage(
      "Where the defect is, in pixels of the upright picture.", as: "description", to: &writer)
    writeLocation(address, to: &writer)
    writer.key("rectangles")
    writer.beginArray()
    // The schema wants them to differ.
    var seen: Set<PixelRegion> = []
    for region in regions where seen.insert(region).inserted {
      writer.beginObject()
      writer.member("top", region.y)
      writer.member("left", region.x)
      writer.member("bottom", Double(region.y) + Double(region.height))
      writer.member("right", Double(region.x) + Double(region.width))
      writer.end()
    }
    writer.end()
    writer.end()
    writer.end()
  }

  private static func writeLocation(_ address: String, to writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.beginObject()
    writer.member("uri", address)
    writer.end()
  }

  private static func write(_ rule: RuleDescription, to writer: inout JSONWriter) {
    writeRule(
      rule.name, summary: rule.summary, details: rule.why,
      help: "\(rule.remedy) How it is measured: \(rule.measurement) "
        + "What it cannot see: \(rule.caveats)", to: &writer)
  }

  private static func writeRule(
    _ name: String, summary: String, details: String? = nil, help: String? = nil,
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("id", name)
    writeMessage(summary, as: "shortDescription", to: &writer)
    if let details { writeMessage(details, as: "fullDescription", to: &writer) }
    if let help { writeMessage(help, as: "help", to: &writer) }
    writer.end()
  }

  /// Writes a message; braces, which stand around placeholders, are doubled (section 3.11.5).
  private static func writeMessage(
    _ text: String, as key: String, to writer: inout JSONWriter
  ) {
    var escaped = ""
    for scalar in text.unicodeScalars {
      escaped.unicodeScalars.append(scalar)
      if scalar == "{" || scalar == "}" { escaped.unicodeScalars.append(scalar) }
    }
    writer.key(key)
    writer.beginObject()
    writer.member("text", escaped)
    writer.end()
  }
}
