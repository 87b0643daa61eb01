import Clearframe

/// Clearframe as its users call it.
enum Subject {
  /// Judges a file once; false where its pixels were not judged.
  static func run(_ bytes: [UInt8]) -> Bool {
    guard let report = try? Validator(profile: .idCard).validate(bytes: bytes) else { return false }
    return report.checks.contains { $0.rule == "too-dark" && $0.outcome != .skipped }
  }
}
