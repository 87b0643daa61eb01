/// Turns bytes of unknown origin into text that is safe to print.
package enum MetadataText {
  /// The most bytes of one value that become text; longer values are cut.
  package static let maximumByteCount = 256

  /// The text up to the first NUL, without control characters and surrounding spaces.
  ///
  /// EXIF demands ASCII, writers use UTF-8 or Latin-1: what is not valid UTF-8 is taken as Latin-1.
  /// Nil where nothing is left.
  package static func text(
    from bytes: UnsafeRawBufferPointer, maximumByteCount: Int = maximumByteCount
  ) -> String? {
    let end = bytes.firstPosition(of: 0) ?? bytes.count
    var cut = min(end, maximumByteCount)
    if cut < end {
      // Do not cut inside a UTF-8 sequence: step back over at most three continuation bytes.
      var start = cut
      while start > 0, cut - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      if bytes[start] & 0xC0 == 0xC0 { cut = start }
    }
    let kept = bytes.clampedSlice(at: 0, count: cut)
    if let decoded = String(validating: kept, as: UTF8.self) { return cleaned(decoded) }
    var latin = String.UnicodeScalarView()
    for byte in kept { latin.append(Unicode.Scalar(byte)) }
    return cleaned(String(latin))
  }

  /// The text of UTF-16 bytes up to the first NUL, cleaned in the same way.
  package static func text(
    fromUTF16 bytes: UnsafeRawBufferPointer, order: ByteCursor.ByteOrder,
    maximumByteCount: Int = maximumByteCount
  ) -> String? {
    var order = order
    var cursor = ByteCursor(bytes.clampedSlice(at: 0, count: maximumByteCount))
    var units: [UInt16] = []
    while let unit = try? cursor.readUInt16(order) {
      if units.isEmpty, unit == 0xFFFE {
        order = order == .big ? .little : .big
        continue
      }
      if unit == 0 { break }
      if unit != 0xFEFF { units.append(unit) }
    }
    return cleaned(String(decoding: units, as: UTF16.self))
  }

  /// The text without what could disturb a terminal or the order of a line; nil where it is empty.
  package static func cleaned(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isControl(scalar) {
      if scalars.isEmpty, scalar == " " { continue }
      scalars.append(scalar)
    }
    while scalars.last == " " { scalars.removeLast() }
    return scalars.isEmpty ? nil : String(scalars)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    // Line and paragraph separators, and the marks that turn the writing direction.
    case 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
