import Clearframe
import Foundation

/// Judges labelled pictures and counts right and wrong answers per rule.
@main
struct Accuracy {
  static let usage = """
    usage: accuracy --labels FILE [--root DIR] [--profile NAME|FILE] [--by-kind] [-j N]
                    [--filter COLUMN=VALUE]... [--by COLUMN] [--peer FILE] [--gallery FILE]
                    [--answers FILE]

    --labels FILE    table of labels; columns are described in Benchmarks/README.md
    --root DIR       where its paths start (default: the folder of FILE)
    --profile P      the profile that judges (default: id-card)
    --by-kind        judge each picture by the profile of its kind (id-card, document, portrait)
    --filter C=V     only rows whose column C holds V; may be repeated
    --by COLUMN      also print how often each rule fails, and its mean value, by that column
    --peer FILE      a peer's answers as a table, counted in the same way
    --gallery FILE   write the worst cases as a page
    --answers FILE   write one line per wrong answer
    """

  static func main() async {
    do {
      try await run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("accuracy: \(error)\n".utf8))
      exit(2)
    }
  }

  static func run(_ arguments: [String]) async throws {
    var options: [String: String] = [:]
    var filters: [(String, String)] = []
    var isByKind = false
    var remaining = arguments[...]
    while let flag = remaining.popFirst() {
      switch flag {
      case "--help", "-h":
        print(usage)
        return
      case "--by-kind": isByKind = true
      case "--filter":
        guard let value = remaining.popFirst(), let separator = value.firstIndex(of: "=") else {
          throw AccuracyError("--filter takes COLUMN=VALUE")
        }
        filters.append(
          (String(value[..<separator]), String(value[value.index(after: separator)...])))
      case "--labels", "--root", "--profile", "-j", "--by", "--peer", "--gallery", "--answers":
        guard let value = remaining.popFirst() else {
          throw AccuracyError("\(flag) needs a value")
        }
        options[flag] = value
      default: throw AccuracyError("unknown flag \(flag)\n\(usage)")
      }
    }
    guard let labelsPath = options["--labels"] else { throw AccuracyError(usage) }
    let root =
      options["--root"] ?? URL(fileURLWithPath: labelsPath).deletingLastPathComponent().path
    let rows = try CSVTable(contentsOf: labelsPath).rows.filter { row in
      filters.allSatisfy { row[$0.0] == $0.1 }
    }
    let profile = try Self.profile(options["--profile"] ?? "id-card")
    let concurrency = options["-j"].flatMap(Int.init) ?? ProcessInfo.processInfo.processorCount

    var board = Scoreboard(name: "Clearframe")
    var table = options["--by"].map { GroupTable(column: $0) }
    var gallery = Gallery()
    var wrong: [String] = []
    var labelled: [[String: String]] = []
    let groups = Dictionary(grouping: rows) { row in
      isByKind ? Self.profileName(forKind: row["kind"] ?? "") : profile.name
    }
    for (name, rows) in groups.sorted(by: { $0.key < $1.key }) {
      let judge = name == profile.name ? profile : try Profile(named: name)
      let group = rows.map { ResolutionLabel.completing($0, for: judge) }
      labelled += group
      let paths = group.map { root + "/" + ($0["path"] ?? "") }
      var index = 0
      for await report in Validator(profile: judge).validate(paths, concurrency: concurrency) {
        let labels = group[index]
        index += 1
        let answer = Answer(report)
        board.add(answer, labels: labels)
        table?.add(answer, labels: labels)
        let mistakes = Self.mistakes(in: answer, labels: labels)
        wrong += mistakes.map { "\(labels["path"] ?? "")\t\($0)" }
        let jaccard = Polygon(labelRow: labels).map { truth in
          answer.outline.map { Polygon.jaccard($0, truth) } ?? 0
        }
        gallery.add(
          path: report.path, labels: labels, answer: answer, size: Self.uprightSize(report.file),
          mistakes: mistakes, jaccard: jaccard)
      }
      guard index == group.count else { throw AccuracyError("only \(index) pictures were judged") }
    }
    print("\(rows.count) labelled pictures\n")
    print(board.table())
    if let table { print(table.text()) }
    if let peer = options["--peer"] {
      var peerBoard = Scoreboard(name: "peer: \(peer)")
      let answers = try CSVTable(contentsOf: peer).rows
      let byPath = Dictionary(
        answers.map { ($0["path"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
      for labels in labelled {
        guard let row = byPath[labels["path"] ?? ""] else {
          throw AccuracyError("\(peer): no row for \(labels["path"] ?? "")")
        }
        peerBoard.add(Answer(peerRow: row), labels: labels)
      }
      print(peerBoard.table())
    }
    if let path = options["--gallery"] { try gallery.write(to: path) }
    if let path = options["--answers"] {
      try OutputFile.write(wrong.joined(separator: "\n") + "\n", to: path)
    }
  }

  private static func profile(_ name: String) throws -> Profile {
    FileManager.default.fileExists(atPath: name)
      ? try Profile(contentsOf: name) : try Profile(named: name)
  }

  /// The shipped profile for a label's kind; scenes and screenshots are judged as documents.
  private static func profileName(forKind kind: String) -> String {
    ["id-card", "portrait"].contains(kind) ? kind : "document"
  }

  private static func uprightSize(_ file: FileSummary?) -> PixelSize {
    let stored = PixelSize(width: file?.width ?? 1, height: file?.height ?? 1)
    return (Orientation(rawValue: file?.orientation ?? 1) ?? .up).uprightSize(of: stored)
  }

  private static func mistakes(in answer: Answer, labels: [String: String]) -> [String] {
    LabeledRule.all.compactMap { labeled in
      guard let truth = labeled.truth(of: labels), let given = answer.rules[labeled.rule] else {
        return nil
      }
      let expected = truth == .defect ? "fail" : "pass"
      guard given.outcome != expected, given.outcome != "skipped" else { return nil }
      return "\(labeled.rule): \(given.outcome), expected \(expected)"
        + " (value \(given.value.map { "\($0)" } ?? "-")): \(given.message)"
    }
  }
}
