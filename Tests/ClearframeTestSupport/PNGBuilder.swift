/// Writes the chunks of a PNG one by one, so that a test can leave out or damage any of them.
package struct PNGBuilder {
  /// The bytes written so far.
  package var bytes: [UInt8] = []

  /// Starts a stream with the signature.
  package init() {
    bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  }

  /// A whole gray picture of one value that decoders accept, with `chunks` between IHDR and IDAT.
  package static func flat(
    width: Int = 16, height: Int = 16, value: UInt8 = 128,
    chunks: [(type: String, payload: [UInt8])] = []
  ) -> PNGBuilder {
    var builder = PNGBuilder()
    builder.header(width: width, height: height)
    for chunk in chunks { builder.chunk(chunk.type, chunk.payload) }
    let row = [0] + [UInt8](repeating: value, count: width)
    builder.chunk("IDAT", storedStream((0..<height).flatMap { _ in row }))
    builder.chunk("IEND", [])
    return builder
  }

  /// Appends a chunk; `checksum` replaces the right checksum.
  package mutating func chunk(_ type: String, _ payload: [UInt8], checksum: Int? = nil) {
    bytes.append(bigEndian32: payload.count)
    let body = Array(type.utf8) + payload
    bytes += body
    bytes.append(bigEndian32: checksum ?? Int(Self.checksum(of: body)))
  }

  /// Appends IHDR.
  package mutating func header(
    width: Int, height: Int, bitDepth: UInt8 = 8, colorType: UInt8 = 0, interlace: UInt8 = 0
  ) {
    var payload: [UInt8] = []
    payload.append(bigEndian32: width)
    payload.append(bigEndian32: height)
    chunk("IHDR", payload + [bitDepth, colorType, 0, 0, interlace])
  }

  /// A zlib stream (RFC 1950) that stores `data`, at most 65,535 bytes, without compressing them.
  package static func storedStream(_ data: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01, 0x01]
    stream.append(littleEndian16: data.count)
    stream.append(littleEndian16: ~data.count)
    stream += data
    var low = 1
    var high = 0
    for byte in data {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    stream.append(bigEndian32: high << 16 | low)
    return stream
  }

  /// The checksum of ISO/IEC 15948, annex D, bit by bit: the reference for the fast one.
  package static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
