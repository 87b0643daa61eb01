import Clearframe
import Testing

@Suite struct ByteCursorTests {
  private let bytes: [UInt8] = [0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC, 0xDE]

  @Test func readsBothByteOrders() throws {
    try bytes.withUnsafeBytes { buffer in
      var cursor = ByteCursor(buffer)
      #expect(try cursor.readByte() == 0x12)
      #expect(try cursor.readUInt16() == 0x3456)
      #expect(try cursor.readUInt32(.little) == 0xDEBC_9A78)
      #expect(cursor.remaining == 0)
      try cursor.seek(to: 1)
      #expect(try cursor.readUInt16(.little) == 0x5634)
      #expect(try cursor.readUInt32(.big) == 0x789A_BCDE)
    }
  }

  @Test func namesThePositionOfAFailedRead() {
    bytes.withUnsafeBytes { buffer in
      var cursor = ByteCursor(buffer, base: 100)
      #expect(throws: Never.self) { try cursor.skip(5) }
      #expect(throws: HeaderError(status: .endOfData, offset: 105)) { try cursor.readUInt32() }
      #expect(throws: HeaderError(status: .endOfData, offset: 105)) { try cursor.skip(3) }
      #expect(throws: HeaderError(status: .endOfData, offset: 105)) { try cursor.skip(-1) }
      #expect(throws: HeaderError(status: .endOfData, offset: 105)) { _ = try cursor.read(.max) }
      #expect(throws: HeaderError(status: .invalidPosition, offset: 105)) {
        try cursor.seek(to: 8)
      }
      #expect(throws: HeaderError(status: .invalidPosition, offset: 105)) {
        try cursor.seek(to: -1)
      }
      // A failed read does not move.
      #expect(cursor.position == 5)
    }
  }

  @Test func searchesStayInside() {
    bytes.withUnsafeBytes { buffer in
      #expect(buffer.slice(at: 7, count: 0)?.count == 0)
      #expect(buffer.slice(at: 8, count: 0) == nil)
      #expect(buffer.slice(at: 1, count: .max) == nil)
      #expect(buffer.slice(at: -1, count: 1) == nil)
      #expect(buffer.clampedSlice(at: 5, count: .max).count == 2)
      #expect(buffer.clampedSlice(at: 9, count: 1).isEmpty)
      #expect(buffer.firstPosition(of: 0x9A) == 4)
      #expect(buffer.firstPosition(of: 0x9A, from: 5) == nil)
      #expect(buffer.firstPosition(of: 0x9A, from: 7) == nil)
      #expect(buffer.firstPosition(of: "\u{12}4V") == 0)
      #expect(buffer.firstPosition(of: "4Vy") == nil)
      #expect(buffer.bigEndianUInt32(at: 3) == 0x789A_BCDE)
      #expect(buffer.bigEndianUInt32(at: 4) == nil)
      #expect(buffer.bigEndianUInt16(at: -1) == nil)
      #expect(buffer.littleEndianUInt32(at: 0) == 0x7856_3412)
    }
    let empty = UnsafeRawBufferPointer(start: nil, count: 0)
    #expect(empty.firstPosition(of: 0) == nil)
    #expect(!empty.matches("x"))
  }
}
