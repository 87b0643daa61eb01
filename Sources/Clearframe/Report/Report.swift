/// The whole answer about one file: plain data that reporters print.
public struct Report: Sendable, Hashable {
  /// The version of the report's shape; raised when a field changes its meaning.
  public static let schemaVersion = 1

  /// The path as it was given, or `-` for bytes without a name.
  public var path: String
  /// The name of the profile that judged.
  public var profile: String
  /// The answer for the whole picture.
  public var verdict: Verdict
  /// The facts about the file; nil where it could not be opened.
  public var file: FileSummary?
  /// Where the document lies; nil where none was found or none was looked for.
  public var document: DocumentSummary?
  /// One answer for every rule of the profile that is not off, in the profile's order.
  public var checks: [Check]
  /// Facts worth knowing that are no defect, such as a Motion Photo's video after the picture.
  public var notes: [String]
  /// Why the file could not be read; nil where it could.
  public var error: String?

  /// Makes a report from its parts.
  public init(
    path: String, profile: String, verdict: Verdict, file: FileSummary?,
    document: DocumentSummary? = nil, checks: [Check], notes: [String] = [], error: String? = nil
  ) {
    self.path = path
    self.profile = profile
    self.verdict = verdict
    self.file = file
    self.document = document
    self.checks = checks
    self.notes = notes
    self.error = error
  }
}
