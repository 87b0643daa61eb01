/// A JPEG seen as its marker segments, to find places to change.
public struct JPEGFile: Sendable, Hashable {
  /// One marker with its place.
  public struct Marker: Sendable, Hashable {
    /// The second byte of the marker.
    public let code: UInt8
    /// The position of the marker's 0xFF.
    public let offset: Int
    /// The position after the segment; for SOS, where its entropy-coded data begin.
    public let end: Int
  }

  /// The file.
  public let bytes: [UInt8]
  /// All markers except restart markers, from SOI to EOI.
  public let markers: [Marker]
  /// The positions of the restart markers.
  public let restartOffsets: [Int]

  /// Walks a whole JPEG.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var markers: [Marker] = []
    var restarts: [Int] = []
    var offset = 0
    while offset + 1 < bytes.count {
      guard bytes[offset] == 0xFF, bytes[offset + 1] != 0, bytes[offset + 1] != 0xFF else {
        offset += 1
        continue
      }
      let code = bytes[offset + 1]
      if (0xD0...0xD7).contains(code) {
        restarts.append(offset)
        offset += 2
        continue
      }
      let isAlone = code == 0xD8 || code == 0xD9
      let end = isAlone ? offset + 2 : offset + 2 + bytes.bigEndian16(at: offset + 2)
      markers.append(Marker(code: code, offset: offset, end: end))
      if code == 0xD9 { break }
      offset = end
    }
    self.markers = markers
    restartOffsets = restarts
  }

  /// The first marker of a code.
  public func first(_ code: UInt8) -> Marker {
    guard let marker = markers.first(where: { $0.code == code }) else {
      preconditionFailure("no marker \(String(code, radix: 16))")
    }
    return marker
  }

  /// The positions of the entropy-coded bytes of the first scan.
  public var firstScan: Range<Int> {
    let scan = first(0xDA)
    let following = markers.first { $0.offset >= scan.end }
    return scan.end..<(following?.offset ?? bytes.count)
  }

  /// The frame header: the first SOF marker.
  public var frame: Marker {
    guard
      let marker = markers.first(where: {
        (0xC0...0xCF).contains($0.code) && ![0xC4, 0xC8, 0xCC].contains($0.code)
      })
    else { preconditionFailure("no frame header") }
    return marker
  }

  /// The file with other bytes at a position.
  public func replacing(at offset: Int, with replacement: [UInt8]) -> [UInt8] {
    var out = bytes
    out.replaceSubrange(offset..<offset + replacement.count, with: replacement)
    return out
  }

  /// The file with bytes put in at a position.
  public func inserting(_ inserted: [UInt8], at offset: Int) -> [UInt8] {
    Array(bytes[..<offset]) + inserted + Array(bytes[offset...])
  }

  /// The file without any segment of a code.
  public func removing(_ code: UInt8) -> [UInt8] {
    var out = bytes
    for marker in markers.reversed() where marker.code == code {
      out.removeSubrange(marker.offset..<marker.end)
    }
    return out
  }

  /// The file with another size in its frame header.
  public func claiming(width: Int, height: Int) -> [UInt8] {
    var size: [UInt8] = []
    size.appendBigEndian(UInt16(height))
    size.appendBigEndian(UInt16(width))
    return replacing(at: frame.offset + 5, with: size)
  }
}
