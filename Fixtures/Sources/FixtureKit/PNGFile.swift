internal import CFixtureCodecs
internal import Foundation

/// A PNG taken apart into its chunks, to be put together again differently.
public struct PNGFile: Sendable, Hashable {
  /// The eight bytes that open every PNG.
  public static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The chunks in file order.
  public var chunks: [PNGChunk]

  /// Takes a whole PNG apart.
  public init(_ bytes: [UInt8]) {
    chunks = []
    var offset = 8
    while offset + 12 <= bytes.count {
      let length = Int(bytes.bigEndian32(at: offset))
      let type = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      chunks.append(PNGChunk(type, Array(bytes[offset + 8..<offset + 8 + length])))
      offset += 12 + length
    }
  }

  /// The file as bytes.
  public var bytes: [UInt8] { Self.signature + chunks.flatMap(\.bytes) }

  /// Joins the picture's data, which libpng splits, into one IDAT chunk.
  public mutating func joinData() {
    guard let index = chunks.firstIndex(where: { $0.type == "IDAT" }) else { return }
    let data = chunks.filter { $0.type == "IDAT" }.flatMap(\.data)
    chunks.removeAll { $0.type == "IDAT" }
    chunks.insert(PNGChunk("IDAT", data), at: index)
  }

  /// Puts a chunk before the first one of a type, or last before IEND where there is none.
  public mutating func insert(_ chunk: PNGChunk, before type: String) {
    let place = chunks.firstIndex { $0.type == type } ?? chunks.count - 1
    chunks.insert(chunk, at: place)
  }

  /// Changes the stated check of the first chunk of a type so that it is wrong.
  public mutating func breakChecksum(of type: String) {
    guard let index = chunks.firstIndex(where: { $0.type == type }) else {
      preconditionFailure("no chunk \(type)")
    }
    let chunk = chunks[index]
    let right = CRC32.checksum([UInt8](ascii: chunk.type) + chunk.data)
    chunks[index].statedChecksum = right ^ 0x0001_0000
  }

  /// Compresses bytes as a zlib stream.
  ///
  /// - Throws: `EncodingError` where zlib fails.
  public static func deflate(_ bytes: [UInt8], level: Int = 9) throws(EncodingError) -> [UInt8] {
    var out: UnsafeMutablePointer<UInt8>?
    var size = 0
    let status = bytes.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -1 }
      return cfixture_deflate(base, buffer.count, Int32(level), &out, &size)
    }
    guard status == 0, let out else { throw EncodingError("deflate failed") }
    defer { free(out) }
    return Array(UnsafeBufferPointer(start: out, count: size))
  }
}
