/// How a check reads in the formats that people read.
extension Check {
  /// The outcome as one word or two: a failure of a rule that only warns is a warning.
  var label: String {
    switch (outcome, severity) {
    case (.fail, .error): "fail"
    case (.fail, _): "warning"
    case (.undecided, .error): "undecided"
    case (.undecided, _): "undecided warning"
    case (.pass, _): "pass"
    case (.skipped, _): "skipped"
    }
  }

  /// Whether somebody who wants to know what is wrong wants to read of it.
  var isFinding: Bool { outcome == .fail || outcome == .undecided }

  /// The value with its limit and unit, such as `0.031, limit 0.01, fraction of document`; empty
  /// where nothing was measured.
  var evidenceText: String {
    guard let value, value.isFinite else { return "" }
    var text = NumberText.plain(value, fractionDigits: 4)
    if let limit { text += ", limit \(NumberText.plain(limit, fractionDigits: 4))" }
    if let unit { text += ", \(unit)" }
    return text
  }
}
