/// What a file's EXIF block says (CIPA DC-008), as far as rules and reports use it.
public struct EXIFFacts: Sendable, Hashable, Codable {
  /// Tag 0x0112; `.up` where it is missing or out of range.
  public var orientation: Orientation = .up
  /// Tag 0x010F.
  public var make: String?
  /// Tag 0x0110.
  public var model: String?
  /// Tag 0x0131.
  public var software: String?
  /// `ProcessingSoftware`, as written: what has edited the picture last.
  public var processingSoftware: String?
  /// Tag 0x010E, a caption; some programs write their names here.
  public var imageDescription: String?
  /// Tag 0x0132, the time of the last change, `YYYY:MM:DD HH:MM:SS`.
  public var modified: String?
  /// Tag 0x9003, the time of capture.
  public var captured: String?
  /// Tag 0x9286 without its character-code prefix; iOS writes `Screenshot` here.
  public var userComment: String?
  /// Tags 0xA002 and 0xA003, the size that the writer of the EXIF block saw.
  public var pixelSize: PixelSize?
  /// Tags 0x011A, 0x011B and 0x0128, in dots per inch.
  public var density: PixelDensity?
  /// The size of the thumbnail's JPEG in bytes; nil where there is none.
  public var thumbnailByteCount: Int?
  /// The thumbnail's size in pixels, from its own frame header.
  public var thumbnailSize: PixelSize?
  /// Whether any of exposure time, f-number, ISO speed or focal length is present.
  public var hasExposureFacts: Bool = false

  /// Makes empty facts.
  public init() {}
}
