/// The segments that describe how the picture is coded.
extension JPEGMarkerWalk {
  /// A frame header (T.81, B.2.2).
  mutating func readFrameHeader(_ marker: UInt8, _ body: UnsafeRawBufferPointer, at offset: Int) {
    guard facts.process == nil else {
      log.add(.corrupt, at: offset, "there is a second frame header")
      return
    }
    guard body.count >= 6, let height = body.bigEndianUInt16(at: 1),
      let width = body.bigEndianUInt16(at: 3)
    else {
      log.add(.corrupt, at: offset, "the frame header is too short")
      return
    }
    facts.process = JPEGMarker.process(of: marker)
    facts.precision = Int(body[0])
    storedSize = PixelSize(width: width, height: height)
    if width == 0 { log.add(.corrupt, at: offset, "the picture has no columns") }
    let count = Int(body[5])
    if count == 0 || body.count != 6 + 3 * count {
      log.add(.corrupt, at: offset, "the frame header's length and component count disagree")
    }
    for index in 0..<count {
      guard let fields = body.slice(at: 6 + 3 * index, count: 3) else { break }
      let component = JPEGFacts.Component(
        identifier: fields[0], horizontalSampling: Int(fields[1] >> 4),
        verticalSampling: Int(fields[1] & 15), quantizationTable: Int(fields[2]))
      if !(1...4 ~= component.horizontalSampling && 1...4 ~= component.verticalSampling) {
        log.add(.corrupt, at: offset, "a sampling factor is outside 1 to 4")
      }
      facts.components.append(component)
    }
  }

  /// A segment that gives the number of rows after the first scan (T.81, B.2.5).
  mutating func readNumberOfLines(_ body: UnsafeRawBufferPointer, at offset: Int) {
    guard let rows = body.bigEndianUInt16(at: 0), body.count == 2 else {
      log.add(.corrupt, at: offset, "the number-of-lines segment has a wrong length")
      return
    }
    if storedSize?.height == 0 {
      storedSize?.height = rows
      log.add(.quirk, at: offset, "the number of rows stands after the picture data")
    } else if storedSize?.height != rows {
      log.add(.quirk, at: offset, "a number-of-lines segment contradicts the frame header")
    }
  }

  /// Quantisation tables (T.81, B.2.4.1).
  mutating func readQuantizationTables(_ body: UnsafeRawBufferPointer, at offset: Int) {
    var cursor = ByteCursor(body, base: offset + 2)
    while cursor.remaining > 0 {
      do throws(HeaderError) {
        let head = try cursor.readByte()
        let slot = Int(head & 15)
        var table: [UInt16] = []
        table.reserveCapacity(64)
        for _ in 0..<64 {
          table.append(head >> 4 == 0 ? UInt16(try cursor.readByte()) : try cursor.readUInt16())
        }
        guard slot <= 3, head >> 4 <= 1 else {
          log.add(.corrupt, at: offset, "a quantisation table has an impossible slot")
          return
        }
        facts.quantizationTables[slot] = table
      } catch {
        log.add(.corrupt, at: error.offset, "a quantisation table is cut short")
        return
      }
    }
  }

  /// Huffman tables (T.81, B.2.4.2).
  mutating func readHuffmanTables(_ body: UnsafeRawBufferPointer, at offset: Int) {
    var cursor = ByteCursor(body, base: offset + 2)
    while cursor.remaining > 0 {
      do throws(HeaderError) {
        let head = try cursor.readByte()
        var codes = 0
        for _ in 0..<16 { codes += Int(try cursor.readByte()) }
        try cursor.skip(codes)
        guard head & 15 <= 3, head >> 4 <= 1, codes <= 256 else {
          log.add(.corrupt, at: offset, "a Huffman table has an impossible slot or size")
          return
        }
        huffmanSlots |= 1 << (4 * (head >> 4) + (head & 15))
      } catch {
        log.add(.corrupt, at: error.offset, "a Huffman table is cut short")
        return
      }
    }
  }

  /// A scan header (T.81, B.2.3).
  mutating func readScanHeader(_ body: UnsafeRawBufferPointer, at offset: Int) {
    facts.scanCount += 1
    guard let process = facts.process else {
      log.add(.corrupt, at: offset, "a scan comes before the frame header")
      return
    }
    let count = body.isEmpty ? 0 : Int(body[0])
    guard 1...4 ~= count, body.count == 4 + 2 * count else {
      log.add(.corrupt, at: offset, "the scan header's length and component count disagree")
      return
    }
    let first = body[1 + 2 * count]
    let last = body[2 + 2 * count]
    let approximation = body[3 + 2 * count]
    switch process {
    case .baseline, .extendedSequential:
      if first != 0 || last != 63 || approximation != 0 {
        log.add(.quirk, at: offset, "scan parameters are odd for a sequential picture")
      }
    case .progressive:
      if first > last || last > 63 || (first == 0) != (last == 0) || (first > 0 && count > 1)
        || approximation & 15 > 13
      {
        log.add(.corrupt, at: offset, "scan parameters are impossible")
      }
    case .lossless, .hierarchical, .arithmetic: break
    }
    for index in 0..<count {
      let identifier = body[1 + 2 * index]
      guard let component = facts.components.first(where: { $0.identifier == identifier }) else {
        log.add(.corrupt, at: offset, "a scan names a component that the frame does not have")
        continue
      }
      if process != .lossless, facts.quantizationTables[component.quantizationTable] == nil {
        log.add(.corrupt, at: offset, "a quantisation table is missing")
      }
      let tables = body[2 + 2 * index]
      // A progressive scan codes either DC or AC values; refining DC values needs no table.
      let needsDC = process != .progressive || (first == 0 && approximation >> 4 == 0)
      let needsAC = process == .progressive ? first > 0 : process != .lossless
      let dcSlot = tables >> 4
      let acSlot = tables & 15
      guard process != .arithmetic else { continue }
      if (needsDC && (dcSlot > 3 || huffmanSlots & (1 << dcSlot) == 0))
        || (needsAC && (acSlot > 3 || huffmanSlots & (16 << acSlot) == 0))
      {
        lacksHuffmanTables = true
        log.add(.corrupt, at: offset, "a Huffman table is missing")
      }
    }
  }
}
