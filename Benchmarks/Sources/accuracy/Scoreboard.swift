import Clearframe

/// All counts for one judge over one set of labelled pictures.
struct Scoreboard {
  let name: String
  private(set) var tallies: [String: RuleTally] = [:]
  private(set) var overlaps: [Overlap] = []
  private(set) var cleanCount = 0
  private(set) var cleanFailures: [String: Int] = [:]
  private(set) var cleanWithFailure = 0

  /// The overlap of one found outline with the true one.
  struct Overlap {
    let background: String
    let kind: String
    let isComplete: Bool
    let jaccard: Double
  }

  init(name: String) {
    self.name = name
  }

  mutating func add(_ answer: Answer, labels: [String: String]) {
    for labeled in LabeledRule.all {
      guard let truth = labeled.truth(of: labels) else { continue }
      let given = answer.rules[labeled.rule]
      guard given != nil || answer.error != nil else { continue }
      tallies[labeled.rule, default: RuleTally()].add(
        truth: truth, outcome: given?.outcome ?? "skipped", value: given?.value)
    }
    if let truth = Polygon(labelRow: labels) {
      let jaccard = answer.outline.map { Polygon.jaccard($0, truth) } ?? 0
      overlaps.append(
        Overlap(
          background: labels["background"] ?? "-", kind: labels["subject"] ?? "-",
          isComplete: labels["complete"] == "yes", jaccard: jaccard))
    }
    if Self.isClean(labels) {
      cleanCount += 1
      let failed = answer.rules.filter { name, given in
        given.outcome == "fail" && given.severity == .error && !Self.isAboutTheFile(name)
      }
      if !failed.isEmpty { cleanWithFailure += 1 }
      for name in failed.keys { cleanFailures[name, default: 0] += 1 }
    }
  }

  /// Whether every label says that the picture has no defect.
  static func isClean(_ labels: [String: String]) -> Bool {
    var hasLabel = false
    for labeled in LabeledRule.all {
      guard let value = labels[labeled.column], !value.isEmpty else { continue }
      guard labeled.soundValues.contains(value), !labeled.defectValues.contains(value) else {
        return false
      }
      hasLabel = true
    }
    return hasLabel && labels["recapture", default: "no"] == "no"
  }

  /// Rules on the file itself, which generated and downloaded pictures break by their size.
  static func isAboutTheFile(_ rule: String) -> Bool {
    ["file-too-small", "file-too-large", "extension-mismatch", "edited-image"].contains(rule)
  }
}
