import Clearframe
import ClearframeTestSupport
import Testing

/// Whatever the bytes are, a header comes out and its numbers stay inside the file.
@Suite struct HeaderFuzzTests {
  private static var samples: [[UInt8]] {
    let exif = JPEGBuilder.exif(EXIFSamples.phone(isBigEndian: true))
    let packet =
      "<x xmp:CreatorTool=\"a\" hdrgm:Version=\"1\" Item:Semantic=\"GainMap\" Item:Length=\"9\"/>"
    let picture = JPEGBuilder.flat(
      width: 40, height: 40, componentCount: 3,
      applicationSegments: [
        (0xE0, JPEGBuilder.jfif(unit: 1, horizontal: 72, vertical: 72)), (0xE1, exif),
        (0xE1, JPEGBuilder.xmp(packet)),
        (0xE2, Array("MPF\0".utf8) + EXIFSamples.phone(isBigEndian: false)),
      ]
    ).bytes
    let chunks: [(type: String, payload: [UInt8])] = [
      ("pHYs", [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1]),
      ("eXIf", EXIFSamples.phone(isBigEndian: false)), ("tEXt", Array("Software\0a".utf8)),
      ("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0\(packet)".utf8)),
    ]
    return [
      picture, picture + picture + Array("SEFH....SEFT".utf8),
      picture + [0, 0, 0, 24] + Array("ftypmp42\0\0\0\0isommp42".utf8),
      JPEGBuilder.flat(frameMarker: 0xC2).bytes, PNGBuilder.flat(chunks: chunks).bytes,
      PNGBuilder.flat().bytes + picture,
    ]
  }

  private static func check(_ bytes: [UInt8], _ comment: String) {
    let header = ImageHeader(reading: bytes)
    #expect(header.byteCount == bytes.count, "\(comment)")
    #expect(header.findings.count <= FindingLog.maximumCount, "\(comment)")
    var end = 0
    for trailer in header.trailers {
      #expect(trailer.byteCount > 0 && trailer.offset >= end, "\(comment)")
      end = trailer.offset + trailer.byteCount
    }
    #expect(header.trailers.isEmpty || end == bytes.count, "\(comment)")
    for finding in header.findings {
      #expect(finding.count > 0 && 0...bytes.count ~= finding.offset ?? 0, "\(comment)")
    }
    if let size = header.storedSize {
      #expect(size.width > 0 && size.height > 0, "\(comment)")
    }
  }

  @Test(arguments: samples.indices)
  func mutationsAreSurvived(index: Int) {
    let sample = Self.samples[index]
    let seed = UInt64(index) + 2026
    var generator = SeededGenerator(seed: seed)
    let values: [UInt8] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, 0xD8, 0xD9, 0xDA, 0xC4]
    for round in 0..<1500 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[position] = values.randomElement(using: &generator) ?? 0
        case 2: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 3:
          bytes.insert(
            contentsOf: bytes[position..<min(position + 20, bytes.count)], at: position)
        default:
          // Something must be left to mutate.
          let end = min(position + Int.random(in: 1...20, using: &generator), bytes.count - 1)
          if position < end { bytes.removeSubrange(position..<end) }
        }
      }
      Self.check(bytes, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: samples.indices)
  func everyPrefixIsSurvived(index: Int) {
    let sample = Self.samples[index]
    for count in 0...sample.count { Self.check(Array(sample.prefix(count)), "cut after \(count)") }
  }

  @Test func randomBytesBehindASignatureAreSurvived() {
    let seed: UInt64 = 81
    var generator = SeededGenerator(seed: seed)
    for round in 0..<500 {
      var bytes: [UInt8] =
        round % 2 == 0 ? [0xFF, 0xD8, 0xFF] : [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      for _ in 0..<Int.random(in: 0...600, using: &generator) {
        let value = UInt8.random(in: 0...255, using: &generator)
        bytes.append(value < 64 ? 0xFF : value)
      }
      Self.check(bytes, "seed \(seed), round \(round)")
    }
  }
}
