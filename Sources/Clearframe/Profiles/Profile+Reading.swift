#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Profile {
  /// Reads a profile from JSON.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8, at most 1 MiB.
  ///   - source: What errors call it, such as the file's path.
  /// - Throws: ``ProfileError`` that names the line, the key and the nearest valid name.
  public init(json bytes: [UInt8], source: String) throws(ProfileError) {
    self = try ProfileReader.profile(of: bytes, source: source, isShipped: false)
  }

  /// Reads a profile from a JSON file.
  ///
  /// - Throws: ``ProfileError`` of kind `unreadable`, or as ``init(json:source:)`` does.
  public init(contentsOf path: String) throws(ProfileError) {
    let bytes = try Self.bytes(of: path, limit: JSONReader.defaultMaximumBytes)
    self = try ProfileReader.profile(of: bytes, source: path, isShipped: false)
  }

  private static func bytes(of path: String, limit: Int) throws(ProfileError) -> [UInt8] {
    func unreadable(_ code: Int32) -> ProfileError {
      ProfileError(
        .unreadable, source: path,
        message: "cannot be read: " + (strerror(code).map { String(cString: $0) } ?? "error"))
    }
    // A path with a NUL would be cut there by the system and name another file.
    guard !path.utf8.contains(0) else { throw unreadable(ENOENT) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk.prefix(count))
      guard bytes.count <= limit else {
        throw ProfileError(
          .unreadable, source: path,
          message: "has more than \(NumberText.grouped(limit)) bytes, too many for a profile")
      }
    }
  }
}
