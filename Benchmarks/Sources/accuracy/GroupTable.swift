import Foundation

/// How the rules that measure something answer in each group of pictures: how often they fail, and
/// their mean value.
///
/// It shows what a rule's answer must not depend on, such as the tone of the skin in pictures that
/// are otherwise the same.
struct GroupTable {
  /// The column of the labels that tells the groups apart.
  let column: String
  private var groups: [String: [String: Tally]] = [:]
  private var sizes: [String: Int] = [:]

  private struct Tally {
    var fails = 0
    var undecided = 0
    var skipped = 0
    var sum = 0.0
    var valueCount = 0

    /// Failed answers, the mean value, and `-` where the rule was skipped everywhere.
    func text(of size: Int) -> String {
      guard skipped < size else { return "skipped" }
      let mean = valueCount > 0 ? String(format: " %.3f", sum / Double(valueCount)) : ""
      return "\(fails)" + (undecided > 0 ? "+\(undecided)?" : "") + mean
    }
  }

  init(column: String) {
    self.column = column
  }

  mutating func add(_ answer: Answer, labels: [String: String]) {
    let group = labels[column] ?? "-"
    sizes[group, default: 0] += 1
    for (rule, given) in answer.rules where Self.rules.contains(rule) {
      var tally = groups[group]?[rule] ?? Tally()
      switch given.outcome {
      case "fail": tally.fails += 1
      case "undecided": tally.undecided += 1
      case "skipped": tally.skipped += 1
      default: break
      }
      if let value = given.value {
        tally.sum += value
        tally.valueCount += 1
      }
      groups[group, default: [:]][rule] = tally
    }
  }

  /// The labelled rules, and those on faces, which have no labels.
  private static let rules =
    LabeledRule.all.map(\.rule) + ["face-not-found", "face-out-of-frame", "face-obstructed"]

  /// One row for each group: fails, undecided answers marked with `?`, and the mean value.
  func text() -> String {
    let used = Self.rules.filter { rule in groups.values.contains { $0[rule] != nil } }
    let names = groups.keys.sorted {
      $0.compare($1, options: .numeric) == .orderedAscending
    }
    var lines = ["fails and mean value by \(column)", ""]
    lines.append("| \(column) | pictures | " + used.joined(separator: " | ") + " |")
    lines.append(String(repeating: "|---", count: used.count + 2) + "|")
    for name in names {
      let size = sizes[name] ?? 0
      let cells = used.map { groups[name]?[$0]?.text(of: size) ?? "-" }
      lines.append("| \(name) | \(size) | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
