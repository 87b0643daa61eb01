/// The signs that a messenger has compressed a picture again: no facts of a camera, a size that
/// messengers scale to, and coarse tables.
package struct MessengerTrace: Sendable, Hashable {
  /// The long sides that messengers scale photos down to: 1,280 and 1,440 pixels in the common
  /// ones by default, up to 2,560 in their finer settings.
  private static let longSides = 1_280...2_560
  /// Cameras write with finer tables: of the real originals measured none is below 89 while it
  /// keeps its facts; messengers write with 60 to 85.
  private static let highestQuality = 85

  /// The size of the stored picture.
  package let size: PixelSize
  /// The quality on libjpeg's scale.
  package let quality: Int

  /// The trace in a file; nil where there is none.
  package init?(_ header: ImageHeader) {
    guard let jpeg = header.jpeg, let size = header.storedSize,
      Self.longSides.contains(size.longSide), !header.hasCameraFacts,
      header.exif?.captured == nil, header.exif?.software == nil, jpeg.xmpCreatorTool == nil,
      let quality = JPEGQuality.estimate(jpeg), quality <= Self.highestQuality
    else { return nil }
    self.size = size
    self.quality = quality
  }
}

extension ImageHeader {
  /// Whether the metadata name a camera or how it exposed the picture.
  package var hasCameraFacts: Bool {
    guard let exif else { return false }
    return exif.make != nil || exif.model != nil || exif.hasExposureFacts
  }
}
