import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct EXIFReaderTests {
  private static func read(_ block: [UInt8]) -> EXIFFacts? {
    block.withUnsafeBytes { EXIFReader.read($0) }
  }

  @Test(arguments: [false, true])
  func readsBothByteOrders(isBigEndian: Bool) throws {
    let facts = try #require(Self.read(EXIFSamples.phone(isBigEndian: isBigEndian)))
    #expect(facts.make == "Maker")
    #expect(facts.model == "Phone 7")
    #expect(facts.software == "1.0")
    #expect(facts.orientation == .right)
    #expect(facts.modified == "2026:01:02 03:04:05")
    #expect(facts.captured == "2026:01:02 03:04:04")
    #expect(facts.userComment == "Screenshot")
    #expect(facts.pixelSize == PixelSize(width: 4000, height: 3000))
    #expect(facts.density == PixelDensity(horizontal: 72, vertical: 72))
    #expect(facts.hasExposureFacts)
    #expect(facts.thumbnailSize == PixelSize(width: 16, height: 8))
    #expect(facts.thumbnailByteCount == JPEGBuilder.flat(width: 16, height: 8).bytes.count)
  }

  @Test(arguments: 0...10)
  func orientationOutOfRangeIsUpright(value: Int) {
    var builder = EXIFBuilder()
    builder.main = [builder.short(0x0112, value)]
    #expect(Self.read(builder.build())?.orientation == Orientation(rawValue: value) ?? .up)
  }

  @Test func readsUserCommentsOfEveryCode() {
    for isBigEndian in [false, true] {
      var builder = EXIFBuilder(isBigEndian: isBigEndian)
      var units: [UInt8] = Array("UNICODE\0".utf8)
      for unit in "屏幕".utf16 {
        if isBigEndian {
          units.append(bigEndian16: Int(unit))
        } else {
          units.append(littleEndian16: Int(unit))
        }
      }
      builder.exposure = [builder.bytes(0x9286, units)]
      #expect(Self.read(builder.build())?.userComment == "屏幕")
      builder.exposure = [builder.bytes(0x9286, [UInt8](repeating: 0, count: 8) + [0x41])]
      #expect(Self.read(builder.build())?.userComment == "A")
      builder.exposure = [builder.bytes(0x9286, Array("plain text without a code".utf8))]
      #expect(Self.read(builder.build())?.userComment == "plain text without a code")
    }
  }

  @Test func textIsCleanedAndCut() {
    var builder = EXIFBuilder()
    builder.main = [
      builder.text(0x010F, "\u{1B}[31mred\u{7}\n\u{202E}"),
      builder.bytes(0x0110, type: 2, [0x4B, 0xFC, 0x68, 0x6C, 0]),
      builder.text(0x0131, String(repeating: "é", count: 5000)),
      builder.text(0x0132, "   "),
      builder.text(0x010E, "Processed with VSCO"),
    ]
    let facts = Self.read(builder.build())
    #expect(facts?.make == "[31mred")
    #expect(facts?.model == "Kühl")
    #expect(facts?.software == String(repeating: "é", count: 128))
    #expect(facts?.modified == nil)
    #expect(facts?.imageDescription == "Processed with VSCO")
  }

  @Test func hostileOffsetsAndCountsAreSurvived() {
    let values = [0, 1, 4, 7, 8, 9, 255, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF8, 0xFFFF_FFFF]
    for count in values {
      for offset in values {
        for type in [0, 1, 2, 3, 4, 5, 7, 12, 13, 129, 999] {
          var builder = EXIFBuilder()
          builder.main = [0x010F, 0x0112, 0x011A, 0x8769].map {
            builder.hostile($0, type: type, count: count, offset: offset)
          }
          builder.falseNextOffset = offset
          let facts = Self.read(builder.build())
          #expect(facts != nil)
          #expect((facts?.make?.utf8.count ?? 0) <= MetadataText.maximumByteCount)
        }
      }
    }
  }

  @Test func loopsBetweenDirectoriesEnd() {
    var builder = EXIFBuilder()
    builder.main = [builder.text(0x010F, "Maker"), builder.long(0x8769, 8)]
    builder.falseNextOffset = 8
    #expect(Self.read(builder.build())?.make == "Maker")
  }

  @Test func aDirectoryOfManyEntriesIsCut() {
    var builder = EXIFBuilder()
    builder.main = (0..<65_535).map { _ in builder.short(0x0100, 1) }
    builder.main[10] = builder.text(0x010F, "Maker")
    #expect(Self.read(builder.build())?.make == "Maker")
  }

  @Test func everyPrefixIsSurvived() {
    let block = EXIFSamples.phone(isBigEndian: true)
    for count in 0..<block.count {
      let facts = Self.read(Array(block.prefix(count)))
      #expect((facts == nil) == (count < 8))
      #expect(facts?.thumbnailSize == nil, "cut after \(count) bytes")
    }
  }

  @Test func otherStartsAreNoEXIF() {
    #expect(Self.read([0x49, 0x4D, 42, 0, 8, 0, 0, 0, 0, 0]) == nil)
    #expect(Self.read([]) == nil)
  }
}
