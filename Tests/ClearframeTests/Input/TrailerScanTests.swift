import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct TrailerScanTests {
  private static let picture = JPEGBuilder.flat().bytes

  private static func video() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(bigEndian32: 24)
    bytes.append("ftypmp42\0\0\0\0isommp42")
    bytes.append(bigEndian32: 108)
    bytes.append("mdat")
    return bytes + [UInt8](repeating: 0x55, count: 100)
  }

  private static func kinds(_ bytes: [UInt8]) -> [FileTrailer.Kind] {
    ImageHeader(reading: bytes).trailers.map(\.kind)
  }

  /// A picture whose index lists `further` pictures of the given sizes behind it.
  private static func indexed(_ further: [[UInt8]], xmp: String? = nil) -> [UInt8] {
    func build(offsets: [Int]) -> (bytes: [UInt8], base: Int) {
      var block: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
      block.append(bigEndian16: 1)
      block.append(bigEndian16: 0xB002)
      block.append(bigEndian16: 7)
      block.append(bigEndian32: 16 * (further.count + 1))
      block.append(bigEndian32: 26)
      block.append(bigEndian32: 0)
      for (size, offset) in zip([0] + further.map(\.count), [0] + offsets) {
        block.append(bigEndian32: 0)
        block.append(bigEndian32: size)
        block.append(bigEndian32: offset)
        block.append(bigEndian32: 0)
      }
      var segments: [(marker: UInt8, payload: [UInt8])] = [(0xE2, Array("MPF\0".utf8) + block)]
      // The index comes first, so that its position is known: SOI, marker, length, letters.
      if let xmp { segments.append((0xE1, JPEGBuilder.xmp(xmp))) }
      return (JPEGBuilder.flat(applicationSegments: segments).bytes, 2 + 2 + 2 + 4)
    }
    let size = build(offsets: further.map { _ in 1 }).bytes.count
    var offset = size - 10
    var offsets: [Int] = []
    for picture in further {
      offsets.append(offset)
      offset += picture.count
    }
    return build(offsets: offsets).bytes + further.flatMap { $0 }
  }

  @Test func nothingFollows() {
    #expect(Self.kinds(Self.picture).isEmpty)
  }

  @Test func offsetsAndSizesCoverTheTrailer() {
    let garbage: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    let header = ImageHeader(reading: Self.picture + garbage + Self.picture + Self.video())
    #expect(
      header.trailers == [
        FileTrailer(kind: .unknown, offset: Self.picture.count, byteCount: 9),
        FileTrailer(
          kind: .undeclaredJPEG, offset: Self.picture.count + 9, byteCount: Self.picture.count),
        FileTrailer(
          kind: .motionPhoto, offset: 2 * Self.picture.count + 9, byteCount: Self.video().count),
      ])
    #expect(header.findings.isEmpty)
  }

  @Test func namesSimpleTrailers() {
    #expect(Self.kinds(Self.picture + [0, 0, 0]) == [.padding])
    #expect(Self.kinds(Self.picture + Array("\r\n ".utf8)) == [.padding])
    #expect(Self.kinds(Self.picture + Array("PK\u{3}\u{4}rest".utf8)) == [.zip])
    #expect(Self.kinds(Self.picture + Array("any words".utf8)) == [.unknown])
    #expect(Self.kinds(Self.picture + Self.picture) == [.undeclaredJPEG])
    #expect(Self.kinds(Self.picture + [0, 0] + Self.picture) == [.padding, .undeclaredJPEG])
    #expect(Self.kinds(Self.picture + Self.picture.dropLast(2)) == [.undeclaredJPEG])
    #expect(Self.kinds(Self.picture + Array("vivo{\"a\":1}".utf8)) == [.makerBlock])
    #expect(Self.kinds(PNGBuilder.flat().bytes + Self.picture) == [.undeclaredJPEG])
    #expect(Self.kinds(PNGBuilder.flat().bytes + [0x78, 0x9C, 1]) == [.unknown])
  }

  @Test func namesVideosWithAndWithoutDeclaration() {
    #expect(Self.kinds(Self.picture + Self.video()) == [.motionPhoto])
    #expect(
      Self.kinds(Self.picture + Array("MotionPhoto_Data".utf8) + Self.video()) == [.motionPhoto])
    #expect(Self.kinds(Self.picture + [9, 9, 9] + Self.video()) == [.unknown, .motionPhoto])
  }

  @Test func namesFurtherPicturesOfAnIndex() {
    let second = JPEGBuilder.flat(width: 8, height: 8).bytes
    let third = JPEGBuilder.flat(width: 8, height: 24, componentCount: 3).bytes
    #expect(Self.kinds(Self.indexed([second, third])) == [.multiPicture, .multiPicture])
    let undeclared = Self.indexed([second]) + JPEGBuilder.flat(width: 48, height: 80).bytes
    #expect(Self.kinds(undeclared) == [.multiPicture, .undeclaredJPEG])
  }

  @Test func namesGainMaps() {
    let map = JPEGBuilder.flat(
      width: 8, height: 8,
      applicationSegments: [(0xE1, JPEGBuilder.xmp("<x hdrgm:Version=\"1.0\"/>"))]
    ).bytes
    let container = """
      <rdf:Description hdrgm:Version="1.0"><Container:Directory>
      <Container:Item Item:Semantic="Primary" Item:Mime="image/jpeg"/>
      <Container:Item Item:Semantic="GainMap" Item:Mime="image/jpeg" Item:Length="\(map.count)"/>
      """
    #expect(Self.kinds(Self.indexed([map])) == [.gainMap])
    #expect(Self.kinds(Self.indexed([map], xmp: container)) == [.gainMap])
    let withoutIndex = JPEGBuilder.flat(
      applicationSegments: [(0xE1, JPEGBuilder.xmp(container))]
    ).bytes
    #expect(Self.kinds(withoutIndex + map) == [.gainMap])
    #expect(Self.kinds(withoutIndex + map + Self.video()) == [.gainMap, .motionPhoto])
    #expect(Self.kinds(Self.picture + map) == [.undeclaredJPEG])
  }

  @Test func namesSamsungBlocks() {
    func block(_ name: String, _ data: [UInt8]) -> [UInt8] {
      var body: [UInt8] = [0, 0, 1, 0x0A]
      body.append(littleEndian32: name.utf8.count)
      body.append(name)
      body += data
      var bytes = body
      bytes.append("SEFH")
      bytes.append(littleEndian32: 106)
      bytes.append(littleEndian32: 1)
      bytes += [0, 0, 1, 0x0A]
      bytes.append(littleEndian32: body.count)
      bytes.append(littleEndian32: body.count)
      bytes.append(littleEndian32: 24)
      bytes.append("SEFT")
      return bytes
    }
    let time = block("Image_UTC_Data", Array("1768469649722".utf8))
    #expect(Self.kinds(Self.picture + time) == [.makerBlock])
    #expect(Self.kinds(Self.picture + block("MotionPhoto_Data", Self.video())) == [.motionPhoto])
    #expect(Self.kinds(Self.picture + Self.video() + time) == [.motionPhoto, .makerBlock])
    #expect(Self.kinds(Self.picture + Self.picture + time) == [.undeclaredJPEG, .makerBlock])
    // A directory that lies about itself is no block.
    let lie = Self.picture + [1, 2, 3] + [0xFF, 0xFF, 0xFF, 0xFF] + Array("SEFT".utf8)
    #expect(Self.kinds(lie) == [.unknown])
  }

  @Test func manyPartsAreLumped() {
    let header = ImageHeader(
      reading: Self.picture + (0..<100).flatMap { _ in Self.picture + [1, 2, 3] })
    #expect(header.trailers.count == 17)
    #expect(header.trailers.reduce(0) { $0 + $1.byteCount } == 100 * (Self.picture.count + 3))
  }
}
