/// Tells a person what is not an answer, on standard error.
enum Diagnostics {
  /// Prints one line; where even that fails, nobody is left to tell.
  static func print(_ message: String, to output: OutputDescriptor = .standardError) {
    try? output.write("clearframe: \(message)\n")
  }
}
