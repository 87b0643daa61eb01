import Foundation
import Testing

/// The fixtures' manifest, as far as the tests read it; `Fixtures/README.md` explains each key.
struct FixtureManifest: Decodable {
  /// What must be said of a file.
  struct Expectation: Decodable {
    var profile: String
    var verdict: String?
    var outcomes: [String: String]
    var mustNotFail: [String]
    var failsOneOf: [String]
    var hasNote: Bool?
    var isUnreadable: Bool?
    var format: String?
    var width: Int?
    var height: Int?
    var orientation: Int?
  }

  /// One file.
  struct Entry: Decodable, CustomTestStringConvertible {
    var path: String
    var description: String
    var expected: Expectation

    var testDescription: String { path }
    /// The path to open.
    var fullPath: String { FixtureManifest.folder.appendingPathComponent(path).path }
  }

  var files: [Entry]

  /// The folder `Fixtures` of this checkout.
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// The manifest, or why it could not be read.
  static let loaded = Result {
    try JSONDecoder().decode(
      FixtureManifest.self,
      from: Data(contentsOf: folder.appendingPathComponent("manifest.json")))
  }

  /// All entries; empty where the manifest could not be read, which a test of its own reports.
  static var entries: [Entry] { (try? loaded.get())?.files ?? [] }
}
