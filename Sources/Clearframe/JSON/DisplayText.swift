/// Makes text from outside fit to stand in a one-line message.
package enum DisplayText {
  /// The text in quotation marks: cut after 64 characters, invisible characters as `\u{…}`.
  package static func quoted(_ text: String) -> String { "\"" + plain(text) + "\"" }

  /// The text cut after `limit` characters, with invisible characters written as `\u{…}`, so that
  /// a hostile name cannot steer a terminal or break a line.
  package static func plain(_ text: String, limit: Int = 64) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return result + "…" }
      count += 1
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
