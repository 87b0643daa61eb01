/// What follows the end of the picture inside the file.
public struct FileTrailer: Sendable, Hashable, Codable {
  /// What the trailing bytes are.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Further pictures declared by a Multi-Picture Format index (CIPA DC-007).
    case multiPicture
    /// A gain map for high dynamic range.
    case gainMap
    /// The video of a Motion Photo.
    case motionPhoto
    /// A maker's block, such as Samsung's SEFT.
    case makerBlock
    /// A second JPEG that nothing declares.
    case undeclaredJPEG
    /// A ZIP archive.
    case zip
    /// Only zero bytes or white space.
    case padding
    /// Anything else.
    case unknown
  }

  /// What the trailing bytes are.
  public var kind: Kind
  /// The position of the first trailing byte.
  public var offset: Int
  /// The number of trailing bytes, at least 1.
  public var byteCount: Int

  /// Makes a trailer from its parts.
  public init(kind: Kind, offset: Int, byteCount: Int) {
    self.kind = kind
    self.offset = offset
    self.byteCount = byteCount
  }
}
