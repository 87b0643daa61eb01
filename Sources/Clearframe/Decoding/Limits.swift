/// The safety limits that are checked before anything is allocated or decoded.
public struct Limits: Sendable, Hashable {
  /// The most pixels a picture may have; 200 million by default.
  public var maximumPixels: Int
  /// The longest side a picture may have, in pixels; 65,500 by default, the most libjpeg takes.
  public var maximumSideLength: Int
  /// The most scans a progressive JPEG may have; 200 by default.
  public var maximumScans: Int
  /// The most bytes that one PNG chunk other than IDAT, or one JPEG metadata segment chain
  /// (ICC, XMP), may hold, also after inflating; 8,000,000 by default, libpng's own limit.
  public var maximumAncillaryBytes: Int
  /// The most memory that a decoder may hold for one picture, in bytes; 1 GiB by default.
  public var maximumDecoderMemory: Int
  /// The most bytes that a file may have to be read at all; 1 GiB by default.
  public var maximumFileBytes: Int

  /// Makes limits; each parameter left out keeps its default.
  public init(
    maximumPixels: Int = 200_000_000, maximumSideLength: Int = 65_500, maximumScans: Int = 200,
    maximumAncillaryBytes: Int = 8_000_000, maximumDecoderMemory: Int = 1 << 30,
    maximumFileBytes: Int = 1 << 30
  ) {
    self.maximumPixels = maximumPixels
    self.maximumSideLength = maximumSideLength
    self.maximumScans = maximumScans
    self.maximumAncillaryBytes = maximumAncillaryBytes
    self.maximumDecoderMemory = maximumDecoderMemory
    self.maximumFileBytes = maximumFileBytes
  }
}
