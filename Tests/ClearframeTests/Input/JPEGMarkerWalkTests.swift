import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct JPEGMarkerWalkTests {
  private static func messages(
    _ header: ImageHeader, _ kind: IntegrityFinding.Kind
  ) -> [String] {
    header.findings.filter { $0.kind == kind }.map(\.message)
  }

  @Test func readsAWholePicture() throws {
    var adobe = Array("Adobe".utf8)
    adobe += [0, 100, 0, 0, 0, 0, 1]
    let builder = JPEGBuilder.flat(
      width: 33, height: 17, componentCount: 3,
      applicationSegments: [
        (0xE0, JPEGBuilder.jfif(unit: 1, horizontal: 300, vertical: 150)), (0xEE, adobe),
      ])
    let header = ImageHeader(reading: builder.bytes)
    let facts = try #require(header.jpeg)
    #expect(header.format == .jpeg)
    #expect(header.byteCount == builder.bytes.count)
    #expect(header.storedSize == PixelSize(width: 33, height: 17))
    #expect(header.density == PixelDensity(horizontal: 300, vertical: 150))
    #expect(header.findings.isEmpty)
    #expect(header.trailers.isEmpty)
    #expect(facts.process == .baseline)
    #expect(facts.precision == 8)
    #expect(facts.components.map(\.identifier) == [1, 2, 3])
    #expect(facts.components.allSatisfy { $0.horizontalSampling == 1 && $0.verticalSampling == 1 })
    #expect(facts.quantizationTables == [0: [UInt16](repeating: 1, count: 64)])
    #expect(facts.scanCount == 1)
    #expect(facts.hasHuffmanTables)
    #expect(facts.hasEndOfImage)
    #expect(facts.hasJFIF)
    #expect(facts.adobeTransform == 1)
    #expect(facts.applicationSegments == ["APP0 JFIF", "APP14 Adobe"])
  }

  @Test(arguments: [
    (UInt8(0xC0), JPEGFacts.Process.baseline), (0xC1, .extendedSequential), (0xC2, .progressive),
    (0xC3, .lossless), (0xC5, .hierarchical), (0xC9, .arithmetic), (0xCA, .arithmetic),
    (0xCB, .lossless),
  ])
  func namesTheProcess(marker: UInt8, process: JPEGFacts.Process) {
    let bytes = JPEGBuilder.flat(frameMarker: marker).bytes
    #expect(ImageHeader(reading: bytes).jpeg?.process == process)
  }

  @Test func countsScansAndRestarts() {
    var builder = JPEGBuilder()
    builder.startOfImage()
    builder.quantizationTable()
    builder.frame(marker: 0xC2, width: 8, height: 8)
    builder.huffmanTables()
    builder.segment(0xDD, [0, 4])
    builder.scan(
      first: 0, last: 0, data: [0x7F, 0xFF, 0xD0, 0x7F, 0xFF, 0x00, 0xFF, 0xFF, 0xD1, 1])
    for _ in 0..<5 { builder.scan(first: 1, last: 63, data: [0x7F]) }
    builder.endOfImage()
    let header = ImageHeader(reading: builder.bytes)
    #expect(header.jpeg?.scanCount == 6)
    #expect(header.jpeg?.restartMarkerCount == 2)
    #expect(header.jpeg?.restartInterval == 4)
    #expect(header.findings.isEmpty)
  }

  @Test func missingEndIsTruncated() {
    let bytes = JPEGBuilder.flat().bytes
    let header = ImageHeader(reading: Array(bytes.dropLast(2)))
    #expect(Self.messages(header, .truncated) == ["end-of-image marker is missing"])
    #expect(Self.messages(header, .corrupt).isEmpty)
    #expect(header.jpeg?.hasEndOfImage == false)
  }

  @Test func everyPrefixIsTruncatedAndNothingElse() {
    let block = EXIFSamples.phone(isBigEndian: true)
    let bytes = JPEGBuilder.flat(
      componentCount: 3, applicationSegments: [(0xE1, JPEGBuilder.exif(block))]
    ).bytes
    for count in 2..<bytes.count {
      let header = ImageHeader(reading: Array(bytes.prefix(count)))
      #expect(header.format == .jpeg)
      #expect(Self.messages(header, .truncated).count == 1, "cut after \(count) bytes")
      #expect(Self.messages(header, .corrupt).isEmpty, "cut after \(count) bytes")
    }
    #expect(ImageHeader(reading: bytes).findings.isEmpty)
  }

  @Test func aPrefixOfALargerFileIsNotJudged() {
    let bytes = JPEGBuilder.flat().bytes
    for count in 2...bytes.count {
      let header = bytes.withUnsafeBytes {
        HeaderReader.read(UnsafeRawBufferPointer(rebasing: $0[..<count]), fileByteCount: 1 << 31)
      }
      #expect(header.byteCount == 1 << 31)
      #expect(header.findings.isEmpty, "cut after \(count) bytes")
    }
  }

  @Test func theMarkersOfAThumbnailAreNotThePictures() {
    let block = EXIFSamples.phone(isBigEndian: false)
    let bytes = JPEGBuilder.flat(
      width: 40, height: 24, applicationSegments: [(0xE1, JPEGBuilder.exif(block))]
    ).bytes
    let header = ImageHeader(reading: bytes)
    #expect(header.storedSize == PixelSize(width: 40, height: 24))
    #expect(header.exif?.thumbnailSize == PixelSize(width: 16, height: 8))
    #expect(header.findings.isEmpty)
    #expect(header.trailers.isEmpty)
  }

  @Test func missingHuffmanTablesAreCorrupt() {
    var builder = JPEGBuilder()
    builder.startOfImage()
    builder.quantizationTable()
    builder.frame(width: 8, height: 8)
    builder.scan(data: [0x3F])
    builder.endOfImage()
    let header = ImageHeader(reading: builder.bytes)
    #expect(Self.messages(header, .corrupt) == ["a Huffman table is missing"])
    #expect(header.jpeg?.hasHuffmanTables == false)
  }

  @Test func missingQuantisationTableIsCorrupt() {
    var builder = JPEGBuilder()
    builder.startOfImage()
    builder.frame(width: 8, height: 8)
    builder.huffmanTables()
    builder.scan(data: [0x3F])
    builder.endOfImage()
    #expect(
      Self.messages(ImageHeader(reading: builder.bytes), .corrupt)
        == ["a quantisation table is missing"])
  }

  @Test func structureWithoutPictureIsCorrupt() {
    var builder = JPEGBuilder()
    builder.startOfImage()
    builder.endOfImage()
    #expect(
      Self.messages(ImageHeader(reading: builder.bytes), .corrupt) == ["there is no frame header"])
    builder = JPEGBuilder()
    builder.startOfImage()
    builder.frame(width: 8, height: 8)
    builder.endOfImage()
    #expect(
      Self.messages(ImageHeader(reading: builder.bytes), .corrupt) == ["there are no picture data"])
  }

  @Test func twoStartsAreCorrupt() {
    let bytes = JPEGBuilder.flat().bytes
    let header = ImageHeader(reading: [0xFF, 0xD8] + bytes)
    #expect(header.findings.map(\.kind) == [.corrupt])
    #expect(header.findings.first?.offset == 2)
  }

  @Test func anOverrunningSegmentOfAWholeFileIsCorrupt() {
    var bytes = JPEGBuilder.flat().bytes
    // The first segment's length follows SOI and its marker.
    bytes[4] = 0xFF
    #expect(ImageHeader(reading: bytes).findings.map(\.kind) == [.corrupt])
    #expect(ImageHeader(reading: Array(bytes.dropLast())).findings.map(\.kind) == [.truncated])
  }

  @Test func harmlessOdditiesAreQuirks() {
    var builder = JPEGBuilder()
    builder.startOfImage()
    builder.quantizationTable()
    builder.bytes += [0, 0, 0xFF, 0xFF]
    builder.frame(width: 8, height: 8)
    builder.huffmanTables()
    builder.scan(first: 0, last: 0, data: [0x3F])
    builder.endOfImage()
    let header = ImageHeader(reading: builder.bytes)
    #expect(header.findings.allSatisfy { $0.kind == .quirk })
    #expect(
      Self.messages(header, .quirk) == [
        "extra bytes before a marker", "scan parameters are odd for a sequential picture",
      ])
  }

  @Test func impossibleBytesInPictureDataAreCountedOnce() {
    var builder = JPEGBuilder.flat()
    builder.bytes.removeLast(2)
    for _ in 0..<9 { builder.bytes += [0x10, 0xFF, 0x30] }
    builder.endOfImage()
    let header = ImageHeader(reading: builder.bytes)
    #expect(header.findings.map(\.kind) == [.corrupt])
    #expect(header.findings.first?.count == 9)
  }

  @Test func rowsMayBeGivenBehindTheFirstScan() {
    var builder = JPEGBuilder()
    builder.startOfImage()
    builder.quantizationTable()
    builder.frame(width: 8, height: 0)
    builder.huffmanTables()
    builder.scan(data: [0x3F])
    builder.segment(0xDC, [0, 8])
    builder.endOfImage()
    let header = ImageHeader(reading: builder.bytes)
    #expect(header.storedSize == PixelSize(width: 8, height: 8))
    #expect(header.findings.map(\.kind) == [.quirk])
  }

  @Test func readsTheCreatorToolInBothForms() {
    let packets = [
      "<rdf:Description xmp:CreatorTool=\"Adobe &amp; Co &lt;2&gt;\"/>",
      "<xmp:CreatorTool>Adobe &amp; Co &lt;2&gt;</xmp:CreatorTool>",
      "CreatorTool <x:y a='CreatorTool'/><xap:CreatorTool >Adobe</xap:CreatorTool>",
    ]
    let expected = ["Adobe & Co <2>", "Adobe & Co <2>", nil]
    for (packet, tool) in zip(packets, expected) {
      let bytes = JPEGBuilder.flat(applicationSegments: [(0xE1, JPEGBuilder.xmp(packet))]).bytes
      let facts = ImageHeader(reading: bytes).jpeg
      if let tool { #expect(facts?.xmpCreatorTool == tool) }
      #expect(facts?.metadataByteCount == packet.utf8.count + 29)
      #expect(facts?.applicationSegments == ["APP1 http://ns.adobe.com/xap/1.0/"])
    }
  }

  @Test(arguments: [
    "<rdf:Description exif:UserComment='Screenshot'>",
    "<exif:UserComment>Screenshot</exif:UserComment>",
    """
    <exif:UserComment>
      <rdf:Alt> <rdf:li xml:lang="x-default">Screenshot</rdf:li> </rdf:Alt>
    </exif:UserComment>
    """,
  ])
  func readsTheUserCommentOfXMP(packet: String) {
    let bytes = JPEGBuilder.flat(applicationSegments: [(0xE1, JPEGBuilder.xmp(packet))]).bytes
    #expect(ImageHeader(reading: bytes).jpeg?.xmpUserComment == "Screenshot")
    let chunk = Array("XML:com.adobe.xmp\0\0\0\0\0\(packet)".utf8)
    let other = PNGBuilder.flat(chunks: [("iTXt", chunk)]).bytes
    #expect(ImageHeader(reading: other).png?.xmpUserComment == "Screenshot")
  }

  @Test func anEmptyElementHasNoText() {
    let packet = "<xmp:CreatorTool></xmp:CreatorTool><a>words</a>"
    let bytes = JPEGBuilder.flat(applicationSegments: [(0xE1, JPEGBuilder.xmp(packet))]).bytes
    let facts = ImageHeader(reading: bytes).jpeg
    #expect(facts != nil)
    #expect(facts?.xmpCreatorTool == nil)
  }

  @Test func densityComesFromEXIFWhereJFIFHasARatio() {
    let block = EXIFSamples.phone(isBigEndian: true)
    for (unit, horizontal) in [(UInt8(0), 72.0), (1, 300), (2, 762)] {
      let bytes = JPEGBuilder.flat(applicationSegments: [
        (0xE0, JPEGBuilder.jfif(unit: unit, horizontal: 300, vertical: 300)),
        (0xE1, JPEGBuilder.exif(block)),
      ]).bytes
      #expect(ImageHeader(reading: bytes).density?.horizontal == horizontal)
    }
  }

  @Test func hostileSegmentCountsStaySmall() {
    var builder = JPEGBuilder()
    builder.startOfImage()
    for index in 0..<5000 { builder.segment(0xEF, Array("name \(index)\0".utf8)) }
    for marker in 0x02..<0xC0 { builder.marker(UInt8(marker)) }
    builder.endOfImage()
    let header = ImageHeader(reading: builder.bytes)
    #expect(header.jpeg?.applicationSegments.count == 256)
    #expect(header.findings.count <= FindingLog.maximumCount)
  }
}
