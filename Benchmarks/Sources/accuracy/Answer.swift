import Clearframe

/// What a judge, Clearframe or a peer, said about one picture.
struct Answer {
  struct RuleAnswer {
    let outcome: String
    let value: Double?
    let severity: Severity
    let regions: [PixelRegion]
    let message: String
  }

  var rules: [String: RuleAnswer]
  var outline: Polygon?
  var confidence: Double?
  var error: String?

  init(_ report: Report) {
    rules = [:]
    for check in report.checks {
      rules[check.rule] = RuleAnswer(
        outcome: check.outcome.rawValue, value: check.value, severity: check.severity,
        regions: check.regions, message: check.message)
    }
    outline = report.document.map { Polygon(points: $0.outline.corners) }
    confidence = report.document?.confidence
    error = report.error
  }

  /// A peer's answer from a row of its table: a column `RULE` with the outcome, `RULE.value` with
  /// the number, and `x0,y0 .. x3,y3` with the outline.
  init(peerRow row: [String: String]) {
    rules = [:]
    for (column, outcome) in row
    where ["pass", "fail", "undecided", "skipped"].contains(outcome) {
      rules[column] = RuleAnswer(
        outcome: outcome, value: row[column + ".value"].flatMap(Double.init), severity: .error,
        regions: [], message: "")
    }
    outline = Polygon(labelRow: row)
  }
}

extension Polygon {
  /// The outline in the columns `x0,y0 .. x3,y3`; nil where they are empty.
  init?(labelRow row: [String: String]) {
    var points: [PixelPoint] = []
    for index in 0..<4 {
      guard let x = row["x\(index)"].flatMap(Double.init),
        let y = row["y\(index)"].flatMap(Double.init)
      else { return nil }
      points.append(PixelPoint(x: x, y: y))
    }
    self.init(points: points)
  }
}
