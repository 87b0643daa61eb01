import Clearframe

/// Clearframe as its users call it.
enum Subject {
  /// Judges bytes once; false where their pixels were not judged.
  static func run(_ bytes: [UInt8]) -> Bool {
    (try? Validator(profile: .idCard).validate(bytes: bytes)).map(hasJudgedPixels) ?? false
  }

  /// Judges a file once; false where its pixels were not judged.
  static func run(contentsOf path: String) -> Bool {
    (try? Validator(profile: .idCard).validate(contentsOf: path)).map(hasJudgedPixels) ?? false
  }

  private static func hasJudgedPixels(_ report: Report) -> Bool {
    report.checks.contains { $0.rule == "too-dark" && $0.outcome != .skipped }
  }
}
