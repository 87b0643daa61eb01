/// One chunk of a PNG.
public struct PNGChunk: Sendable, Hashable {
  /// The four letters.
  public var type: String
  /// The chunk's data.
  public var data: [UInt8]
  /// The check as the file states it; nil for the right one.
  public var statedChecksum: UInt32?

  /// Makes a chunk with the right check.
  public init(_ type: String, _ data: [UInt8]) {
    self.type = type
    self.data = data
  }

  /// Length, type, data and check as the file holds them.
  public var bytes: [UInt8] {
    var out: [UInt8] = []
    out.appendBigEndian(UInt32(data.count))
    out += [UInt8](ascii: type) + data
    out.appendBigEndian(statedChecksum ?? CRC32.checksum([UInt8](ascii: type) + data))
    return out
  }
}
