import Clearframe

/// Clearframe as its users call it.
enum Subject: String, CaseIterable {
  /// The rules about the file alone: decode, the pass over every row, and the rules on its bytes.
  case file
  /// Those, and the rules on the document: its outline, framing, reflections, clarity and light.
  case document
  /// Every rule of the profile for identity cards.
  case all

  /// The rules that are missing from `document`.
  private static let originalRules: Set<String> = [
    "screenshot", "screen-recapture", "grayscale-copy", "edited-image",
  ]

  /// The rules that remain in `file`.
  private static let fileRules: Set<String> = [
    "unsupported-format", "extension-mismatch", "file-too-small", "file-too-large",
    "truncated-file", "corrupt-file", "decoder-limit",
  ]

  /// The validator to measure.
  func validator() throws(ProfileError) -> Validator {
    var profile = Profile.idCard
    for setting in profile.rules where !includes(setting.rule) {
      try profile.setSeverity(.off, of: setting.rule)
    }
    return Validator(profile: profile)
  }

  private func includes(_ rule: String) -> Bool {
    switch self {
    case .file: Self.fileRules.contains(rule)
    case .document: !Self.originalRules.contains(rule)
    case .all: true
    }
  }

  /// Judges bytes once; false where the picture was not decoded to its end.
  static func run(_ bytes: [UInt8], with validator: Validator) -> Bool {
    (try? validator.validate(bytes: bytes)).map(hasDecodedAll) ?? false
  }

  /// Judges a file once; false where the picture was not decoded to its end.
  static func run(contentsOf path: String, with validator: Validator) -> Bool {
    (try? validator.validate(contentsOf: path)).map(hasDecodedAll) ?? false
  }

  private static func hasDecodedAll(_ report: Report) -> Bool {
    report.checks.contains { $0.rule == "truncated-file" && $0.outcome == .pass }
  }
}
