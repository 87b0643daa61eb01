/// A format that reports can be printed in, by name.
public struct ReportFormat: Sendable {
  /// The name that selects the format, such as `jsonl`.
  public let name: String
  /// One phrase: what the format is for.
  public let summary: String
  private let make: @Sendable (ReporterOptions) -> any Reporter

  /// Makes a format from its name, its purpose and the reporter that prints it.
  public init(
    name: String, summary: String, reporter: @escaping @Sendable (ReporterOptions) -> any Reporter
  ) {
    self.name = name
    self.summary = summary
    self.make = reporter
  }

  /// The reporter that prints this format.
  public func reporter(_ options: ReporterOptions = ReporterOptions()) -> any Reporter {
    make(options)
  }

  /// Every format, the default first.
  public static let all: [ReportFormat] = [
    ReportFormat(name: "text", summary: "bad files with their reasons, for reading") {
      TextReporter(options: $0)
    },
    ReportFormat(name: "json", summary: "one JSON object with results and summary") { _ in
      JSONReporter()
    },
    ReportFormat(name: "jsonl", summary: "one JSON object per line and file") { _ in
      JSONLinesReporter()
    },
    ReportFormat(name: "csv", summary: "one row per file and rule, RFC 4180") { _ in
      CSVReporter()
    },
    ReportFormat(name: "junit", summary: "test results in XML for build servers") { _ in
      JUnitReporter()
    },
    ReportFormat(name: "sarif", summary: "findings as SARIF 2.1.0 for review tools") {
      SARIFReporter(options: $0)
    },
    ReportFormat(name: "html", summary: "one page to read, with places drawn") { _ in
      HTMLReporter()
    },
  ]

  /// The format with this name; nil where there is none.
  public static func named(_ name: String) -> ReportFormat? {
    all.first { $0.name == name }
  }
}
