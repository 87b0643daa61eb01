import Foundation

/// Writes what the program is told to put into files.
enum OutputFile {
  /// Writes text to a path in place: a temporary file that is moved there would take the place of a
  /// device such as `/dev/null` or of a link.
  static func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
