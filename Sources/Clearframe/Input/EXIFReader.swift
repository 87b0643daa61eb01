/// Reads an EXIF block: a TIFF structure of either byte order (CIPA DC-008, TIFF 6.0).
///
/// At most three directories are read, each once, so that loops between them cannot hold the
/// reader; offsets and counts are checked against the block.
package struct EXIFReader {
  /// The most bytes of a user comment that become text.
  private static let userCommentByteCount = 1024
  /// The most entries of one directory that are read; real ones have some dozens.
  private static let maximumEntryCount = 1024

  private let block: UnsafeRawBufferPointer
  private let order: ByteCursor.ByteOrder
  private var facts = EXIFFacts()

  /// The facts of `block`, which starts with the byte order mark; nil where it has none.
  package static func read(_ block: UnsafeRawBufferPointer) -> EXIFFacts? {
    guard var reader = EXIFReader(block), let first = reader.unsigned32(at: 4) else { return nil }
    reader.readDirectories(from: first)
    return reader.facts
  }

  /// One entry of a directory, with its value where the entry says it is.
  private struct Entry {
    let tag: UInt16
    let type: UInt16
    let value: UnsafeRawBufferPointer
  }

  private init?(_ block: UnsafeRawBufferPointer) {
    guard let order = Self.byteOrder(of: block) else { return nil }
    self.block = block
    self.order = order
  }

  /// The byte order that a TIFF structure's first four bytes declare.
  package static func byteOrder(of block: UnsafeRawBufferPointer) -> ByteCursor.ByteOrder? {
    guard block.count >= 8 else { return nil }
    switch (block[0], block[1], block[2], block[3]) {
    case (0x49, 0x49, 42, 0): return .little
    case (0x4D, 0x4D, 0, 42): return .big
    default: return nil
    }
  }

  private func unsigned16(at offset: Int) -> Int? {
    var cursor = ByteCursor(block)
    do throws(HeaderError) {
      try cursor.seek(to: offset)
      return Int(try cursor.readUInt16(order))
    } catch {
      return nil
    }
  }

  private func unsigned32(at offset: Int) -> Int? {
    var cursor = ByteCursor(block)
    do throws(HeaderError) {
      try cursor.seek(to: offset)
      return Int(try cursor.readUInt32(order))
    } catch {
      return nil
    }
  }

  private mutating func readDirectories(from first: Int) {
    var exifOffset: Int?
    var resolution = (horizontal: Double?.none, vertical: Double?.none, unit: 2)
    let next = forEachEntry(at: first) { reader, entry in
      switch entry.tag {
      case 0x0112:
        if let value = reader.integer(entry), let orientation = Orientation(rawValue: value) {
          reader.facts.orientation = orientation
        }
      case 0x010E: reader.facts.imageDescription = reader.text(entry)
      case 0x010F: reader.facts.make = reader.text(entry)
      case 0x0110: reader.facts.model = reader.text(entry)
      case 0x000B: reader.facts.processingSoftware = reader.text(entry)
      case 0x0131: reader.facts.software = reader.text(entry)
      case 0x0132: reader.facts.modified = reader.text(entry)
      case 0x011A: resolution.horizontal = reader.rational(entry)
      case 0x011B: resolution.vertical = reader.rational(entry)
      case 0x0128: resolution.unit = reader.integer(entry) ?? 2
      case 0x8769: exifOffset = reader.integer(entry)
      default: break
      }
    }
    if let horizontal = resolution.horizontal, let vertical = resolution.vertical {
      // 2 is inches, 3 centimetres; 1 means that only the ratio counts.
      let factor = resolution.unit == 3 ? 2.54 : resolution.unit == 2 ? 1 : 0
      facts.density = PixelDensity(horizontal: horizontal * factor, vertical: vertical * factor)
    }
    if let exifOffset { readExposureDirectory(at: exifOffset) }
    if let next, next != 0, next != first { readThumbnailDirectory(at: next) }
  }

  private mutating func readExposureDirectory(at offset: Int) {
    var width: Int?
    var height: Int?
    _ = forEachEntry(at: offset) { reader, entry in
      switch entry.tag {
      case 0x9003: reader.facts.captured = reader.text(entry)
      case 0x9286: reader.facts.userComment = reader.userComment(entry)
      case 0xA002: width = reader.integer(entry)
      case 0xA003: height = reader.integer(entry)
      case 0x829A, 0x829D, 0x8827, 0x920A: reader.facts.hasExposureFacts = true
      default: break
      }
    }
    if let width, let height, width > 0, height > 0 {
      facts.pixelSize = PixelSize(width: width, height: height)
    }
  }

  private mutating func readThumbnailDirectory(at offset: Int) {
    var start: Int?
    var length: Int?
    _ = forEachEntry(at: offset) { reader, entry in
      switch entry.tag {
      case 0x0201: start = reader.integer(entry)
      case 0x0202: length = reader.integer(entry)
      default: break
      }
    }
    guard let start, let length, length > 0,
      let thumbnail = block.slice(at: start, count: length)
    else { return }
    facts.thumbnailByteCount = length
    facts.thumbnailSize = JPEGMarkerWalk.frameSize(of: thumbnail)
  }

  /// Hands over each entry whose value is inside the block; returns the next directory's offset.
  private mutating func forEachEntry(
    at offset: Int, _ body: (inout EXIFReader, Entry) -> Void
  ) -> Int? {
    guard offset >= 8, let count = unsigned16(at: offset) else { return nil }
    for index in 0..<min(count, Self.maximumEntryCount) {
      let start = offset + 2 + 12 * index
      guard let header = block.slice(at: start, count: 12) else { return nil }
      var cursor = ByteCursor(header)
      guard let tag = try? cursor.readUInt16(order), let type = try? cursor.readUInt16(order),
        let valueCount = try? cursor.readUInt32(order),
        let valueOffset = try? cursor.readUInt32(order)
      else { return nil }
      guard let size = Self.size(of: type) else { continue }
      // A 32-bit count times eight fits 64 bits, so this cannot overflow.
      let byteCount = Int(valueCount) * size
      let position = byteCount <= 4 ? start + 8 : Int(valueOffset)
      guard let value = block.slice(at: position, count: byteCount) else { continue }
      body(&self, Entry(tag: tag, type: type, value: value))
    }
    return unsigned32(at: offset + 2 + 12 * count)
  }

  private static func size(of type: UInt16) -> Int? {
    switch type {
    case 1, 2, 6, 7, 129: 1
    case 3, 8: 2
    case 4, 9, 11, 13: 4
    case 5, 10, 12: 8
    default: nil
    }
  }

  private func integer(_ entry: Entry) -> Int? {
    var cursor = ByteCursor(entry.value)
    switch entry.type {
    case 1, 7: return (try? cursor.readByte()).map { Int($0) }
    case 3: return (try? cursor.readUInt16(order)).map { Int($0) }
    case 4, 13: return (try? cursor.readUInt32(order)).map { Int($0) }
    case 9: return (try? cursor.readUInt32(order)).map { Int(Int32(bitPattern: $0)) }
    default: return nil
    }
  }

  private func rational(_ entry: Entry) -> Double? {
    guard entry.type == 5 else { return integer(entry).map { Double($0) } }
    var cursor = ByteCursor(entry.value)
    guard let numerator = try? cursor.readUInt32(order),
      let denominator = try? cursor.readUInt32(order), denominator != 0
    else { return nil }
    return Double(numerator) / Double(denominator)
  }

  private func text(_ entry: Entry) -> String? {
    guard [1, 2, 7, 129].contains(entry.type) else { return nil }
    return MetadataText.text(from: entry.value)
  }

  /// The first eight bytes name the character code.
  private func userComment(_ entry: Entry) -> String? {
    let limit = Self.userCommentByteCount
    let body = entry.value.clampedSlice(at: 8, count: entry.value.count)
    if entry.value.matches("UNICODE\0") {
      return MetadataText.text(fromUTF16: body, order: order, maximumByteCount: limit)
    }
    if entry.value.matches("ASCII\0\0\0") || entry.value.matches("\0\0\0\0\0\0\0\0")
      || entry.value.matches("JIS\0\0\0\0\0")
    {
      return MetadataText.text(from: body, maximumByteCount: limit)
    }
    // Some writers leave the code out.
    return MetadataText.text(from: entry.value, maximumByteCount: limit)
  }
}
