import Clearframe
import Testing

@Suite struct PNGDecodingTests {
  static let variants: [(PNGFacts.ColorType, Int)] = [
    (.gray, 1), (.gray, 2), (.gray, 4), (.gray, 8), (.gray, 16), (.rgb, 8), (.rgb, 16),
    (.palette, 1), (.palette, 2), (.palette, 4), (.palette, 8), (.grayAlpha, 8), (.grayAlpha, 16),
    (.rgbAlpha, 8), (.rgbAlpha, 16),
  ]

  @Test(
    "Every colour type, depth and interlacing comes out as libpng's own RGBA on white",
    arguments: PNGDecodingTests.variants, [false, true])
  func variant(_ kind: (PNGFacts.ColorType, Int), isInterlaced: Bool) throws {
    for (width, height) in [(53, 37), (1, 1), (5, 3), (64, 16)] {
      for hasColorKey in [false, true] {
        if hasColorKey && (kind.0 == .grayAlpha || kind.0 == .rgbAlpha) { continue }
        let sample = try #require(
          PNGSample(
            width: width, height: height, colorType: kind.0, bitDepth: kind.1,
            isInterlaced: isInterlaced, hasColorKey: hasColorKey))
        let rgba = try #require(sample.reference())
        var rgb: [UInt8] = []
        var isOpaque = true
        for start in stride(from: 0, to: rgba.count, by: 4) {
          let alpha = Double(rgba[start + 3]) / 255
          isOpaque = isOpaque && alpha == 1
          for channel in 0..<3 {
            let mixed = Double(rgba[start + channel]) * alpha + 255 * (1 - alpha)
            rgb.append(UInt8(mixed.rounded()))
          }
        }
        let expected = ReferencePlanes(rgb: rgb, width: width, height: height)
        var planes = PlaneCollector()
        let outcome = decode(sample.bytes, sample.header, into: &planes)
        #expect(outcome.findings.isEmpty)
        #expect(outcome.decodedRows == height)
        #expect(outcome.isCompositedOnWhite == !isOpaque)
        #expect(planes.areBandsInOrder)
        #expect(ReferencePlanes.distance(planes.luma, expected.luma) < 0.52)
        if PictureDecoder.hasChroma(sample.header) {
          #expect(ReferencePlanes.distance(planes.blue, expected.blue) < 0.52)
          #expect(ReferencePlanes.distance(planes.red, expected.red) < 0.52)
        } else {
          #expect(planes.blue.isEmpty)
        }
      }
    }
  }

  @Test("A cut PNG keeps the rows before the cut", arguments: [0.02, 0.3, 0.6, 0.95])
  func cut(part: Double) throws {
    let sample = try #require(
      PNGSample(width: 200, height: 160, colorType: .rgb, bitDepth: 8))
    var whole = PlaneCollector()
    _ = decode(sample.bytes, sample.header, into: &whole)
    let kept = Array(sample.bytes.prefix(Int(Double(sample.bytes.count) * part)))
    var planes = PlaneCollector()
    let outcome = decode(kept, sample.header, into: &planes)
    #expect(outcome.findings.map(\.kind) == [.truncated])
    #expect(outcome.decodedRows == planes.rows)
    #expect(Double(outcome.decodedRows) < 160 * min(1, part + 0.1))
    #expect(part < 0.1 || Double(outcome.decodedRows) > 160 * (part - 0.15))
    #expect(planes.luma == Array(whole.luma.prefix(planes.luma.count)))
  }

  @Test("A cut interlaced PNG hands out only rows that the last pass completed")
  func cutInterlaced() throws {
    let sample = try #require(
      PNGSample(width: 200, height: 160, colorType: .rgb, bitDepth: 8, isInterlaced: true))
    var whole = PlaneCollector()
    _ = decode(sample.bytes, sample.header, into: &whole)
    for (part, isEmpty) in [(0.2, true), (0.8, false)] {
      let kept = Array(sample.bytes.prefix(Int(Double(sample.bytes.count) * part)))
      var planes = PlaneCollector()
      let outcome = decode(kept, sample.header, into: &planes)
      #expect(outcome.findings.map(\.kind) == [.truncated])
      #expect((outcome.decodedRows == 0) == isEmpty)
      #expect(planes.luma == Array(whole.luma.prefix(planes.luma.count)))
    }
  }

  @Test("A PNG without its closing chunk is truncated but complete")
  func missingEnd() throws {
    for isInterlaced in [false, true] {
      let sample = try #require(
        PNGSample(
          width: 60, height: 40, colorType: .rgb, bitDepth: 8, isInterlaced: isInterlaced))
      var planes = PlaneCollector()
      let outcome = decode(Array(sample.bytes.dropLast(12)), sample.header, into: &planes)
      #expect(outcome.findings.map(\.kind) == [.truncated])
      #expect(outcome.decodedRows == 40)
    }
  }

  @Test("A damaged deflate stream is corrupt and keeps the rows before the damage")
  func damagedStream() throws {
    let sample = try #require(
      PNGSample(width: 200, height: 160, colorType: .rgb, bitDepth: 8))
    var whole = PlaneCollector()
    _ = decode(sample.bytes, sample.header, into: &whole)
    var damaged = sample.bytes
    let middle = damaged.count / 2
    for index in middle..<middle + 64 { damaged[index] = 0xFF }
    var planes = PlaneCollector()
    let outcome = decode(damaged, sample.header, into: &planes)
    #expect(outcome.findings.contains { $0.kind == .corrupt })
    #expect(outcome.decodedRows < 160)
    let sound = outcome.decodedRows / 2 * 200
    #expect(planes.luma.prefix(sound).elementsEqual(whole.luma.prefix(sound)))
  }

  @Test("Apple's private variant is refused with a reason")
  func appleVariant() throws {
    var sample = try #require(PNGSample(width: 8, height: 8, colorType: .rgb, bitDepth: 8))
    sample.header.png?.isAppleOptimized = true
    var planes = PlaneCollector()
    let outcome = decode(sample.bytes, sample.header, into: &planes)
    #expect(outcome.unsupportedReason?.contains("CgBI") == true)
    #expect(planes.rows == 0)
  }
}
