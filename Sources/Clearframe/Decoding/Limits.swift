/// The safety limits that are checked before anything is allocated or decoded.
public struct Limits: Sendable, Hashable {
  /// The most pixels a picture may have; 200 million by default.
  public var maximumPixels: Int
  /// The longest side a picture may have, in pixels; 65,500 by default, the most libjpeg takes.
  public var maximumSideLength: Int
  /// The most scans a progressive JPEG may have; 200 by default.
  public var maximumScans: Int
  /// The most pixels that the scans of a JPEG may have together, each scan counted with the whole
  /// picture's; 3 billion by default: 200 megapixels in 15 scans, 100 megapixels in 30.
  ///
  /// A scan of a few bytes still makes the decoder visit every block.
  public var maximumScanWork: Int
  /// The most bytes that one PNG chunk other than IDAT, or one JPEG metadata segment chain
  /// (ICC, XMP), may hold, and all compressed ancillary chunks of a PNG together after inflating;
  /// 8,000,000 by default, libpng's own limit.
  public var maximumAncillaryBytes: Int
  /// The most memory that a decoder may hold for one picture, in bytes; 1 GiB by default.
  public var maximumDecoderMemory: Int
  /// The most bytes that a file may have to be read at all; 1 GiB by default.
  public var maximumFileBytes: Int

  /// Makes limits; each parameter left out keeps its default.
  public init(
    maximumPixels: Int = 200_000_000, maximumSideLength: Int = 65_500, maximumScans: Int = 200,
    maximumScanWork: Int = 3_000_000_000, maximumAncillaryBytes: Int = 8_000_000,
    maximumDecoderMemory: Int = 1 << 30, maximumFileBytes: Int = 1 << 30
  ) {
    self.maximumPixels = maximumPixels
    self.maximumSideLength = maximumSideLength
    self.maximumScans = maximumScans
    self.maximumScanWork = maximumScanWork
    self.maximumAncillaryBytes = maximumAncillaryBytes
    self.maximumDecoderMemory = maximumDecoderMemory
    self.maximumFileBytes = maximumFileBytes
  }
}
