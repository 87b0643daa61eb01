/// Tells a file's format from its first bytes, whatever its name says.
package enum FormatSignature {
  /// How far into a file the PDF header may lie, as readers accept it.
  private static let pdfSearchByteCount = 1024
  /// How many bytes must look like text for a file to be called text.
  private static let textSampleByteCount = 4096

  /// The format of a file that begins with `bytes`.
  package static func format(of bytes: UnsafeRawBufferPointer) -> FileFormat {
    if bytes.isEmpty { return .empty }
    if isJPEG(bytes) { return .jpeg }
    // The first four bytes decide: the rest of the signature exists to show transfer damage.
    if bytes.count >= 4, bytes[0] == 0x89, bytes.matches("PNG", at: 1) { return .png }
    if let format = isoMediaFormat(bytes) { return format }
    if bytes.matches("RIFF"), bytes.matches("WEBP", at: 8) { return .webp }
    if bytes.matches("GIF87a") || bytes.matches("GIF89a") { return .gif }
    if isTIFF(bytes) { return .tiff }
    if isBMP(bytes) { return .bmp }
    if bytes.matches("PK\u{3}\u{4}") || bytes.matches("PK\u{5}\u{6}")
      || bytes.matches("PK\u{7}\u{8}")
    {
      return .zip
    }
    if bytes.clampedSlice(at: 0, count: pdfSearchByteCount).firstPosition(of: "%PDF-") != nil {
      return .pdf
    }
    return textFormat(bytes)
  }

  private static func isJPEG(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return false }
    return bytes.count == 2 || bytes[2] == 0xFF
  }

  private static func isTIFF(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 4 else { return false }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    // 42 is TIFF, 43 BigTIFF; the others are raw formats of Panasonic and Olympus.
    case (0x49, 0x49, 42, 0), (0x49, 0x49, 43, 0): return true
    case (0x4D, 0x4D, 0, 42), (0x4D, 0x4D, 0, 43): return true
    case (0x49, 0x49, 0x55, 0), (0x49, 0x49, 0x52, 0x4F), (0x49, 0x49, 0x52, 0x53): return true
    case (0x4D, 0x4D, 0x4F, 0x52): return true
    default: return false
    }
  }

  /// Two letters are too little to go by, so the size of the second header must be a known one.
  private static func isBMP(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.matches("BM"), let headerSize = bytes.littleEndianUInt32(at: 14) else {
      return false
    }
    return [12, 16, 40, 52, 56, 64, 108, 124].contains(headerSize)
  }

  private static func isoMediaFormat(_ bytes: UnsafeRawBufferPointer) -> FileFormat? {
    for type in ["moov", "mdat", "wide", "pnot", "free", "skip"] as [StaticString] {
      // QuickTime files older than the file type box start with one of these boxes.
      if bytes.matches(type, at: 4), let size = bytes.bigEndianUInt32(at: 0), size == 1 || size >= 8
      {
        return .mp4
      }
    }
    guard bytes.matches("ftyp", at: 4), let size = bytes.bigEndianUInt32(at: 0) else { return nil }
    let box = bytes.clampedSlice(at: 0, count: min(max(size, 12), 512))
    var isHEIF = false
    var isAVIF = false
    var offset = 8
    while let brand = box.slice(at: offset, count: 4) {
      if brand.matches("avif") || brand.matches("avis") { isAVIF = true }
      if heifBrands.contains(where: { brand.matches($0) }) { isHEIF = true }
      // The four bytes after the major brand are a version.
      offset += offset == 8 ? 8 : 4
    }
    if isAVIF { return .avif }
    return isHEIF ? .heic : .mp4
  }

  private static let heifBrands: [StaticString] = [
    "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1",
  ]

  private static func textFormat(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
    let sample = bytes.clampedSlice(at: 0, count: textSampleByteCount)
    let isWhole = sample.count == bytes.count
    let text: String?
    if sample.count >= 2, sample[0] == 0xFE, sample[1] == 0xFF {
      text = utf16(sample, order: .big, isWhole: isWhole)
    } else if sample.count >= 2, sample[0] == 0xFF, sample[1] == 0xFE {
      text = utf16(sample, order: .little, isWhole: isWhole)
    } else {
      text = utf8(sample, isWhole: isWhole)
    }
    guard let text else { return .unknown }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10, 12, 13, 0x1B: continue
      case 0..<0x20, 0x7F..<0xA0: return .unknown
      default: continue
      }
    }
    return isMarkup(text) ? .xml : .text
  }

  private static func utf8(_ bytes: UnsafeRawBufferPointer, isWhole: Bool) -> String? {
    var start = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    let body = bytes.clampedSlice(at: start, count: bytes.count)
    if let text = String(validating: body, as: UTF8.self) { return text }
    guard !isWhole else { return nil }
    // The sample may end inside a sequence of up to four bytes.
    for missing in 1...3 where missing < body.count {
      let shorter = body.clampedSlice(at: 0, count: body.count - missing)
      if let text = String(validating: shorter, as: UTF8.self) { return text }
    }
    return nil
  }

  private static func utf16(
    _ bytes: UnsafeRawBufferPointer, order: ByteCursor.ByteOrder, isWhole: Bool
  ) -> String? {
    var units: [UInt16] = []
    var cursor = ByteCursor(bytes.clampedSlice(at: 2, count: bytes.count))
    while let unit = try? cursor.readUInt16(order) { units.append(unit) }
    if cursor.remaining != 0, isWhole { return nil }
    // The sample may end inside a surrogate pair.
    if !isWhole, let last = units.last, 0xD800..<0xDC00 ~= last { units.removeLast() }
    return String(validating: units, as: UTF16.self)
  }

  private static func isMarkup(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    guard scalars.popFirst() == "<", let next = scalars.first else { return false }
    return next == "?" || next == "!" || next.properties.isAlphabetic
  }
}
