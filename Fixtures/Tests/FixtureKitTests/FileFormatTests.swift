import FixtureKit
import Testing

@Suite struct FileFormatTests {
  private static let picture: Bitmap = {
    var photo = MockPhoto(width: 96, height: 72)
    photo.seed = 3
    return photo.draw()
  }()

  @Test func theSameSeedDrawsTheSamePicture() {
    var photo = MockPhoto(width: 40, height: 30)
    let first = photo.draw()
    #expect(photo.draw() == first)
    photo.seed = 2
    #expect(photo.draw() != first)
  }

  @Test func pngTakenApartGivesTheSameBytes() throws {
    let bytes = try PNGEncoder().encode(Self.picture)
    let file = PNGFile(bytes)
    #expect(file.bytes == bytes)
    #expect(file.chunks.first?.type == "IHDR")
    #expect(file.chunks.last?.type == "IEND")
  }

  @Test func brokenChecksumChangesFourBytesOfOneChunk() throws {
    let bytes = try PNGEncoder().encode(Self.picture)
    var file = PNGFile(bytes)
    file.breakChecksum(of: "IHDR")
    let broken = file.bytes
    let changed = zip(bytes, broken).enumerated().filter { $0.element.0 != $0.element.1 }
    #expect(broken.count == bytes.count)
    #expect(changed.map(\.offset).allSatisfy { (29..<33).contains($0) })
    #expect(!changed.isEmpty)
  }

  @Test func jpegMarkersAreFound() throws {
    var encoder = JPEGEncoder()
    encoder.restartInterval = 2
    encoder.segments = [JPEGEncoder.Segment(0xE5, [1, 2, 3])]
    let file = JPEGFile(try encoder.encode(Self.picture))
    #expect(file.markers.first?.code == 0xD8)
    #expect(file.markers.last?.code == 0xD9)
    #expect(file.first(0xE5).end - file.first(0xE5).offset == 7)
    #expect(file.frame.code == 0xC0)
    // 96 by 72 in 4:2:0 has 6 by 5 MCUs: a marker after every second one but the last.
    #expect(file.restartOffsets.count == 14)
    #expect(JPEGFile(file.removing(0xC4)).markers.allSatisfy { $0.code != 0xC4 })
  }

  @Test func claimedSizeStandsInTheFrameHeader() throws {
    let file = JPEGFile(try JPEGEncoder().encode(Self.picture))
    let lying = file.claiming(width: 0x1234, height: 0x5678)
    #expect(lying.bigEndian16(at: file.frame.offset + 5) == 0x5678)
    #expect(lying.bigEndian16(at: file.frame.offset + 7) == 0x1234)
  }

  @Test(arguments: [true, false])
  func exifThumbnailLiesWhereItsTagSays(isBigEndian: Bool) {
    var block = EXIFBlock()
    block.isBigEndian = isBigEndian
    block.make = "Specimen"
    block.exposureDenominator = 60
    block.thumbnail = [0xFF, 0xD8, 0xFF, 0xD9]
    let tiff = block.tiff
    #expect(tiff.suffix(4) == [0xFF, 0xD8, 0xFF, 0xD9])
    var offset: [UInt8] = []
    if isBigEndian {
      offset.appendBigEndian(UInt32(tiff.count - 4))
    } else {
      offset.appendLittleEndian(UInt32(tiff.count - 4))
    }
    let windows = (0...tiff.count - 4).map { Array(tiff[$0..<$0 + 4]) }
    #expect(windows.contains(offset))
  }

  @Test func multiPictureIndexPointsAtTheSecondPicture() throws {
    let primary = try JPEGEncoder().encode(Self.picture)
    let both = Trailers.multiPicture(primary: primary, second: primary)
    let index = JPEGFile(both).first(0xE2)
    let header = index.offset + 8
    // The second entry's offset counts from the index's own header.
    let second = header + Int(both.bigEndian32(at: index.end - 8))
    #expect(Array(both[second...]) == primary)
  }
}
