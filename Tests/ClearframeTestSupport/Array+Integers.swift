/// Writing integers into byte streams.
extension [UInt8] {
  /// Appends a 16-bit integer, most significant byte first.
  package mutating func append(bigEndian16 value: Int) {
    append(UInt8(truncatingIfNeeded: value >> 8))
    append(UInt8(truncatingIfNeeded: value))
  }

  /// Appends a 32-bit integer, most significant byte first.
  package mutating func append(bigEndian32 value: Int) {
    append(bigEndian16: value >> 16)
    append(bigEndian16: value)
  }

  /// Appends a 16-bit integer, least significant byte first.
  package mutating func append(littleEndian16 value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// Appends a 32-bit integer, least significant byte first.
  package mutating func append(littleEndian32 value: Int) {
    append(littleEndian16: value)
    append(littleEndian16: value >> 16)
  }

  /// Appends the UTF-8 bytes of `text`.
  package mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }
}
