import FixtureKit
import Testing

@Suite struct EncoderTests {
  @Test func jpegOpensAndCloses() throws {
    let bytes = try JPEGEncoder().encode(Bitmap(width: 33, height: 17, color: [9, 200, 31]))
    #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF, 0xE0]))
    #expect(bytes.suffix(2) == [0xFF, 0xD9])
  }

  @Test func pngOpensAndCloses() throws {
    let bytes = try PNGEncoder().encode(Bitmap(width: 33, height: 17, color: [9, 200, 31]))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(bytes.suffix(4) == [0xAE, 0x42, 0x60, 0x82])
  }

  @Test func channelsMustFitTheColor() {
    #expect(throws: EncodingError.self) {
      try JPEGEncoder().encode(Bitmap(width: 8, height: 8, color: [0]))
    }
  }
}
