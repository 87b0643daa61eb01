/// Why a validation gave no report.
public enum ValidationError: Error, Sendable, Hashable {
  /// The file could not be opened or read.
  case unreadable(FileError)
  /// The surrounding task was cancelled before the picture was decoded.
  case cancelled
}

extension ValidationError: CustomStringConvertible {
  /// The reason as a clause.
  public var description: String {
    switch self {
    case .unreadable(let error): return String(describing: error)
    case .cancelled: return "the validation was cancelled"
    }
  }
}
