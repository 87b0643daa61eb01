/// Everything that can be known about a file without decoding its picture.
public struct ImageHeader: Sendable, Hashable, Codable {
  /// What the first bytes say the file is.
  public var format: FileFormat
  /// The number of bytes in the file.
  public var byteCount: Int
  /// The stored size in pixels; nil where the file is neither JPEG nor PNG or its header is broken.
  public var storedSize: PixelSize?
  /// How the picture is turned to stand upright.
  public var orientation: Orientation = .up
  /// The claimed pixel density.
  public var density: PixelDensity?
  /// The EXIF facts; nil where there is no readable EXIF block.
  public var exif: EXIFFacts?
  /// The JPEG facts; nil where the file is not a JPEG.
  public var jpeg: JPEGFacts?
  /// The PNG facts; nil where the file is not a PNG.
  public var png: PNGFacts?
  /// What follows the end of the picture, in file order; empty where nothing does.
  public var trailers: [FileTrailer] = []
  /// What the walk noticed about the file's wholeness, in file order.
  public var findings: [IntegrityFinding] = []

  /// Makes a header that knows only its format and size.
  public init(format: FileFormat, byteCount: Int) {
    self.format = format
    self.byteCount = byteCount
  }

  /// The size of the upright picture in pixels.
  public var uprightSize: PixelSize? { storedSize.map(orientation.uprightSize(of:)) }
}
