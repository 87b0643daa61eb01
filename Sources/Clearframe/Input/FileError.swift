#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read at all.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What stood in the way; codes are values of `errno`.
  public enum Cause: Sendable, Hashable {
    /// The system refused to open the file.
    case cannotOpen(code: Int32)
    /// The system failed while reading.
    case cannotRead(code: Int32)
    /// The path names a directory.
    case isDirectory
    /// The path names a pipe, socket or device, which might never end.
    case isNotRegularFile
    /// The bytes do not fit into memory.
    case outOfMemory
  }

  /// The path as it was given; `-` for standard input.
  public let path: String
  /// What stood in the way.
  public let cause: Cause

  /// Makes an error from its parts.
  public init(path: String, cause: Cause) {
    self.path = path
    self.cause = cause
  }

  /// The cause as a clause without the path, such as `cannot open: No such file or directory`.
  public var message: String {
    switch cause {
    case .cannotOpen(let code): "cannot open: \(Self.text(of: code))"
    case .cannotRead(let code): "cannot read: \(Self.text(of: code))"
    case .isDirectory: "is a directory"
    case .isNotRegularFile: "is not a regular file"
    case .outOfMemory: "does not fit into memory"
    }
  }

  /// The path and the cause.
  public var description: String { "\(path): \(message)" }

  private static func text(of code: Int32) -> String {
    // For every code that the system itself hands out this is a constant string, hence thread-safe.
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}
