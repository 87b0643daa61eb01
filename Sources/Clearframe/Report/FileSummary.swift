/// The facts about a file that every report carries.
public struct FileSummary: Sendable, Hashable, Codable {
  /// The number of bytes in the file.
  public var bytes: Int
  /// The format that the bytes show, such as `jpeg`, `png` or `heic`; never the name's.
  public var format: String
  /// The stored width in pixels, before orientation; nil where the header does not tell.
  public var width: Int?
  /// The stored height in pixels, before orientation; nil where the header does not tell.
  public var height: Int?
  /// The EXIF orientation, 1 to 8; 1 where the file has none.
  public var orientation: Int
  /// What the metadata says about the camera; nil where it says nothing.
  public var camera: CameraFacts?

  /// Makes a summary from its parts.
  public init(
    bytes: Int, format: String, width: Int? = nil, height: Int? = nil, orientation: Int = 1,
    camera: CameraFacts? = nil
  ) {
    self.bytes = bytes
    self.format = format
    self.width = width
    self.height = height
    self.orientation = orientation
    self.camera = camera
  }
}
