/// Names what follows the end of a picture inside its file.
///
/// Ordinary phones append further pictures, gain maps, videos and blocks of their own, so the bytes
/// are walked part by part instead of being judged as one.
package struct TrailerScan {
  /// The most parts that are told apart; the last one takes what is left.
  private static let maximumCount = 16
  /// How far into an appended picture its gain map marks are looked for.
  private static let gainMapSearchByteCount = 1 << 16

  private let bytes: UnsafeRawBufferPointer
  private let index: MultiPictureIndex?
  private let xmp: XMPPacket?
  private var trailers: [FileTrailer] = []

  /// The parts of `bytes` from `start` to their end, in file order.
  ///
  /// `index` and `xmp` are what the picture itself declares about them.
  package static func trailers(
    in bytes: UnsafeRawBufferPointer, from start: Int, index: MultiPictureIndex? = nil,
    xmp: XMPPacket? = nil
  ) -> [FileTrailer] {
    guard start >= 0, start < bytes.count else { return [] }
    var scan = TrailerScan(bytes: bytes, index: index, xmp: xmp)
    scan.run(from: start)
    return scan.trailers
  }

  private init(bytes: UnsafeRawBufferPointer, index: MultiPictureIndex?, xmp: XMPPacket?) {
    self.bytes = bytes
    self.index = index
    self.xmp = xmp
  }

  private mutating func run(from start: Int) {
    let block = makerBlockAtEnd(after: start)
    let limit = block?.offset ?? bytes.count
    var position = start
    while position < limit {
      if trailers.count == Self.maximumCount {
        append(.unknown, from: position, to: limit)
        break
      }
      let (kind, end) = part(at: position, limit: limit)
      append(kind, from: position, to: end)
      position = end
    }
    if let block { append(block.kind, from: block.offset, to: bytes.count) }
  }

  private mutating func append(_ kind: FileTrailer.Kind, from start: Int, to end: Int) {
    guard end > start else { return }
    trailers.append(FileTrailer(kind: kind, offset: start, byteCount: end - start))
  }

  /// What starts at `position`, and where it ends: behind `position` and not behind `limit`.
  private func part(at position: Int, limit: Int) -> (kind: FileTrailer.Kind, end: Int) {
    if isVideo(at: position) { return (.motionPhoto, limit) }
    if isJPEG(at: position) {
      let end = endOfJPEG(at: position, limit: limit)
      return (kindOfJPEG(at: position, end: end), end)
    }
    if bytes.matches("PK\u{3}\u{4}", at: position) { return (.zip, limit) }
    if isMakerBlock(at: position) { return (.makerBlock, limit) }
    var end = position
    while end < limit, isPadding(bytes[end]) { end += 1 }
    if end == limit || (end > position && (isJPEG(at: end) || isMakerBlock(at: end))) {
      return (.padding, end)
    }
    if let video = startOfVideo(from: position, limit: limit), video == position {
      return (.motionPhoto, limit)
    }
    return (.unknown, nextKnownStart(after: position, limit: limit))
  }

  private func isPadding(_ byte: UInt8) -> Bool {
    byte == 0 || byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  // MARK: Pictures

  private func isJPEG(at position: Int) -> Bool {
    guard let head = bytes.slice(at: position, count: 4) else { return false }
    // The fourth byte keeps chance triples in random data from counting.
    return head[0] == 0xFF && head[1] == 0xD8 && head[2] == 0xFF && head[3] >= 0xC0
      && head[3] != 0xFF
  }

  private func endOfJPEG(at position: Int, limit: Int) -> Int {
    var walk = JPEGMarkerWalk(bytes.clampedSlice(at: position, count: limit - position))
    walk.run()
    return walk.end.map { position + $0 } ?? limit
  }

  private func kindOfJPEG(at position: Int, end: Int) -> FileTrailer.Kind {
    let byteCount = end - position
    let isListed =
      index?.entries.contains { $0.offset == position || $0.byteCount == byteCount } ?? false
    let isListedGainMap = xmp?.gainMapByteCounts.contains(byteCount) ?? false
    // A whole gain map photo may be appended to a plain one: only a declared picture is searched.
    if isListed || xmp?.declaresGainMap == true {
      let head = bytes.clampedSlice(
        at: position, count: min(byteCount, Self.gainMapSearchByteCount))
      let marks: [StaticString] = ["hdrgm:", "urn:iso:std:iso:ts:21496", "hdrgainmap"]
      if isListedGainMap || marks.contains(where: { head.firstPosition(of: $0) != nil }) {
        return .gainMap
      }
    }
    return isListed ? .multiPicture : .undeclaredJPEG
  }

  // MARK: Videos

  /// Whether a file type box, the first of an MP4, starts at `position`.
  private func isVideo(at position: Int) -> Bool {
    guard bytes.matches("ftyp", at: position + 4), let size = bytes.bigEndianUInt32(at: position)
    else { return false }
    // The box holds a brand, a version and at most some dozens of further brands.
    return 16...1024 ~= size
  }

  /// The position of the first video at or behind `start`, with the 16 bytes that Samsung's older
  /// phones put before it.
  private func startOfVideo(from start: Int, limit: Int) -> Int? {
    var search = start
    while let type = bytes.firstPosition(of: "ftyp", from: search), type < limit {
      search = type + 1
      let position = type - 4
      guard position >= start, isVideo(at: position) else { continue }
      let isMarked = position - 16 >= start && bytes.matches("MotionPhoto_Data", at: position - 16)
      return isMarked ? position - 16 : position
    }
    return nil
  }

  // MARK: What follows unknown bytes

  private func nextKnownStart(after position: Int, limit: Int) -> Int {
    var next = limit
    if let video = startOfVideo(from: position + 1, limit: limit) { next = min(next, video) }
    for entry in index?.entries ?? []
    where entry.offset > position && entry.offset < next && isJPEG(at: entry.offset) {
      next = entry.offset
    }
    var search = position + 1
    while let found = bytes.firstPosition(of: 0xFF, from: search), found < next {
      if isJPEG(at: found) { return found }
      search = found + 1
    }
    return next
  }

  // MARK: Makers' blocks

  /// Blocks that makers start with a name: vivo, Canon and the AFCP archive format.
  private func isMakerBlock(at position: Int) -> Bool {
    bytes.matches("vivo{", at: position) || bytes.matches("CANON OPTIONAL DATA\0", at: position)
      || bytes.matches("AXS!", at: position) || bytes.matches("AXS*", at: position)
  }

  /// Blocks whose index stands at the end of the file, so that they are found from there.
  private func makerBlockAtEnd(after start: Int) -> (kind: FileTrailer.Kind, offset: Int)? {
    let count = bytes.count
    // OnePlus and OPPO close theirs with four letters, three bytes and a zero.
    if bytes.matches("jxrs", at: count - 8), count - 8 >= start, bytes[count - 1] == 0 {
      let video = startOfVideo(from: start, limit: count)
      if video == nil, !isJPEG(at: start) { return (.makerBlock, start) }
    }
    // Samsung: blocks, then a directory that starts with SEFH and ends with its length and SEFT.
    guard bytes.matches("SEFT", at: count - 4), count - 8 >= start,
      let length = bytes.littleEndianUInt32(at: count - 8)
    else { return nil }
    let directory = count - 8 - length
    guard directory >= start, bytes.matches("SEFH", at: directory),
      let entries = bytes.littleEndianUInt32(at: directory + 8)
    else { return nil }
    var first = directory
    // Each entry has 12 bytes: a type, the distance back from the directory, and a size.
    for entry in 0..<min(entries, max(0, (length - 12) / 12)) {
      guard let distance = bytes.littleEndianUInt32(at: directory + 16 + 12 * entry) else { break }
      if directory - distance >= start { first = min(first, directory - distance) }
    }
    let block = bytes.clampedSlice(at: first, count: directory - first)
    let holdsVideo = block.firstPosition(of: "MotionPhoto_Data") != nil
    return (holdsVideo ? .motionPhoto : .makerBlock, first)
  }
}
