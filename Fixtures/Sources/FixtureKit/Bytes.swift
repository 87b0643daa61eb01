extension [UInt8] {
  /// Appends the bytes of a whole number, the highest first.
  public mutating func appendBigEndian(_ value: some FixedWidthInteger) {
    for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Appends the bytes of a whole number, the lowest first.
  public mutating func appendLittleEndian(_ value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// The 32-bit number at an offset, the highest byte first.
  public func bigEndian32(at offset: Int) -> UInt32 {
    self[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The 16-bit number at an offset, the highest byte first.
  public func bigEndian16(at offset: Int) -> Int {
    Int(self[offset]) << 8 | Int(self[offset + 1])
  }

  /// The ASCII bytes of a text.
  public init(ascii text: String) {
    self = Array(text.utf8)
  }
}
