/// What `Fixtures/manifest.json` states: every file with its origin and what must be said of it.
public struct Manifest: Sendable, Hashable, Codable {
  /// The version of the manifest's shape.
  public var schema = 1
  /// How the files come about.
  public var generator = "swift run --package-path Fixtures fixtures generate"
  /// The files by path.
  public var files: [ManifestEntry]

  /// Makes a manifest; the entries are put in the order of their paths.
  public init(files: [ManifestEntry]) {
    self.files = files.sorted { $0.path < $1.path }
  }
}
