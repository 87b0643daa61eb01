#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Searches that check every position, since the buffer's own subscripts do so in debug builds only.
extension UnsafeRawBufferPointer {
  /// The `count` bytes at `offset`; nil where they are not all inside.
  package func slice(at offset: Int, count length: Int) -> UnsafeRawBufferPointer? {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
    return UnsafeRawBufferPointer(rebasing: self[offset..<offset + length])
  }

  /// At most `length` bytes from `offset` on; empty where `offset` lies outside.
  package func clampedSlice(at offset: Int, count length: Int) -> UnsafeRawBufferPointer {
    guard offset >= 0, offset <= count, length > 0 else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(
      rebasing: self[offset..<offset + Swift.min(length, count - offset)])
  }

  /// The position of the first `byte` at or after `start`.
  package func firstPosition(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let baseAddress, start >= 0, start < count,
      let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - baseAddress
  }

  /// Whether the bytes at `offset` are those of `text`.
  package func matches(_ text: StaticString, at offset: Int = 0) -> Bool {
    guard let baseAddress, let own = slice(at: offset, count: text.utf8CodeUnitCount) else {
      return text.utf8CodeUnitCount == 0
    }
    return own.isEmpty || memcmp(baseAddress + offset, text.utf8Start, own.count) == 0
  }

  /// The position of the first occurrence of `text` at or after `start`.
  package func firstPosition(of text: StaticString, from start: Int = 0) -> Int? {
    guard text.utf8CodeUnitCount > 0 else { return nil }
    let first = text.utf8Start.pointee
    var position = start
    while let candidate = firstPosition(of: first, from: position) {
      if matches(text, at: candidate) { return candidate }
      position = candidate + 1
    }
    return nil
  }

  /// The big-endian 16-bit integer at `offset`; nil where it is not all inside.
  package func bigEndianUInt16(at offset: Int) -> Int? {
    guard offset >= 0, count >= 2, offset <= count - 2 else { return nil }
    return Int(UInt16(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  /// The big-endian 32-bit integer at `offset`; nil where it is not all inside.
  package func bigEndianUInt32(at offset: Int) -> Int? {
    guard offset >= 0, count >= 4, offset <= count - 4 else { return nil }
    return Int(UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// The little-endian 32-bit integer at `offset`; nil where it is not all inside.
  package func littleEndianUInt32(at offset: Int) -> Int? {
    guard offset >= 0, count >= 4, offset <= count - 4 else { return nil }
    return Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
