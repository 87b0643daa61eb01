/// One flag: how it is spelled, what help says of it and what it changes.
struct Flag: Sendable {
  /// The long name without its dashes.
  let name: String
  /// The letter after a single dash; nil where there is none.
  let letter: Character?
  /// How help calls the value; nil for a flag that takes none.
  let valueName: String?
  /// One or two sentences for help.
  let summary: String
  /// Puts the flag, with its value or an empty one, into the arguments.
  let update: @Sendable (inout LowArguments, Argument) throws(UsageError) -> Void

  init(
    _ name: String, _ letter: Character? = nil, value valueName: String? = nil, summary: String,
    update: @escaping @Sendable (inout LowArguments, Argument) throws(UsageError) -> Void
  ) {
    self.name = name
    self.letter = letter
    self.valueName = valueName
    self.summary = summary
    self.update = update
  }
}
