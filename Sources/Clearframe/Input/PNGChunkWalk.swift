internal import CClearframe

/// A walk over the chunks of a PNG (ISO/IEC 15948, clause 5) that inflates nothing.
package struct PNGChunkWalk {
  /// The eight bytes that every PNG starts with.
  package static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The longest chunk that the standard allows, and the largest side.
  static let maximumLength = 0x7FFF_FFFF

  /// The most chunks that are walked; a gigabyte in IDAT chunks of 8 KiB has 131,072.
  private static let maximumChunkCount = 1_000_000

  let bytes: UnsafeRawBufferPointer
  /// Whether `bytes` reach the end of the file; if not, an early end says nothing about the file.
  let isComplete: Bool
  /// The facts found so far.
  package internal(set) var facts = PNGFacts()
  /// The EXIF facts of the eXIf chunk.
  package internal(set) var exif: EXIFFacts?
  /// The density of the pHYs chunk.
  package internal(set) var density: PixelDensity?
  /// The size in IHDR.
  package internal(set) var storedSize: PixelSize?
  /// What the walk noticed.
  package internal(set) var log = FindingLog()
  /// The position after IEND; nil where there is none.
  package internal(set) var end: Int?

  var hasHeader = false
  var hasPalette = false
  var hasData = false
  var isDataClosed = false
  var hasPacket = false

  /// Prepares a walk over `bytes`, which start with at least half of the signature.
  package init(_ bytes: UnsafeRawBufferPointer, isComplete: Bool = true) {
    self.bytes = bytes
    self.isComplete = isComplete
  }

  /// Walks to IEND, to the end of the data, or to damage behind which no chunk can be found.
  package mutating func run() {
    guard let head = bytes.slice(at: 0, count: 8) else {
      noteEarlyEnd("the data end inside the signature")
      return
    }
    if !head.elementsEqual(Self.signature) {
      log.add(.corrupt, at: 4, "the signature was changed by a transfer in text mode")
    }
    var position = 8
    while facts.hasEnd == false {
      guard readChunk(&position) else { return }
    }
    end = position
    if !hasHeader { log.add(.corrupt, at: position, "the IHDR chunk is missing") }
    if !hasData { log.add(.corrupt, at: position, "there are no picture data") }
  }

  /// Reads the chunk at `position` and moves past it; false ends the walk.
  private mutating func readChunk(_ position: inout Int) -> Bool {
    let start = position
    guard let length = bytes.bigEndianUInt32(at: start),
      let type = bytes.slice(at: start + 4, count: 4)
    else {
      noteEarlyEnd(
        start == bytes.count ? "the IEND chunk is missing" : "the data end inside a chunk")
      return false
    }
    guard type.allSatisfy({ 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }) else {
      log.add(.corrupt, at: start + 4, "a chunk type is not four letters")
      return false
    }
    let name = String(decoding: type, as: UTF8.self)
    guard length <= Self.maximumLength else {
      log.add(.corrupt, at: start, "the \(name) chunk has an impossible length")
      return false
    }
    facts.chunkCount += 1
    guard facts.chunkCount <= Self.maximumChunkCount else {
      log.add(.corrupt, at: start, "there are too many chunks")
      return false
    }
    // The frames of an animation (fdAT) are picture data too, and no reader keeps them.
    if name != "IDAT", name != "fdAT" {
      facts.largestAncillaryByteCount = max(
        facts.largestAncillaryByteCount, min(length, bytes.count - start - 8))
    }
    guard let body = bytes.slice(at: start + 8, count: length),
      let stored = bytes.bigEndianUInt32(at: start + 8 + length)
    else {
      if name == "IHDR" {
        readHeader(bytes.clampedSlice(at: start + 8, count: length), at: start + 8)
      }
      hasData = hasData || name == "IDAT"
      noteEarlyEnd("the data end inside the \(name) chunk")
      return false
    }
    position = start + 12 + length
    if checksum(of: start + 4, count: length + 4) != stored {
      log.add(.corrupt, at: start + 8 + length, "the checksum of the \(name) chunk is wrong")
    }
    if !hasHeader, name != "IHDR", name != "CgBI" {
      log.add(.corrupt, at: start, "the first chunk is not IHDR")
      // One finding is enough for a file that starts in the middle.
      hasHeader = true
    }
    readBody(name, body, at: start + 8)
    return true
  }

  private func checksum(of start: Int, count: Int) -> Int {
    guard let slice = bytes.slice(at: start, count: count) else { return 0 }
    return Int(
      clearframe_crc32(slice.baseAddress?.assumingMemoryBound(to: UInt8.self), slice.count))
  }

  private mutating func noteEarlyEnd(_ message: String) {
    if isComplete { log.add(.truncated, at: bytes.count, message) }
  }
}
