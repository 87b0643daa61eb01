/// A position inside raw bytes that reads integers and never leaves the bytes.
///
/// The cursor borrows its bytes: it must not outlive the call that lent them.
package struct ByteCursor {
  /// Which byte of an integer comes first.
  package enum ByteOrder: Sendable, Hashable {
    /// The most significant byte comes first.
    case big
    /// The least significant byte comes first.
    case little
  }

  private let bytes: UnsafeRawBufferPointer
  private let base: Int
  /// The position of the next byte, counted from the first of the lent bytes.
  package private(set) var position = 0

  /// Starts at the first of `bytes`, which lie at `base` in the file.
  package init(_ bytes: UnsafeRawBufferPointer, base: Int = 0) {
    self.bytes = bytes
    self.base = base
  }

  /// The number of bytes from the position to the end.
  package var remaining: Int { bytes.count - position }

  /// The position of the next byte, counted from the start of the file.
  package var fileOffset: Int { base + position }

  /// Reads one byte.
  package mutating func readByte() throws(HeaderError) -> UInt8 {
    guard remaining >= 1 else { throw HeaderError(status: .endOfData, offset: fileOffset) }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads a 16-bit integer.
  package mutating func readUInt16(_ order: ByteOrder = .big) throws(HeaderError) -> UInt16 {
    guard remaining >= 2 else { throw HeaderError(status: .endOfData, offset: fileOffset) }
    let value = bytes.loadUnaligned(fromByteOffset: position, as: UInt16.self)
    position += 2
    return order == .big ? UInt16(bigEndian: value) : UInt16(littleEndian: value)
  }

  /// Reads a 32-bit integer.
  package mutating func readUInt32(_ order: ByteOrder = .big) throws(HeaderError) -> UInt32 {
    guard remaining >= 4 else { throw HeaderError(status: .endOfData, offset: fileOffset) }
    let value = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
    position += 4
    return order == .big ? UInt32(bigEndian: value) : UInt32(littleEndian: value)
  }

  /// Takes the next `count` bytes as they are.
  package mutating func read(_ count: Int) throws(HeaderError) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= remaining else {
      throw HeaderError(status: .endOfData, offset: fileOffset)
    }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  /// Passes over `count` bytes.
  package mutating func skip(_ count: Int) throws(HeaderError) {
    guard count >= 0, count <= remaining else {
      throw HeaderError(status: .endOfData, offset: fileOffset)
    }
    position += count
  }

  /// Moves to `position`, counted from the first of the lent bytes; the end itself is allowed.
  package mutating func seek(to position: Int) throws(HeaderError) {
    guard position >= 0, position <= bytes.count else {
      throw HeaderError(status: .invalidPosition, offset: fileOffset)
    }
    self.position = position
  }
}
