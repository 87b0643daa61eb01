import Clearframe
import Foundation
import Testing

/// Every file of the fixtures' manifest is judged as the manifest expects.
@Suite struct FixtureTests {
  @Test func manifestNamesEveryFileOnDisk() throws {
    let named = Set(try FixtureManifest.loaded.get().files.map(\.path))
    #expect(named.count > 240)
    for folder in ["valid", "malformed", "rules", "sample"] {
      let root = FixtureManifest.folder.appendingPathComponent(folder)
      let below = try #require(FileManager.default.enumerator(atPath: root.path))
      var count = 0
      while let path = below.nextObject() as? String {
        let attributes = below.fileAttributes
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
        guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
        count += 1
        #expect(named.contains("\(folder)/\(path)"))
      }
      #expect(count > 0, "\(folder) is empty")
    }
  }

  @Test func validFilesAreExpectedToBeWhole() throws {
    let entries = try FixtureManifest.loaded.get().files
    for entry in entries where entry.path.hasPrefix("valid/") {
      #expect(entry.expected.outcomes["truncated-file"] == "pass", "\(entry.path)")
      #expect(entry.expected.outcomes["corrupt-file"] == "pass", "\(entry.path)")
    }
  }

  @Test(arguments: FixtureManifest.entries)
  func judged(entry: FixtureManifest.Entry) throws {
    let expected = entry.expected
    let validator = Validator(profile: try profile(named: expected.profile))
    if expected.isUnreadable == true {
      #expect(throws: ValidationError.self) {
        try validator.validate(contentsOf: entry.fullPath)
      }
      return
    }
    let report = try validator.validate(contentsOf: entry.fullPath)
    let checks = Dictionary(uniqueKeysWithValues: report.checks.map { ($0.rule, $0) })
    let about = Comment(rawValue: "\(entry.path): \(entry.description)")

    for (rule, outcome) in expected.outcomes.sorted(by: { $0.key < $1.key }) {
      let check = try #require(checks[rule], about)
      #expect(check.outcome.rawValue == outcome, "\(about): \(rule): \(check.message)")
    }
    for rule in expected.mustNotFail {
      let check = try #require(checks[rule], about)
      #expect(check.outcome != .fail, "\(about): \(rule): \(check.message)")
    }
    if !expected.failsOneOf.isEmpty {
      let failing = report.checks.filter { $0.outcome == .fail }.map(\.rule)
      #expect(!Set(expected.failsOneOf).isDisjoint(with: failing), about)
    }
    if let verdict = expected.verdict {
      #expect(report.verdict.rawValue == verdict, about)
    }
    if expected.hasNote == true {
      #expect(!report.notes.isEmpty, about)
    }
    let file = try #require(report.file, about)
    if let format = expected.format { #expect(file.format == format, about) }
    if let width = expected.width { #expect(file.width == width, about) }
    if let height = expected.height { #expect(file.height == height, about) }
    if let orientation = expected.orientation { #expect(file.orientation == orientation, about) }
  }

  private func profile(named name: String) throws -> Profile {
    guard name.hasSuffix(".json") else { return try Profile(named: name) }
    return try Profile(contentsOf: FixtureManifest.folder.appendingPathComponent(name).path)
  }
}
