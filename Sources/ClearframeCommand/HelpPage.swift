import Clearframe

/// The help texts, made from the tables.
enum HelpPage {
  private static let width = 80
  private static let indent = "  "

  /// The page of the bare command.
  static func overview() -> String {
    let names = Subcommand.all.map { subcommand in
      (subcommand.name + " " + subcommand.operands, subcommand.summary)
    }
    return """
      Tells whether a photo of a document will be accepted, before it is uploaded.

      Usage: clearframe SUBCOMMAND [FLAG...] [OPERAND...]

      Subcommands:
      \(table(names))
      Flags:
      \(table(Flag.common.map(row)))
      Try clearframe SUBCOMMAND --help for more.

      """
  }

  /// The page of one subcommand.
  static func page(of subcommand: Subcommand) -> String {
    let flagWord = subcommand.flags.isEmpty ? "" : " [FLAG...]"
    let operands = subcommand.operands.isEmpty ? "" : " " + subcommand.operands
    var text = """
      \(subcommand.summary)

      Usage: clearframe \(subcommand.name)\(flagWord)\(operands)

      Flags:
      \(table((subcommand.flags + Flag.common).map(row)))
      """
    for paragraph in subcommand.details {
      text += "\n" + TextWrapping.lines(paragraph, width: width).joined(separator: "\n") + "\n"
    }
    return text
  }

  private static func row(_ flag: Flag) -> (String, String) {
    let letter = flag.letter.map { "-\($0), " } ?? "    "
    return (letter + "--\(flag.name)" + (flag.valueName.map { " \($0)" } ?? ""), flag.summary)
  }

  private static func table(_ rows: [(name: String, summary: String)]) -> String {
    let column = (rows.map(\.name.count).max() ?? 0) + 2
    var text = ""
    for row in rows {
      let lines = TextWrapping.lines(row.summary, width: width - indent.count - column)
      let padding = String(repeating: " ", count: column - row.name.count)
      text += indent + row.name + padding + (lines.first ?? "") + "\n"
      for line in lines.dropFirst() {
        text += indent + String(repeating: " ", count: column) + line + "\n"
      }
    }
    return text
  }
}
