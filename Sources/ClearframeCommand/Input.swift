/// One thing to answer for, in the order in which answers are printed.
enum Input: Sendable, Hashable {
  /// A file to judge; whether it can be opened is not yet known.
  case file(Argument)
  /// The bytes on standard input.
  case standardInput
  /// A path that cannot be judged, with the reason as a clause.
  case unusable(Argument, reason: String)
}
