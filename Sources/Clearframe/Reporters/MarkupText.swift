/// Makes text from outside fit to stand in XML 1.0 and HTML, as content or in a quoted attribute.
enum MarkupText {
  /// The text with markup characters as references and invisible characters as `\u{…}`.
  ///
  /// XML 1.0 cannot say most control characters at all, not even as a reference (section 2.2), and
  /// a bidirectional control could make a name read as another.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DisplayText.plain(text, limit: .max).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
