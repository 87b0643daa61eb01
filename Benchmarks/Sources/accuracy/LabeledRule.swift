/// A rule together with the label column that says whether a picture breaks it.
struct LabeledRule {
  /// Whether a picture truly has the defect.
  enum Truth {
    case defect
    case sound
  }

  let rule: String
  let column: String
  /// The label values that mean the defect.
  let defectValues: Set<String>
  /// The label values that mean its absence; all others (`unsure`, empty) are left out.
  let soundValues: Set<String>
  /// Whether a larger measured value means a worse picture; gives the ROC curve its direction.
  let isLargerWorse: Bool

  init(
    _ rule: String, column: String, defect: Set<String> = ["yes"], sound: Set<String> = ["no"],
    isLargerWorse: Bool
  ) {
    self.rule = rule
    self.column = column
    defectValues = defect
    soundValues = sound
    self.isLargerWorse = isLargerWorse
  }

  func truth(of labels: [String: String]) -> Truth? {
    guard let value = labels[column] else { return nil }
    if defectValues.contains(value) { return .defect }
    if soundValues.contains(value) { return .sound }
    return nil
  }

  static let all: [LabeledRule] = [
    LabeledRule(
      "document-incomplete", column: "complete", defect: ["no"], sound: ["yes"],
      isLargerWorse: true),
    LabeledRule("resolution-too-low", column: ResolutionLabel.column, isLargerWorse: false),
    LabeledRule("glare", column: "glare", isLargerWorse: true),
    LabeledRule("blurred", column: "blurry", isLargerWorse: true),
    LabeledRule("too-dark", column: "too_dark", isLargerWorse: false),
    LabeledRule("too-bright", column: "too_bright", isLargerWorse: true),
    LabeledRule("uneven-light", column: "uneven_light", isLargerWorse: false),
    LabeledRule(
      "background-not-white", column: "background_white", defect: ["no"], sound: ["yes"],
      isLargerWorse: true),
    LabeledRule("background-too-dark", column: "background_too_dark", isLargerWorse: false),
    LabeledRule("background-too-bright", column: "background_too_bright", isLargerWorse: true),
    LabeledRule("background-uneven", column: "background_uneven", isLargerWorse: true),
    LabeledRule(
      "screenshot", column: "recapture", defect: ["screenshot"],
      sound: ["no", "recapture", "copy"], isLargerWorse: true),
    LabeledRule(
      "screen-recapture", column: "recapture", defect: ["recapture"],
      sound: ["no", "screenshot", "copy"], isLargerWorse: true),
    LabeledRule(
      "grayscale-copy", column: "recapture", defect: ["copy"], sound: ["no"],
      isLargerWorse: false),
  ]
}
