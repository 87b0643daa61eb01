/// Reads everything that can be known about a file without decoding its picture.
package enum HeaderReader {
  /// The header of a file that has `fileByteCount` bytes and begins with `bytes`.
  ///
  /// Any bytes give a header: damage becomes findings. Where `bytes` are fewer than the file's, what
  /// lies behind them is not judged.
  package static func read(
    _ bytes: UnsafeRawBufferPointer, fileByteCount: Int
  ) -> ImageHeader {
    var header = ImageHeader(
      format: FormatSignature.format(of: bytes), byteCount: max(fileByteCount, bytes.count))
    let isComplete = fileByteCount <= bytes.count
    switch header.format {
    case .jpeg: readJPEG(bytes, isComplete: isComplete, into: &header)
    case .png: readPNG(bytes, isComplete: isComplete, into: &header)
    default: break
    }
    if let exif = header.exif { header.orientation = exif.orientation }
    return header
  }

  private static func readJPEG(
    _ bytes: UnsafeRawBufferPointer, isComplete: Bool, into header: inout ImageHeader
  ) {
    var walk = JPEGMarkerWalk(bytes, isComplete: isComplete)
    walk.run()
    header.jpeg = walk.facts
    header.exif = walk.exif
    header.storedSize = walk.storedSize.flatMap { $0.width > 0 && $0.height > 0 ? $0 : nil }
    header.findings = walk.log.findings
    // JFIF often claims a mere ratio while EXIF has the density.
    if let density = walk.density, density.horizontal > 0, density.vertical > 0 {
      header.density = density
    } else {
      header.density = walk.exif?.density ?? walk.density
    }
    if let end = walk.end, isComplete {
      header.trailers = TrailerScan.trailers(
        in: bytes, from: end, index: walk.multiPictureIndex, xmp: walk.xmp)
    }
  }

  private static func readPNG(
    _ bytes: UnsafeRawBufferPointer, isComplete: Bool, into header: inout ImageHeader
  ) {
    var walk = PNGChunkWalk(bytes, isComplete: isComplete)
    walk.run()
    header.png = walk.facts
    header.exif = walk.exif
    header.storedSize = walk.storedSize
    header.findings = walk.log.findings
    header.density = walk.density ?? walk.exif?.density
    if let end = walk.end, isComplete {
      header.trailers = TrailerScan.trailers(in: bytes, from: end)
    }
  }
}
