import Foundation

extension Scoreboard {
  /// The tables as plain text.
  func table() -> String {
    var lines = ["## \(name)", ""]
    lines.append(
      Self.row([
        "rule", "defects", "sound", "true fail", "false fail", "true pass", "false pass",
        "undecided", "skipped", "precision", "recall", "ROC area",
      ]))
    for labeled in LabeledRule.all {
      guard let tally = tallies[labeled.rule], tally.count > 0 else { continue }
      let defects = tally.trueFails + tally.falsePasses + tally.undecidedDefects
      let sound = tally.truePasses + tally.falseFails + tally.undecidedSound
      lines.append(
        Self.row([
          labeled.rule, "\(defects)", "\(sound)", "\(tally.trueFails)", "\(tally.falseFails)",
          "\(tally.truePasses)", "\(tally.falsePasses)",
          "\(tally.undecidedDefects)+\(tally.undecidedSound)", "\(tally.skipped)",
          Self.text(tally.precision), Self.text(tally.recall),
          Self.text(tally.rocArea(isLargerWorse: labeled.isLargerWorse)),
        ]))
    }
    lines.append("")
    lines += overlapLines("complete documents", overlaps.filter(\.isComplete), grouped: true)
    lines += overlapLines("cut documents", overlaps.filter { !$0.isComplete }, grouped: false)
    if cleanCount > 0 {
      let failures = cleanFailures.sorted { $0.key < $1.key }
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      lines.append(
        "clean pictures with any failing error-rule: \(cleanWithFailure) of \(cleanCount)"
          + (failures.isEmpty ? "" : " (\(failures))"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func overlapLines(_ title: String, _ overlaps: [Overlap], grouped: Bool) -> [String] {
    guard !overlaps.isEmpty else { return [] }
    var lines = ["outlines, \(title): " + Self.overlapSummary(overlaps)]
    if grouped {
      for (label, key) in [("background", \Overlap.background), ("kind", \Overlap.kind)] {
        for (name, group) in Dictionary(grouping: overlaps, by: { $0[keyPath: key] })
          .sorted(by: { $0.key < $1.key })
        {
          lines.append("  \(label) \(name): " + Self.overlapSummary(group))
        }
      }
    }
    return lines + [""]
  }

  private static func overlapSummary(_ overlaps: [Overlap]) -> String {
    let mean = overlaps.map(\.jaccard).reduce(0, +) / Double(overlaps.count)
    let good = overlaps.count { $0.jaccard > 0.95 }
    return String(
      format: "%d pictures, mean Jaccard %.4f, above 0.95: %.1f %%, none found: %d",
      overlaps.count, mean, 100 * Double(good) / Double(overlaps.count),
      overlaps.count { $0.jaccard == 0 })
  }

  private static func row(_ cells: [String]) -> String {
    cells.enumerated().map { index, cell in
      index == 0
        ? cell.padding(toLength: 22, withPad: " ", startingAt: 0)
        : String(repeating: " ", count: max(1, 11 - cell.count)) + cell
    }.joined()
  }

  private static func text(_ value: Double?) -> String {
    value.map { String(format: "%.3f", $0) } ?? "-"
  }
}
