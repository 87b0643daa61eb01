/// What phones write into and after a JPEG.
public enum Trailers {
  /// A JPEG with a Multi-Picture Format index (CIPA DC-007) and its second picture behind it.
  ///
  /// - Parameters:
  ///   - primary: The first picture, a whole JPEG.
  ///   - second: The second picture, a whole JPEG.
  public static func multiPicture(primary: [UInt8], second: [UInt8]) -> [UInt8] {
    // APP2: length 2, "MPF" and a zero 4, TIFF header 8, three entries 42, two MP entries 32.
    let payloadSize = 4 + 8 + 2 + 3 * 12 + 4 + 32
    let file = JPEGFile(primary)
    // The index goes behind APP0 or APP1, where it stands in camera files.
    let place =
      file.markers.prefix { $0.code == 0xD8 || (0xE0...0xE1).contains($0.code) }
      .last?.end ?? 2
    let headerStart = place + 4 + 4
    let primarySize = primary.count + payloadSize + 4
    var index: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 3]
    let entries: [(tag: UInt16, type: UInt16, count: UInt32, value: UInt32)] = [
      (0xB000, 7, 4, 0x3031_3030), (0xB001, 4, 1, 2), (0xB002, 7, 32, 8 + 2 + 36 + 4),
    ]
    for entry in entries {
      index.appendBigEndian(entry.tag)
      index.appendBigEndian(entry.type)
      index.appendBigEndian(entry.count)
      index.appendBigEndian(entry.value)
    }
    index.appendBigEndian(UInt32(0))
    index.appendBigEndian(UInt32(0x2003_0000))
    index.appendBigEndian(UInt32(primarySize))
    index += [UInt8](repeating: 0, count: 8)
    index.appendBigEndian(UInt32(0))
    index.appendBigEndian(UInt32(second.count))
    index.appendBigEndian(UInt32(primarySize - headerStart))
    index.appendBigEndian(UInt32(0))
    var segment: [UInt8] = [0xFF, 0xE2]
    segment.appendBigEndian(UInt16(payloadSize + 2))
    segment += [UInt8](ascii: "MPF") + [0] + index
    return file.inserting(segment, at: place) + second
  }

  /// An XMP packet as an APP1 segment.
  public static func xmp(_ attributes: String) -> JPEGEncoder.Segment {
    let packet = """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
      \(attributes)/></rdf:RDF></x:xmpmeta>
      """
    return JPEGEncoder.Segment(
      0xE1, [UInt8](ascii: "http://ns.adobe.com/xap/1.0/") + [0] + [UInt8](ascii: packet))
  }

  /// The start of an MP4 with a media box of arbitrary bytes: enough for its kind to be seen.
  public static func mp4(byteCount: Int, seed: UInt64) -> [UInt8] {
    var out: [UInt8] = [0, 0, 0, 24]
    out += [UInt8](ascii: "ftypmp42") + [0, 0, 0, 0] + [UInt8](ascii: "mp42isom")
    out.appendBigEndian(UInt32(byteCount - 24))
    out += [UInt8](ascii: "mdat") + noise(byteCount: byteCount - 32, seed: seed)
    return out
  }

  /// A Samsung block with one entry, closed by `SEFT`.
  public static func samsung(data: [UInt8]) -> [UInt8] {
    let name = [UInt8](ascii: "Image_UTC_Data")
    var entry: [UInt8] = [0, 0, 0x01, 0x0A]
    entry.appendLittleEndian(UInt32(name.count))
    entry += name + data
    var table = [UInt8](ascii: "SEFH")
    table.appendLittleEndian(UInt32(106))
    table.appendLittleEndian(UInt32(1))
    table += [0, 0, 0x01, 0x0A]
    table.appendLittleEndian(UInt32(entry.count))
    table.appendLittleEndian(UInt32(entry.count))
    var size: [UInt8] = []
    size.appendLittleEndian(UInt32(table.count))
    return entry + table + size + [UInt8](ascii: "SEFT")
  }

  /// Arbitrary bytes without 0xFF, so that no marker appears among them.
  public static func noise(byteCount: Int, seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    return (0..<byteCount).map { _ in UInt8(random.next() % 255) }
  }
}
