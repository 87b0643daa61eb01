#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells which files of a folder are worth judging.
enum ImageName {
  /// What photos are called. Formats that no portal takes are in it: a HEIC that a phone left
  /// among the photos should be told of, not passed over.
  private static let extensions: Set<String> = [
    "jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif", "avif", "webp", "gif", "bmp", "tif",
    "tiff",
  ]

  /// Whether the name ends like a picture's, in whatever case.
  static func isImage(_ path: Argument) -> Bool {
    let name = path.bytes.suffix(while: { $0 != UInt8(ascii: "/") })
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let suffix = name[name.index(after: dot)...]
    guard suffix.count <= 4 else { return false }
    return extensions.contains(String(decoding: suffix, as: UTF8.self).lowercased())
  }

  /// Whether the first bytes are those of a JPEG or a PNG; false where they cannot be read.
  static func beginsLikeImage(_ path: Argument) -> Bool {
    // Non-blocking, in case the file has become a pipe since it was looked at.
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 8)
    let count = read(descriptor, &start, start.count)
    guard count > 0 else { return false }
    // ITU-T T.81, B.1.1.3: SOI and the next marker's first byte; ISO/IEC 15948, 5.2.
    return start[..<count].starts(with: [0xFF, 0xD8, 0xFF])
      || start[..<count].starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  }
}

extension BidirectionalCollection {
  /// The longest end of the collection whose elements all satisfy the condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start != startIndex, condition(self[index(before: start)]) { formIndex(before: &start) }
    return self[start...]
  }
}
