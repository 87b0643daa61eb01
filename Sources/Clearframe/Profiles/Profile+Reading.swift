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
    let file: FileBytes
    do throws(FileError) {
      file = try FileBytes(contentsOf: path, maximumByteCount: limit)
    } catch {
      throw ProfileError(.unreadable, source: path, message: error.message)
    }
    guard file.isComplete else {
      throw ProfileError(
        .unreadable, source: path,
        message: "has more than \(NumberText.grouped(limit)) bytes, too many for a profile")
    }
    return file.withBytes { Array($0) }
  }
}
