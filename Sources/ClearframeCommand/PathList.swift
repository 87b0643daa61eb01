#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A list of paths that is read as it is needed, from a file or from standard input.
///
/// Between line feeds, an empty line is no path, a carriage return before the line feed belongs to
/// the line's end, and a byte-order mark at the start is dropped: lists made on other systems work.
/// Between NULs every byte but NUL is the path's.
struct PathList: Sendable {
  /// One step through the list.
  enum Entry: Hashable {
    /// A path.
    case path(Argument)
    /// Why the rest of the list cannot be used.
    case broken(String)
  }

  /// Longer than any path that a system opens; a list of pictures instead of paths is told early.
  private static let longestPath = 65_536

  /// The list's own name.
  let name: Argument
  private let descriptor: Int32
  private let terminator: UInt8
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var isAtStart = true

  /// Reads from an open descriptor, which stays the caller's.
  init(name: Argument, descriptor: Int32, isNullSeparated: Bool) {
    self.name = name
    self.descriptor = descriptor
    terminator = isNullSeparated ? 0 : UInt8(ascii: "\n")
  }

  /// The next path; nil at the end, or where `shouldStop` says so.
  mutating func next(shouldStop: () -> Bool) -> Entry? {
    while true {
      if let end = buffer[position...].firstIndex(of: terminator) {
        let path = trimmed(buffer[position..<end])
        position = end + 1
        if !path.isEmpty { return .path(Argument(bytes: Array(path))) }
        continue
      }
      if buffer.count - position > Self.longestPath {
        isAtEnd = true
        buffer = []
        position = 0
        return .broken("holds a path of more than \(Self.longestPath) bytes")
      }
      if isAtEnd {
        let path = trimmed(buffer[position...])
        position = buffer.count
        return path.isEmpty ? nil : .path(Argument(bytes: Array(path)))
      }
      buffer.removeSubrange(..<position)
      position = 0
      do throws(SystemError) {
        let chunk = try InputDescriptor.read(descriptor, atMost: 65_536, shouldStop: shouldStop)
        guard let chunk else { return nil }
        isAtEnd = chunk.isEmpty
        buffer += chunk
      } catch {
        isAtEnd = true
        buffer = []
        return .broken("cannot be read: \(error.text)")
      }
    }
  }

  private mutating func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    defer { isAtStart = false }
    guard terminator != 0 else { return line }
    var line = line
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    return line
  }
}
