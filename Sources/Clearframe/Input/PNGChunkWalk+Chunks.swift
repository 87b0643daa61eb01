/// What single chunks tell.
extension PNGChunkWalk {
  /// The most text entries that are kept.
  private static let maximumTextCount = 64
  /// The most bytes of a text that are kept.
  private static let textByteCount = 1024
  /// The most bytes of an XMP packet that are searched.
  private static let packetByteCount = 1 << 20

  mutating func readBody(_ name: String, _ body: UnsafeRawBufferPointer, at offset: Int) {
    if name == "IDAT" {
      if isDataClosed { log.add(.corrupt, at: offset, "IDAT chunks are not in one row") }
      if facts.colorType == .palette, !hasPalette, !hasData {
        log.add(.corrupt, at: offset, "the PLTE chunk is missing")
      }
      hasData = true
      return
    }
    if hasData { isDataClosed = true }
    if let length = Self.fixedLengths[name], length != body.count {
      log.add(.corrupt, at: offset, "the \(name) chunk has a wrong length")
      if name != "IEND" { return }
    }
    switch name {
    case "IHDR":
      if storedSize != nil { log.add(.corrupt, at: offset, "there is a second IHDR chunk") }
      readHeader(body, at: offset)
    case "IEND": facts.hasEnd = true
    case "PLTE": readPalette(body, at: offset)
    case "tRNS": facts.hasTransparency = true
    case "gAMA": facts.hasGamma = true
    case "sRGB": facts.hasStandardRGB = true
    case "iCCP":
      facts.hasColorProfile = true
      noteStream(behindKeywordOf: body, at: offset)
    case "CgBI": facts.isAppleOptimized = true
    case "acTL": facts.animationFrameCount = body.bigEndianUInt32(at: 0)
    case "pHYs": readDensity(body)
    case "eXIf":
      // Some writers copy the identifier of the JPEG segment along.
      let prefix = body.matches("Exif\0\0") ? 6 : 0
      if exif == nil { exif = EXIFReader.read(body.clampedSlice(at: prefix, count: body.count)) }
    case "tEXt": readText(body)
    case "iTXt": readInternationalText(body, at: offset)
    case "zTXt":
      facts.compressedTextCount += 1
      noteStream(behindKeywordOf: body, at: offset)
    default:
      // A lower-case first letter marks chunks that a reader may pass over.
      if let first = name.utf8.first, first & 0x20 == 0 {
        log.add(.corrupt, at: offset, "there is an unknown critical chunk")
      }
    }
  }

  private static let fixedLengths: [String: Int] = [
    "IHDR": 13, "IEND": 0, "gAMA": 4, "cHRM": 32, "pHYs": 9, "sRGB": 1, "tIME": 7, "acTL": 8,
    "sTER": 1,
  ]

  mutating func readHeader(_ body: UnsafeRawBufferPointer, at offset: Int) {
    hasHeader = true
    guard let width = body.bigEndianUInt32(at: 0), let height = body.bigEndianUInt32(at: 4),
      body.count == 13
    else { return }
    guard 1...Self.maximumLength ~= width, 1...Self.maximumLength ~= height else {
      log.add(.corrupt, at: offset, "the picture has no rows or no columns")
      return
    }
    storedSize = PixelSize(width: width, height: height)
    facts.bitDepth = Int(body[8])
    facts.colorType = PNGFacts.ColorType(rawValue: Int(body[9]))
    facts.isInterlaced = body[12] == 1
    let depths: [Int]
    switch facts.colorType {
    case .gray: depths = [1, 2, 4, 8, 16]
    case .palette: depths = [1, 2, 4, 8]
    case .rgb, .grayAlpha, .rgbAlpha: depths = [8, 16]
    case nil: depths = []
    }
    if !depths.contains(facts.bitDepth) {
      log.add(.corrupt, at: offset + 8, "colour type and bit depth do not go together")
    }
    if body[10] != 0 || body[11] != 0 || body[12] > 1 {
      log.add(.corrupt, at: offset + 10, "a coding method is not one of the PNG standard")
    }
    if facts.colorType == .grayAlpha || facts.colorType == .rgbAlpha {
      facts.hasTransparency = true
    }
  }

  private mutating func readPalette(_ body: UnsafeRawBufferPointer, at offset: Int) {
    if hasPalette || hasData { log.add(.corrupt, at: offset, "the PLTE chunk is out of place") }
    hasPalette = true
    if body.isEmpty || body.count % 3 != 0 || body.count > 768 {
      log.add(.corrupt, at: offset, "the PLTE chunk has a wrong length")
    }
  }

  private mutating func readDensity(_ body: UnsafeRawBufferPointer) {
    guard let horizontal = body.bigEndianUInt32(at: 0), let vertical = body.bigEndianUInt32(at: 4),
      body.count == 9
    else { return }
    // 1 is pixels per metre; 0 means that only the ratio counts.
    let factor = body[8] == 1 ? 0.0254 : 0
    density = PixelDensity(
      horizontal: Double(horizontal) * factor, vertical: Double(vertical) * factor)
  }

  /// Keyword, zero, Latin-1 text.
  private mutating func readText(_ body: UnsafeRawBufferPointer) {
    guard let separator = body.firstPosition(of: 0) else { return }
    note(
      keyword: body.clampedSlice(at: 0, count: separator),
      text: body.clampedSlice(at: separator + 1, count: body.count))
  }

  /// Keyword, zero, compression method, stream.
  private mutating func noteStream(behindKeywordOf body: UnsafeRawBufferPointer, at offset: Int) {
    guard let separator = body.firstPosition(of: 0) else { return }
    noteStream(from: separator + 2, of: body, at: offset)
  }

  private mutating func noteStream(
    from start: Int, of body: UnsafeRawBufferPointer, at offset: Int
  ) {
    guard start < body.count else { return }
    facts.compressedStreams.append(offset + start..<offset + body.count)
  }

  /// Keyword, zero, compression flag and method, language, zero, translated keyword, zero, text.
  private mutating func readInternationalText(_ body: UnsafeRawBufferPointer, at offset: Int) {
    guard let separator = body.firstPosition(of: 0),
      let flags = body.slice(at: separator + 1, count: 2),
      let language = body.firstPosition(of: 0, from: separator + 3),
      let translation = body.firstPosition(of: 0, from: language + 1)
    else { return }
    guard flags[0] == 0 else {
      facts.compressedTextCount += 1
      noteStream(from: translation + 1, of: body, at: offset)
      return
    }
    let keyword = body.clampedSlice(at: 0, count: separator)
    let text = body.clampedSlice(at: translation + 1, count: body.count)
    if keyword.count == 17, keyword.matches("XML:com.adobe.xmp"), !hasPacket {
      hasPacket = true
      let packet = XMPPacket(text.clampedSlice(at: 0, count: Self.packetByteCount))
      facts.xmpCreatorTool = packet.creatorTool
      facts.xmpSoftwareAgent = packet.softwareAgent
      facts.xmpUserComment = packet.userComment
    }
    note(keyword: keyword, text: text)
  }

  private mutating func note(keyword: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer) {
    guard facts.texts.count < Self.maximumTextCount,
      let keyword = MetadataText.text(from: keyword, maximumByteCount: 79)
    else { return }
    facts.texts.append(
      PNGFacts.TextEntry(
        keyword: keyword,
        text: MetadataText.text(from: text, maximumByteCount: Self.textByteCount) ?? ""))
  }
}
