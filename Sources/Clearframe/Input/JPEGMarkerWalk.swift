/// A walk over the markers of a JPEG (ITU-T T.81, annex B) that decodes nothing.
///
/// Segments are skipped by their length, so that a thumbnail's markers are never taken for the
/// picture's own; picture data are searched for the byte 0xFF only.
package struct JPEGMarkerWalk {
  /// The most application segments whose identifiers are kept.
  private static let maximumSegmentNames = 256
  /// Stray bytes between segments that ordinary writers leave; more of them are lost picture data.
  private static let harmlessStrayBytes = 16

  let bytes: UnsafeRawBufferPointer
  /// Whether `bytes` reach the end of the file; if not, an early end says nothing about the file.
  let isComplete: Bool
  /// The facts found so far.
  package internal(set) var facts = JPEGFacts()
  /// The EXIF facts of the first readable EXIF segment.
  package internal(set) var exif: EXIFFacts?
  /// The density of the JFIF segment.
  package internal(set) var density: PixelDensity?
  /// The size in the frame header.
  package internal(set) var storedSize: PixelSize?
  /// The index of further pictures.
  package internal(set) var multiPictureIndex: MultiPictureIndex?
  /// What the XMP packet tells.
  package internal(set) var xmp: XMPPacket?
  /// What the walk noticed.
  package internal(set) var log = FindingLog()
  /// The position after the end-of-image marker; nil where there is none.
  package internal(set) var end: Int?

  /// The slots of Huffman tables defined so far: bits 0 to 3 for DC, 4 to 7 for AC.
  var huffmanSlots: UInt8 = 0
  /// Whether any scan lacked a Huffman table.
  var lacksHuffmanTables = false

  /// Prepares a walk over `bytes`, which start with a start-of-image marker.
  package init(_ bytes: UnsafeRawBufferPointer, isComplete: Bool = true) {
    self.bytes = bytes
    self.isComplete = isComplete
  }

  /// The size in the first frame header of a JPEG, such as a thumbnail; nil where there is none.
  package static func frameSize(of bytes: UnsafeRawBufferPointer) -> PixelSize? {
    guard bytes.count > 2, bytes[0] == 0xFF, bytes[1] == JPEGMarker.startOfImage else {
      return nil
    }
    var position = 2
    while let found = bytes.firstPosition(of: 0xFF, from: position), found + 1 < bytes.count {
      let marker = bytes[found + 1]
      position = found + 1
      if marker == 0xFF { continue }
      position += 1
      if JPEGMarker.isFrame(marker) {
        guard let height = bytes.bigEndianUInt16(at: position + 3),
          let width = bytes.bigEndianUInt16(at: position + 5)
        else { return nil }
        return PixelSize(width: width, height: height)
      }
      if marker == JPEGMarker.startOfScan || marker == JPEGMarker.endOfImage { return nil }
      if marker == 0 || marker == JPEGMarker.startOfImage || marker == JPEGMarker.temporary
        || JPEGMarker.restarts ~= marker
      {
        continue
      }
      guard let length = bytes.bigEndianUInt16(at: position), length >= 2 else { return nil }
      position += length
    }
    return nil
  }

  /// Walks to the end-of-image marker or to the end of the data.
  package mutating func run() {
    var position = 2
    walk: while true {
      guard let marker = nextMarker(&position) else {
        noteEarlyEnd("end-of-image marker is missing")
        break
      }
      switch marker {
      case JPEGMarker.endOfImage:
        facts.hasEndOfImage = true
        end = position
        break walk
      case JPEGMarker.startOfImage:
        log.add(.corrupt, at: position - 2, "a second start-of-image marker lies in the picture")
      case JPEGMarker.temporary: break
      case JPEGMarker.restarts:
        log.add(.quirk, at: position - 2, "a restart marker lies outside the picture data")
      default:
        if JPEGMarker.isReserved(marker) {
          log.add(.corrupt, at: position - 2, "a marker is not one of the JPEG standard")
        } else if !readSegment(marker, &position) {
          break walk
        }
      }
    }
    finish()
  }

  /// Moves past the next marker; nil where the data end first.
  private mutating func nextMarker(_ position: inout Int) -> UInt8? {
    let start = position
    var marker: UInt8?
    var markerStart = position
    while let found = bytes.firstPosition(of: 0xFF, from: position) {
      var next = found + 1
      // Any number of fill bytes may stand before a marker.
      while next < bytes.count, bytes[next] == 0xFF { next += 1 }
      position = next
      guard next < bytes.count else { break }
      position = next + 1
      if bytes[next] != 0 {
        marker = bytes[next]
        markerStart = found
        break
      }
    }
    guard let marker else {
      position = bytes.count
      return nil
    }
    let stray = markerStart - start
    if stray > 0 {
      if facts.scanCount > 0, stray > Self.harmlessStrayBytes {
        log.add(.corrupt, at: start, "picture data are interrupted by a marker")
      } else {
        log.add(.quirk, at: start, "extra bytes before a marker")
      }
    }
    return marker
  }

  /// Reads the segment whose length is at `position` and moves past it; false ends the walk.
  private mutating func readSegment(_ marker: UInt8, _ position: inout Int) -> Bool {
    let start = position
    guard let length = bytes.bigEndianUInt16(at: start) else {
      noteEarlyEnd("the data end inside a marker segment")
      return false
    }
    guard length >= 2 else {
      log.add(.corrupt, at: start, "a marker segment has an impossible length")
      position = start + 2
      return true
    }
    guard let body = bytes.slice(at: start + 2, count: length - 2) else {
      // A file that was cut does not end with the marker that ends a picture.
      if isComplete, bytes[bytes.count - 2] == 0xFF, bytes[bytes.count - 1] == 0xD9 {
        log.add(.corrupt, at: start, "a marker segment runs past the end of the file")
      } else {
        noteEarlyEnd("the data end inside a marker segment")
      }
      return false
    }
    position = start + length
    switch marker {
    case JPEGMarker.startOfScan:
      readScanHeader(body, at: start)
      position = endOfPictureData(from: position)
    case JPEGMarker.huffmanTables: readHuffmanTables(body, at: start)
    case JPEGMarker.quantizationTables: readQuantizationTables(body, at: start)
    case JPEGMarker.numberOfLines: readNumberOfLines(body, at: start)
    case JPEGMarker.restartInterval:
      if let interval = body.bigEndianUInt16(at: 0), body.count == 2 {
        facts.restartInterval = interval
      } else {
        log.add(.corrupt, at: start, "the restart interval segment has a wrong length")
      }
    case JPEGMarker.applicationSegments: readApplicationSegment(marker, body, at: start)
    default:
      if JPEGMarker.isFrame(marker) { readFrameHeader(marker, body, at: start) }
    }
    return true
  }

  /// The position of the first marker after picture data that is not a restart.
  private mutating func endOfPictureData(from start: Int) -> Int {
    var position = start
    var restarts = 0
    defer { facts.restartMarkerCount += restarts }
    while let found = bytes.firstPosition(of: 0xFF, from: position) {
      var next = found + 1
      while next < bytes.count, bytes[next] == 0xFF { next += 1 }
      guard next < bytes.count else { return bytes.count }
      let marker = bytes[next]
      position = next + 1
      if marker == 0 { continue }
      if JPEGMarker.restarts ~= marker {
        restarts += 1
      } else if JPEGMarker.isReserved(marker) || marker == JPEGMarker.temporary {
        log.add(.corrupt, at: found, "picture data hold a byte pair that cannot occur in them")
      } else {
        return found
      }
    }
    return bytes.count
  }

  private mutating func noteEarlyEnd(_ message: String) {
    if isComplete { log.add(.truncated, at: bytes.count, message) }
  }

  private mutating func finish() {
    facts.hasHuffmanTables = facts.scanCount > 0 && !lacksHuffmanTables
    guard facts.hasEndOfImage else { return }
    if facts.process == nil {
      log.add(.corrupt, at: end, "there is no frame header")
    } else if facts.scanCount == 0 {
      log.add(.corrupt, at: end, "there are no picture data")
    } else if storedSize?.height == 0 {
      log.add(.corrupt, at: end, "the picture has no rows")
    }
  }

  mutating func noteApplicationSegment(_ name: String) {
    if facts.applicationSegments.count < Self.maximumSegmentNames {
      facts.applicationSegments.append(name)
    }
  }
}
