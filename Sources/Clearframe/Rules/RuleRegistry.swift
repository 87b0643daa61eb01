/// All rules there are, in the order in which profiles and reports list them.
///
/// A new rule is one file beside this one, one line in `rules`, and one entry in each shipped
/// profile; the tests say what was forgotten.
package enum RuleRegistry {
  /// The rules: first what the file is, then whether it is whole, then what the picture shows.
  package static let rules: [any Rule] = [
    UnsupportedFormatRule(),
    ExtensionMismatchRule(),
    FileTooSmallRule(),
    FileTooLargeRule(),
    TruncatedFileRule(),
    CorruptFileRule(),
    DecoderLimitRule(),
    ResolutionTooLowRule(),
    DocumentNotFoundRule(),
    DocumentIncompleteRule(),
    DocumentTooSmallRule(),
    MarginTooTightRule(),
    TiltedRule(),
    GlareRule(),
    BlurredRule(),
    TooDarkRule(),
    TooBrightRule(),
    UnevenLightRule(),
    ScreenshotRule(),
    ScreenRecaptureRule(),
    GrayscaleCopyRule(),
    EditedImageRule(),
    BackgroundNotWhiteRule(),
    BackgroundTooDarkRule(),
    BackgroundTooBrightRule(),
    BackgroundUnevenRule(),
    FaceNotFoundRule(),
    FaceOutOfFrameRule(),
    FaceObstructedRule(),
  ]

  /// The names of the rules, in order.
  package static let names = rules.map(\.description.name)

  private static let indexes = Dictionary(
    uniqueKeysWithValues: zip(names, rules.indices))

  /// The rule with a name; nil where there is none.
  package static func rule(named name: String) -> (any Rule)? {
    indexes[name].map { rules[$0] }
  }
}

extension RuleDescription {
  /// The descriptions of all rules, in the order in which profiles and reports list them.
  public static let all: [RuleDescription] = RuleRegistry.rules.map(\.description)

  /// The description of the rule with a name; nil where there is none.
  public static func named(_ name: String) -> RuleDescription? {
    RuleRegistry.rule(named: name)?.description
  }
}
