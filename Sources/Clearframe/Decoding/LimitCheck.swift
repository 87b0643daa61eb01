internal import CClearframe

/// Compares what a header asks for with the safety limits, before anything is allocated.
package enum LimitCheck {
  /// The first limit that a file exceeds by its header or by what its compressed ancillary chunks
  /// unpack to; nil where it keeps them all.
  ///
  /// `bytes` begin the file that `header` was read from.
  package static func exceeded(
    by header: ImageHeader, of bytes: UnsafeRawBufferPointer, limits: Limits
  ) -> ExceededLimit? {
    if let exceeded = exceeded(by: header, limits: limits) { return exceeded }
    guard let png = header.png, !png.compressedStreams.isEmpty else { return nil }
    return compare(
      "bytes of compressed ancillary chunks after inflating",
      inflatedByteCount(of: png.compressedStreams, in: bytes, limit: limits.maximumAncillaryBytes),
      limits.maximumAncillaryBytes, "bytes")
  }

  /// The bytes that compressed chunks unpack to together, counted until they are more than `limit`.
  ///
  /// A chunk counts as at least the bytes it is stored in, and at least `leastChunkBytes`: however
  /// many chunks there are and whatever is in them, the work ends with the limit.
  package static func inflatedByteCount(
    of streams: [Range<Int>], in bytes: UnsafeRawBufferPointer, limit: Int
  ) -> Int {
    guard let meter = clearframe_open_inflate_meter() else { return 0 }
    defer { clearframe_close_inflate_meter(meter) }
    var total = 0
    for stream in streams where total <= limit {
      let stored = bytes.clampedSlice(at: stream.lowerBound, count: stream.count)
      let inflated = clearframe_inflated_size(
        meter, stored.baseAddress?.assumingMemoryBound(to: UInt8.self), stored.count,
        max(0, limit - total))
      total = saturatingSum(total, max(inflated, stored.count, leastChunkBytes))
    }
    return total
  }

  /// What a compressed chunk counts as at least; setting a stream up takes about as long as
  /// inflating this much.
  private static let leastChunkBytes = 256

  /// The first limit that `header` exceeds, in the order file bytes, side length, pixels, scans,
  /// scan work, ancillary bytes, decoder memory; nil where it keeps them all.
  package static func exceeded(by header: ImageHeader, limits: Limits) -> ExceededLimit? {
    if let exceeded = compare(
      "file bytes", header.byteCount, limits.maximumFileBytes, "bytes")
    {
      return exceeded
    }
    if let size = header.storedSize {
      if let exceeded = compare("side length", size.longSide, limits.maximumSideLength, "pixels")
        ?? compare("pixels", size.area, limits.maximumPixels, "pixels")
      {
        return exceeded
      }
    }
    if let jpeg = header.jpeg {
      if let exceeded = compare("progressive scans", jpeg.scanCount, limits.maximumScans, "scans")
        ?? compare(
          "pixels in all scans together",
          saturatingProduct(jpeg.scanCount, header.storedSize?.area ?? 0), limits.maximumScanWork,
          "pixels")
        ?? compare(
          "bytes of one ancillary chunk", jpeg.metadataByteCount, limits.maximumAncillaryBytes,
          "bytes")
      {
        return exceeded
      }
    }
    if let png = header.png,
      let exceeded = compare(
        "bytes of one ancillary chunk", png.largestAncillaryByteCount,
        limits.maximumAncillaryBytes, "bytes")
    {
      return exceeded
    }
    return compare(
      "decoder memory", estimatedDecoderMemory(for: header), limits.maximumDecoderMemory, "bytes")
  }

  /// The bytes that a decoder has to hold for the picture because of its format.
  ///
  /// A JPEG whose scans bring the components or their bits one after another keeps every
  /// coefficient: 64 of 2 bytes per block, in whole MCUs. An interlaced PNG keeps every row as it
  /// comes out. What a streamed row needs is counted as one band of 32 rows with 4 samples each.
  package static func estimatedDecoderMemory(for header: ImageHeader) -> Int {
    guard let size = header.storedSize, size.width > 0, size.height > 0 else { return 0 }
    var total = saturatingProduct(size.width, 32 * 4)
    if let jpeg = header.jpeg, isMultiScan(jpeg) {
      let horizontal = max(1, jpeg.components.map(\.horizontalSampling).max() ?? 1)
      let vertical = max(1, jpeg.components.map(\.verticalSampling).max() ?? 1)
      let columns = (size.width - 1) / (8 * horizontal) + 1
      let rows = (size.height - 1) / (8 * vertical) + 1
      for component in jpeg.components {
        let blocks = saturatingProduct(
          saturatingProduct(columns, max(1, component.horizontalSampling)),
          saturatingProduct(rows, max(1, component.verticalSampling)))
        total = saturatingSum(total, saturatingProduct(blocks, 128))
      }
    }
    if let png = header.png, png.isInterlaced {
      total = saturatingSum(total, saturatingProduct(size.area, outputChannels(of: png)))
    }
    return total
  }

  private static func isMultiScan(_ jpeg: JPEGFacts) -> Bool {
    jpeg.process == .progressive || (jpeg.components.count > 1 && jpeg.scanCount > 1)
  }

  private static func outputChannels(of png: PNGFacts) -> Int {
    let alpha = png.hasTransparency ? 1 : 0
    switch png.colorType {
    case .gray: return 1 + alpha
    case .grayAlpha: return 2
    case .rgb, .palette: return 3 + alpha
    case .rgbAlpha, nil: return 4
    }
  }

  private static func compare(
    _ subject: String, _ value: Int, _ limit: Int, _ unit: String
  ) -> ExceededLimit? {
    guard value > limit else { return nil }
    return ExceededLimit(subject: subject, value: Double(value), limit: Double(limit), unit: unit)
  }

  private static func saturatingProduct(_ left: Int, _ right: Int) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? Int.max : product
  }

  private static func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? Int.max : sum
  }
}
