/// What must be said of a file, under a named profile; what is left out is not stated.
public struct Expectation: Sendable, Hashable, Codable {
  /// A shipped profile's name, or the path of a profile file below `Fixtures/`.
  public var profile = "id-card"
  /// The verdict, stated only where the file rules alone decide it.
  public var verdict: String?
  /// The exact outcome of a rule: `pass`, `fail`, `undecided` or `skipped`.
  public var outcomes: [String: String] = [:]
  /// Rules that may answer anything but `fail`.
  public var mustNotFail: [String] = []
  /// Rules of which at least one must answer `fail`.
  public var failsOneOf: [String] = []
  /// Whether the report must carry a note.
  public var hasNote: Bool?
  /// Whether the path cannot be read as a file at all, which is an error and no report.
  public var isUnreadable: Bool?
  /// The format that the bytes show.
  public var format: String?
  /// The stored width in pixels.
  public var width: Int?
  /// The stored height in pixels.
  public var height: Int?
  /// The EXIF orientation.
  public var orientation: Int?

  /// States nothing yet.
  public init() {}
}
