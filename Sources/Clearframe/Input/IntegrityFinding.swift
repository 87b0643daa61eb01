/// Something that the header walk or the decoder noticed about a file's wholeness.
public struct IntegrityFinding: Sendable, Hashable, Codable {
  /// How much a finding matters.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The data end before the picture does.
    case truncated
    /// The data are damaged.
    case corrupt
    /// The file is odd in a way that does no harm; ordinary phones write such files.
    case quirk
  }

  /// How much the finding matters.
  public var kind: Kind
  /// The position in the file, in bytes from its start; nil where it is not known.
  public var offset: Int?
  /// What was noticed, as a clause without a full stop.
  public var message: String
  /// How many times it was noticed, at least 1.
  public var count: Int

  /// Makes a finding from its parts.
  public init(kind: Kind, offset: Int?, message: String, count: Int = 1) {
    self.kind = kind
    self.offset = offset
    self.message = message
    self.count = count
  }
}
