/// One thing that the command can do: its name, its words and what help says of it.
struct Subcommand: Sendable {
  /// What the subcommand does; one case for each entry of the table.
  enum Action: Sendable {
    case check
    case rules
    case explain
    case profiles
    case schema
  }

  /// What the subcommand does.
  let action: Action
  /// The word that selects it.
  let name: String
  /// Its operands as help spells them.
  let operands: String
  /// How many operands it takes.
  let operandCount: ClosedRange<Int>
  /// One sentence for help.
  let summary: String
  /// Its own flags, beside `Flag.common`.
  let flags: [Flag]
  /// More paragraphs for its own help page.
  let details: [String]

  /// Every subcommand, in the order of the help.
  static let all: [Subcommand] = [
    Subcommand(
      action: .check, name: "check", operands: "PATH...", operandCount: 0...Int.max,
      summary: "Judge photos of documents.",
      flags: Flag.check,
      details: [
        """
        PATH is a file, a folder (with -r), or - for one picture on standard input. In folders, \
        hidden entries and files that are no pictures by name or first bytes are left out and \
        counted.
        """,
        """
        Answers go to standard output in the order of the input, everything else to standard \
        error. When the reader of standard output goes away, the run ends quietly with 0. A first \
        Ctrl-C finishes the current answer, a second one stops at once.
        """,
        """
        Exit codes: 0 all files pass; 1 at least one fails or is undecided; 2 wrong usage, or \
        something could not be read or written (the other files are still judged); 130 \
        interrupted, 143 terminated.
        """,
      ]),
    Subcommand(
      action: .rules, name: "rules", operands: "", operandCount: 0...0,
      summary: "List the rules.", flags: [], details: []),
    Subcommand(
      action: .explain, name: "explain", operands: "RULE", operandCount: 1...1,
      summary: "Tell what a rule finds, why, how, and what to do about it.", flags: [],
      details: []),
    Subcommand(
      action: .profiles, name: "profiles", operands: "[NAME]", operandCount: 0...1,
      summary: "List the shipped profiles, or print one as JSON.", flags: [], details: []),
    Subcommand(
      action: .schema, name: "schema", operands: "report|profile", operandCount: 1...1,
      summary: "Print the JSON Schema of a report or of a profile.", flags: [], details: []),
  ]
}
