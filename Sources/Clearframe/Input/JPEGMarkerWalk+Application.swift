/// The application segments: what writers tell about the picture.
extension JPEGMarkerWalk {
  mutating func readApplicationSegment(
    _ marker: UInt8, _ body: UnsafeRawBufferPointer, at offset: Int
  ) {
    if facts.applicationSegments.count < Self.maximumSegmentNames {
      facts.applicationSegments.append(Self.name(of: marker, body))
    }
    switch marker {
    case 0xE0 where body.matches("JFIF\0"): readJFIF(body)
    case 0xE1 where body.matches("Exif\0"):
      if exif == nil { exif = EXIFReader.read(body.clampedSlice(at: 6, count: body.count)) }
    case 0xE1 where body.matches("http://ns.adobe.com/xap/1.0/\0"):
      facts.metadataByteCount += body.count
      if xmp == nil {
        let packet = XMPPacket(body.clampedSlice(at: 29, count: body.count))
        xmp = packet
        facts.xmpCreatorTool = packet.creatorTool
        facts.xmpSoftwareAgent = packet.softwareAgent
        facts.xmpUserComment = packet.userComment
      }
    case 0xE1 where body.matches("http://ns.adobe.com/xmp/extension/\0"),
      0xE2 where body.matches("ICC_PROFILE\0"):
      facts.metadataByteCount += body.count
    case 0xE2 where body.matches("MPF\0"):
      if multiPictureIndex == nil {
        // The segment's length and the four letters come before the byte order mark.
        multiPictureIndex = MultiPictureIndex(
          body.clampedSlice(at: 4, count: body.count), base: offset + 6)
      }
    case 0xED where body.matches(PhotoshopResources.identifier):
      if facts.iptcOriginatingProgram == nil {
        let start = PhotoshopResources.identifier.utf8CodeUnitCount
        facts.iptcOriginatingProgram =
          PhotoshopResources(body.clampedSlice(at: start, count: body.count)).originatingProgram
      }
    case 0xEE where body.matches("Adobe") && body.count >= 12:
      facts.adobeTransform = Int(body[11])
    default: break
    }
  }

  private mutating func readJFIF(_ body: UnsafeRawBufferPointer) {
    facts.hasJFIF = true
    guard body.count >= 12, let horizontal = body.bigEndianUInt16(at: 8),
      let vertical = body.bigEndianUInt16(at: 10)
    else { return }
    // 1 is dots per inch, 2 dots per centimetre; 0 means that only the ratio counts.
    let factor = body[7] == 1 ? 1 : body[7] == 2 ? 2.54 : 0
    density = PixelDensity(
      horizontal: Double(horizontal) * factor, vertical: Double(vertical) * factor)
  }

  private static func name(of marker: UInt8, _ body: UnsafeRawBufferPointer) -> String {
    let number = "APP\(marker - JPEGMarker.applicationSegments.lowerBound)"
    let head = body.clampedSlice(at: 0, count: 40)
    guard let end = head.firstPosition(of: 0) ?? (head.count < 40 ? head.count : nil), end > 0,
      head[..<end].allSatisfy({ 0x20..<0x7F ~= $0 })
    else { return number }
    return "\(number) \(String(decoding: head[..<end], as: UTF8.self))"
  }
}
