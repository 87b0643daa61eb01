/// How the process ends, as a number that scripts rely on.
enum ExitCode {
  /// Every file passes; also what help and version end with, and a run whose reader went away.
  static let success: Int32 = 0
  /// At least one file fails or is undecided.
  static let findings: Int32 = 1
  /// The command line is wrong, or something could not be read or written; wins over findings.
  static let trouble: Int32 = 2

  /// What a shell reports for a process that a signal ended.
  static func interrupted(by signal: Int32) -> Int32 { 128 + signal }
}
