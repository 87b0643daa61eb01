/// The index of a Multi-Picture Format file (CIPA DC-007): where its further pictures lie.
package struct MultiPictureIndex: Sendable, Hashable {
  /// One further picture of the file.
  package struct Entry: Sendable, Hashable {
    /// The position of the picture's first byte in the file.
    package let offset: Int
    /// The number of bytes of the picture.
    package let byteCount: Int
  }

  /// The most pictures that are listed; real files hold two to four.
  private static let maximumEntryCount = 64

  /// The pictures after the first, in the order of the index.
  package private(set) var entries: [Entry] = []

  /// Reads the index from `block`, which starts with the byte order mark and lies at `base`.
  package init?(_ block: UnsafeRawBufferPointer, base: Int) {
    guard let order = EXIFReader.byteOrder(of: block) else { return nil }
    do throws(HeaderError) {
      var cursor = ByteCursor(block, base: base)
      try cursor.seek(to: 4)
      try cursor.seek(to: Int(try cursor.readUInt32(order)))
      let count = try cursor.readUInt16(order)
      for _ in 0..<count {
        let tag = try cursor.readUInt16(order)
        try cursor.skip(2)
        let byteCount = Int(try cursor.readUInt32(order))
        let offset = Int(try cursor.readUInt32(order))
        guard tag == 0xB002, let table = block.slice(at: offset, count: byteCount) else { continue }
        readTable(table, order: order, base: base)
      }
    } catch {
      // What was read before the damage is still true.
    }
  }

  private mutating func readTable(
    _ table: UnsafeRawBufferPointer, order: ByteCursor.ByteOrder, base: Int
  ) {
    var cursor = ByteCursor(table)
    while cursor.remaining >= 16, entries.count < Self.maximumEntryCount {
      guard (try? cursor.skip(4)) != nil, let size = try? cursor.readUInt32(order),
        let offset = try? cursor.readUInt32(order), (try? cursor.skip(4)) != nil
      else { return }
      // The first picture has the offset zero; offsets count from the byte order mark.
      if offset != 0 { entries.append(Entry(offset: base + Int(offset), byteCount: Int(size))) }
    }
  }
}
