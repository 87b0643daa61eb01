/// What the command line says, word for word: nothing is opened, loaded or checked against another.
struct LowArguments: Sendable, Hashable {
  /// Whether `--help` was given.
  var wantsHelp = false
  /// Whether `--version` was given.
  var wantsVersion = false
  /// `--profile`: a shipped profile's name or a file.
  var profile = Argument("id-card")
  /// `--format`.
  var format = "text"
  /// `--jobs`; nil for as many as there are processors.
  var jobs: Int?
  /// `--recursive`.
  var isRecursive = false
  /// `--verbose`.
  var isVerbose = false
  /// `--files-from`; `-` is standard input.
  var filesFrom: Argument?
  /// `--null`.
  var isNullSeparated = false
  /// The words that are no flags and no flag's value, in order.
  var operands: [Argument] = []

  init() {}
}
