/// Why a profile cannot be used, and where in it the reason stands.
public struct ProfileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of mistake.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// No shipped profile has the name.
    case unknownProfile
    /// The file cannot be opened or read, or is too large for a profile.
    case unreadable
    /// The text is not JSON.
    case invalidJSON
    /// A key that profiles do not have.
    case unknownKey
    /// `extends` names no shipped profile.
    case unknownBase
    /// A rule that does not exist.
    case unknownRule
    /// A limit that the rule does not have.
    case unknownLimit
    /// A severity other than `error`, `warning` and `off`.
    case unknownSeverity
    /// A value of the wrong type.
    case wrongType
    /// A number outside the range that makes sense, or a name that cannot be used.
    case outOfRange
    /// A key that must be present is missing.
    case missingKey
    /// A rule that is not off lacks a number that it needs.
    case missingLimit
    /// Every rule is off, so that nothing would be judged.
    case noActiveRule
  }

  /// What kind of mistake it is.
  public let kind: Kind
  /// The file's path or the profile's name.
  public let source: String
  /// The line in the file, from 1; nil where the mistake has no place.
  public let line: Int?
  /// The column in Unicode scalars, from 1; nil where the mistake has no place.
  public let column: Int?
  /// The path of the key, such as `rules.glare.limits.maximumShare`; nil where it is none's.
  public let keyPath: String?
  /// What is wrong, as a clause without a full stop.
  public let message: String
  /// The valid name nearest to the one given; nil where none is near.
  public let suggestion: String?

  package init(
    _ kind: Kind, source: String, position: JSONPosition? = nil, keyPath: String? = nil,
    message: String, suggestion: String? = nil
  ) {
    self.kind = kind
    self.source = source
    line = position?.line
    column = position?.column
    self.keyPath = keyPath
    self.message = message
    self.suggestion = suggestion
  }

  /// One line: file, line, column, path of the key, what is wrong and the nearest valid name.
  public var description: String {
    var text = DisplayText.plain(source, limit: 1_024)
    if let line { text += ":\(line)" }
    if let column { text += ":\(column)" }
    text += ": "
    if let keyPath { text += keyPath + ": " }
    text += message
    if let suggestion { text += "; did you mean \"\(suggestion)\"?" }
    return text
  }
}
