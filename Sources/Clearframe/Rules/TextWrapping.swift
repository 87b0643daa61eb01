/// Breaks plain text into lines at spaces.
package enum TextWrapping {
  /// The lines of a text, none wider than `width` characters unless a single word is.
  ///
  /// - Parameters:
  ///   - indent: What every line starts with.
  ///   - hangingIndent: What lines after the first start with; `indent` where nil.
  package static func lines(
    _ text: String, width: Int, indent: String = "", hangingIndent: String? = nil
  ) -> [String] {
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = hangingIndent ?? indent
        isEmpty = true
      }
      if !isEmpty { line += " " }
      line += word
      isEmpty = false
    }
    if !isEmpty { lines.append(line) }
    return lines
  }
}
