import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct PNGChunkWalkTests {
  private static func messages(
    _ header: ImageHeader, _ kind: IntegrityFinding.Kind
  ) -> [String] {
    header.findings.filter { $0.kind == kind }.map(\.message)
  }

  private static let density: [UInt8] = [0, 0, 0x2E, 0x23, 0, 0, 0x17, 0x11, 1]

  private static func rich() -> PNGBuilder {
    PNGBuilder.flat(
      width: 20, height: 10,
      chunks: [
        ("gAMA", [0, 0, 0xB1, 0x8F]), ("sRGB", [0]), ("iCCP", Array("x\0\0data".utf8)),
        ("pHYs", density), ("eXIf", EXIFSamples.phone(isBigEndian: false)),
        ("tEXt", Array("Software\0Pa".utf8) + [0xEF] + Array("nt".utf8)),
        ("iTXt", Array("Comment\0\0\0de\0Kommentar\0Grüße".utf8)),
        ("iTXt", Array("Packed\0\u{1}\0\0\0xx".utf8)), ("zTXt", Array("Long\0\0xx".utf8)),
        ("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0<a xmp:CreatorTool='T'/>".utf8)),
        ("acTL", [0, 0, 0, 3, 0, 0, 0, 0]),
      ])
  }

  @Test func readsAWholePicture() throws {
    let header = ImageHeader(reading: Self.rich().bytes)
    let facts = try #require(header.png)
    #expect(header.format == .png)
    #expect(header.findings.isEmpty)
    #expect(header.trailers.isEmpty)
    #expect(header.storedSize == PixelSize(width: 20, height: 10))
    #expect(header.orientation == .right)
    #expect(header.uprightSize == PixelSize(width: 10, height: 20))
    #expect(header.exif?.make == "Maker")
    #expect(abs((header.density?.horizontal ?? 0) - 300) < 0.01)
    #expect(abs((header.density?.vertical ?? 0) - 150) < 0.02)
    #expect(facts.colorType == .gray)
    #expect(facts.bitDepth == 8)
    #expect(facts.hasGamma && facts.hasStandardRGB && facts.hasColorProfile && facts.hasEnd)
    #expect(!facts.isInterlaced && !facts.hasTransparency && !facts.isAppleOptimized)
    #expect(facts.animationFrameCount == 3)
    #expect(facts.chunkCount == 14)
    #expect(facts.compressedTextCount == 2)
    #expect(facts.xmpCreatorTool == "T")
    #expect(facts.texts.map(\.keyword) == ["Software", "Comment", "XML:com.adobe.xmp"])
    #expect(facts.texts.prefix(2).map(\.text) == ["Païnt", "Grüße"])
    #expect(facts.largestAncillaryByteCount == EXIFSamples.phone(isBigEndian: false).count)
  }

  @Test func everyPrefixIsTruncatedAndNothingElse() {
    let bytes = Self.rich().bytes
    for count in 4..<bytes.count {
      let header = ImageHeader(reading: Array(bytes.prefix(count)))
      #expect(header.format == .png)
      #expect(Self.messages(header, .truncated).count == 1, "cut after \(count) bytes")
      #expect(Self.messages(header, .corrupt).isEmpty, "cut after \(count) bytes")
    }
  }

  @Test func aPrefixOfALargerFileIsNotJudged() {
    let bytes = Self.rich().bytes
    for count in 4..<bytes.count {
      let header = bytes.withUnsafeBytes {
        HeaderReader.read(UnsafeRawBufferPointer(rebasing: $0[..<count]), fileByteCount: 1 << 31)
      }
      #expect(header.findings.isEmpty, "cut after \(count) bytes")
    }
  }

  @Test(arguments: ["IHDR", "gAMA", "tEXt", "prIv", "IDAT", "IEND"])
  func aWrongChecksumIsCorrupt(type: String) {
    var builder = PNGBuilder.flat(chunks: [
      ("gAMA", [0, 0, 0xB1, 0x8F]), ("tEXt", Array("a\0b".utf8)), ("prIv", [1]),
    ])
    let name = Array(type.utf8)
    let start = (0..<builder.bytes.count - 4).first { Array(builder.bytes[$0..<$0 + 4]) == name }
    var position = start ?? 0
    let length = builder.bytes[position - 4..<position].reduce(0) { $0 << 8 | Int($1) }
    position += 4 + length
    builder.bytes[position] ^= 1
    let header = ImageHeader(reading: builder.bytes)
    #expect(
      header.findings == [
        IntegrityFinding(
          kind: .corrupt, offset: position, message: "the checksum of the \(type) chunk is wrong")
      ])
  }

  @Test func theFastChecksumIsTheReference() {
    var generator = SeededGenerator(seed: 15948)
    for count in [0, 1, 7, 8, 63, 1000, 4097] {
      let payload = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let bytes = PNGBuilder.flat(chunks: [("prIv", payload)]).bytes
      #expect(ImageHeader(reading: bytes).findings.isEmpty)
    }
    #expect(PNGBuilder.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test(arguments: 0...8, [0, 1, 2, 3, 4, 8, 15, 16, 32])
  func checksColourTypeAndDepth(colorType: Int, depth: Int) {
    var builder = PNGBuilder()
    builder.header(width: 1, height: 1, bitDepth: UInt8(depth), colorType: UInt8(colorType))
    if colorType == 3 { builder.chunk("PLTE", [1, 2, 3]) }
    builder.chunk("IDAT", PNGBuilder.storedStream([0, 0]))
    builder.chunk("IEND", [])
    let valid: [Int: [Int]] = [
      0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]
    let header = ImageHeader(reading: builder.bytes)
    #expect(header.findings.isEmpty == (valid[colorType]?.contains(depth) ?? false))
    #expect(header.png?.hasTransparency == (colorType == 4 || colorType == 6))
  }

  @Test func aPictureWithoutPixelsIsCorrupt() {
    for (width, height) in [(0, 1), (1, 0), (0x8000_0000, 1)] {
      var builder = PNGBuilder()
      builder.header(width: width, height: height)
      builder.chunk("IDAT", [])
      builder.chunk("IEND", [])
      let header = ImageHeader(reading: builder.bytes)
      #expect(header.storedSize == nil)
      #expect(header.findings.map(\.kind) == [.corrupt])
    }
  }

  @Test func aHugeClaimIsRead() {
    var builder = PNGBuilder()
    builder.header(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF)
    let header = ImageHeader(reading: builder.bytes)
    #expect(header.storedSize == PixelSize(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF))
  }

  @Test func orderIsChecked() {
    var builder = PNGBuilder()
    builder.chunk("gAMA", [0, 0, 0xB1, 0x8F])
    builder.header(width: 1, height: 1)
    builder.chunk("IDAT", [])
    builder.chunk("tEXt", Array("a\0b".utf8))
    builder.chunk("IDAT", [])
    builder.chunk("IEND", [])
    #expect(
      Self.messages(ImageHeader(reading: builder.bytes), .corrupt) == [
        "the first chunk is not IHDR", "IDAT chunks are not in one row",
      ])

    builder = PNGBuilder()
    builder.header(width: 1, height: 1, colorType: 3)
    builder.header(width: 1, height: 1, colorType: 3)
    builder.chunk("IDAT", [])
    builder.chunk("PLTE", [1, 2])
    builder.chunk("ABCD", [])
    builder.chunk("IEND", [])
    #expect(
      Self.messages(ImageHeader(reading: builder.bytes), .corrupt) == [
        "there is a second IHDR chunk", "the PLTE chunk is missing",
        "the PLTE chunk is out of place", "the PLTE chunk has a wrong length",
        "there is an unknown critical chunk",
      ])

    builder = PNGBuilder()
    builder.chunk("IEND", [])
    #expect(
      Self.messages(ImageHeader(reading: builder.bytes), .corrupt).contains(
        "there are no picture data"))
  }

  @Test func lengthsAreChecked() {
    for (type, length) in [("gAMA", 3), ("pHYs", 8), ("cHRM", 0), ("tIME", 8), ("sRGB", 2)] {
      let bytes = PNGBuilder.flat(
        chunks: [(type, [UInt8](repeating: 0, count: length))]
      ).bytes
      #expect(
        Self.messages(ImageHeader(reading: bytes), .corrupt) == [
          "the \(type) chunk has a wrong length"
        ])
    }
    var builder = PNGBuilder()
    builder.header(width: 1, height: 1)
    builder.bytes += [0xFF, 0xFF, 0xFF, 0xFF] + Array("tEXt".utf8)
    #expect(
      Self.messages(ImageHeader(reading: builder.bytes), .corrupt) == [
        "the tEXt chunk has an impossible length"
      ])
  }

  @Test func damageOfASignatureIsNamed() {
    var bytes = PNGBuilder.flat().bytes
    // What a transfer in text mode does: CR LF becomes LF.
    bytes.remove(at: 4)
    #expect(ImageHeader(reading: bytes).format == .png)
    #expect(ImageHeader(reading: bytes).findings.first?.kind == .corrupt)
  }

  @Test func applesVariantIsNamed() {
    var builder = PNGBuilder()
    builder.chunk("CgBI", [0x50, 0, 0x20, 2])
    builder.header(width: 1, height: 1)
    builder.chunk("IDAT", [1])
    builder.chunk("IEND", [])
    let header = ImageHeader(reading: builder.bytes)
    #expect(header.png?.isAppleOptimized == true)
    #expect(header.findings.isEmpty)
  }

  @Test func textsAreCountedAndCut() {
    var builder = PNGBuilder()
    builder.header(width: 1, height: 1)
    for _ in 0..<100 {
      builder.chunk("tEXt", Array("key\0".utf8) + [UInt8](repeating: 0x61, count: 5000))
    }
    let facts = ImageHeader(reading: builder.bytes).png
    #expect(facts?.texts.count == 64)
    #expect(facts?.texts.allSatisfy { $0.text.utf8.count == 1024 } == true)
    #expect(facts?.largestAncillaryByteCount == 5004)
  }
}
