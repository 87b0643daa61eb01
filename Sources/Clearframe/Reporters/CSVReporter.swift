/// Prints one row per file and rule as comma-separated values (RFC 4180), after a row of names.
///
/// The last column says why a file could not be read, in each of its rows; a file without checks
/// has one row whose rule is empty. Rows end with CR LF; the text is UTF-8 without a byte-order mark.
///
/// File names come from strangers and the rows are opened in spreadsheets, which take a cell that
/// begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula. Such a *text* cell
/// gets an apostrophe in front, as OWASP advises; numbers are written as they are. Whoever needs
/// the exact name takes a JSON format.
public struct CSVReporter: Reporter {
  private static let columns = [
    "path", "profile", "verdict", "format", "bytes", "width", "height", "orientation", "rule",
    "outcome", "severity", "value", "limit", "unit", "message", "error",
  ]

  /// Makes a reporter; it has no settings.
  public init() {}

  /// The row of names.
  public var opening: String { Self.row(Self.columns) }

  /// One row per check; one row where there is none.
  public func text(for report: Report) -> String {
    let file = report.file
    let facts = [
      Self.textCell(report.path), Self.textCell(report.profile), report.verdict.rawValue,
      Self.textCell(file?.format ?? ""), Self.cell(file?.bytes), Self.cell(file?.width),
      Self.cell(file?.height), Self.cell(file?.orientation),
    ]
    let error = Self.textCell(report.error ?? "")
    guard !report.checks.isEmpty else {
      return Self.row(facts + ["", "", "", "", "", "", "", error])
    }
    var text = ""
    for check in report.checks {
      text += Self.row(
        facts + [
          Self.textCell(check.rule), check.outcome.rawValue, check.severity.rawValue,
          Self.cell(check.value), Self.cell(check.limit), Self.textCell(check.unit ?? ""),
          Self.textCell(check.message), error,
        ])
    }
    return text
  }

  private static func row(_ cells: [String]) -> String {
    cells.joined(separator: ",") + "\r\n"
  }

  private static func cell(_ value: Int?) -> String { value.map { String($0) } ?? "" }

  private static func cell(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return JSONWriter.decimal(value)
  }

  private static func textCell(_ text: String) -> String {
    var cell = text
    // Compared as scalars: as characters, a combining mark after the sign would hide it.
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      cell = "'" + text
    }
    guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return cell
    }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
