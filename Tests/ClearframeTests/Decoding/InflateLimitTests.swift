import Clearframe
import ClearframeTestSupport
import Testing

/// Compressed ancillary chunks that unpack to more than is allowed.
@Suite struct InflateLimitTests {
  private static let headers: [(type: String, prefix: [UInt8])] = [
    ("iCCP", Array("profile\0\0".utf8)),
    ("zTXt", Array("Comment\0\0".utf8)),
    ("iTXt", Array("Comment\0\u{1}\0en\0Kommentar\0".utf8)),
  ]

  /// A stream (RFC 1951) of one block with fixed codes: a zero byte, then `matches` times a match
  /// of 258 bytes at distance 1. The checksum at the end is left out.
  private func zeros(matches: Int) -> [UInt8] {
    // Codes go in from their first bit, numbers from their last.
    var bits: [UInt8] = [1, 1, 0] + [0, 0, 1, 1, 0, 0, 0, 0]
    for _ in 0..<matches { bits += [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0] }
    bits += [0, 0, 0, 0, 0, 0, 0]
    var bytes: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: bits.count, by: 8) {
      bytes.append(bits[start..<min(start + 8, bits.count)].reversed().reduce(0) { $0 << 1 | $1 })
    }
    return bytes
  }

  private func exceeded(_ file: [UInt8], limit: Int) -> ExceededLimit? {
    file.withUnsafeBytes { bytes in
      let header = HeaderReader.read(bytes, fileByteCount: bytes.count)
      #expect(header.findings.isEmpty)
      return LimitCheck.exceeded(
        by: header, of: bytes, limits: Limits(maximumAncillaryBytes: limit))
    }
  }

  @Test(arguments: 0..<3)
  func aChunkIsMeasuredByWhatItUnpacksTo(kind: Int) throws {
    let (type, prefix) = Self.headers[kind]
    let file = PNGBuilder.flat(chunks: [(type, prefix + zeros(matches: 400))]).bytes
    let size = 1 + 400 * 258
    #expect(exceeded(file, limit: size) == nil)
    let found = try #require(exceeded(file, limit: size - 1))
    #expect(found.subject == "bytes of compressed ancillary chunks after inflating")
    #expect(found.value == Double(size))
    #expect(found.limit == Double(size - 1))
  }

  @Test func chunksCountTogether() {
    let chunk = (type: "zTXt", payload: Self.headers[1].prefix + zeros(matches: 40))
    let file = PNGBuilder.flat(chunks: Array(repeating: chunk, count: 10)).bytes
    let size = 10 * (1 + 40 * 258)
    #expect(exceeded(file, limit: size) == nil)
    #expect(exceeded(file, limit: size - 1) != nil)
  }

  @Test func manyChunksOfNothingAreNotFree() {
    let chunk = (type: "zTXt", payload: Self.headers[1].prefix + [0x78])
    let file = PNGBuilder.flat(chunks: Array(repeating: chunk, count: 300)).bytes
    #expect(exceeded(file, limit: 1_000_000) == nil)
    #expect(exceeded(file, limit: 10_000) != nil)
  }

  @Test func theMeasurementStopsAtTheLimit() {
    // 26 MB would come out.
    let stream = zeros(matches: 100_000)
    let total = stream.withUnsafeBytes {
      LimitCheck.inflatedByteCount(of: [0..<$0.count], in: $0, limit: 1_000_000)
    }
    #expect(total > 1_000_000 && total < 1_600_000)
  }

  @Test(arguments: [[], [0], [0x78], [0x78, 0x01, 0xFF, 0xFF], Array(repeating: 7, count: 90)])
  func aBrokenStreamCountsAsStored(stream: [UInt8]) {
    let file = PNGBuilder.flat(chunks: [("zTXt", Self.headers[1].prefix + stream)]).bytes
    #expect(exceeded(file, limit: 300) == nil)
  }

  @Test func rangesOutsideTheBytesAreHarmless() {
    let bytes: [UInt8] = [0x78, 0x01, 0x00]
    let total = bytes.withUnsafeBytes {
      LimitCheck.inflatedByteCount(of: [2..<900, 50..<60, 3..<4], in: $0, limit: 1_000)
    }
    #expect(total < 1_000)
  }
}
