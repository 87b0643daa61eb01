import CTestCodecs
import Clearframe
import Testing

@Suite struct DecoderLimitTests {
  @Test("Three hundred scans are over the limit by the header")
  func scansByHeader() throws {
    let sample = try #require(
      JPEGSample(
        width: 64, height: 64, input: CTEST_RGB, stored: CTEST_YCBCR, progressiveScans: 300))
    let exceeded = try #require(LimitCheck.exceeded(by: sample.header, limits: Limits()))
    #expect(exceeded.subject == "progressive scans")
    #expect(exceeded.value == 300 && exceeded.limit == 200)
  }

  @Test("The decoder counts scans itself")
  func scansByDecoder() throws {
    let sample = try #require(
      JPEGSample(
        width: 64, height: 64, input: CTEST_RGB, stored: CTEST_YCBCR, progressiveScans: 300))
    var planes = PlaneCollector()
    let stopped = decode(sample.bytes, sample.header, into: &planes)
    #expect(stopped.exceededLimit?.subject == "progressive scans")
    #expect(planes.rows == 0)
    let free = decode(
      sample.bytes, sample.header, limits: Limits(maximumScans: 300), into: &planes)
    #expect(free.exceededLimit == nil && free.findings.isEmpty && free.decodedRows == 64)
  }

  @Test("Scans times pixels are limited; ordinary progressive pictures are far below")
  func scanWork() {
    var header = ImageHeader(format: .jpeg, byteCount: 1_000)
    var facts = JPEGFacts()
    facts.process = .progressive
    facts.components = [
      .init(identifier: 1, horizontalSampling: 1, verticalSampling: 1, quantizationTable: 0)
    ]
    for (width, height, scans, isAllowed) in [
      (14_000, 14_000, 200, false), (14_000, 14_000, 16, false), (14_000, 14_000, 15, true),
      (10_000, 10_000, 30, true), (10_000, 10_000, 31, false), (4_000, 3_000, 200, true),
      (65_500, 3_000, Int.max, false),
    ] {
      facts.scanCount = scans
      header.jpeg = facts
      header.storedSize = PixelSize(width: width, height: height)
      let limits = Limits(maximumScans: .max)
      let exceeded = LimitCheck.exceeded(by: header, limits: limits)
      #expect((exceeded == nil) == isAllowed, "\(scans) scans of \(width) x \(height)")
      if !isAllowed { #expect(exceeded?.subject == "pixels in all scans together") }
    }
  }

  @Test("Coefficients and interlaced rows keep to the memory limit")
  func memory() throws {
    let jpeg = try #require(
      JPEGSample(
        width: 640, height: 480, input: CTEST_RGB, stored: CTEST_YCBCR, progressiveScans: 1))
    let png = try #require(
      PNGSample(width: 640, height: 480, colorType: .rgb, bitDepth: 8, isInterlaced: true))
    let coefficients = 640 * 480 * 3 / 2 * 2
    let rows = 640 * 480 * 3
    for (bytes, header, need) in [
      (jpeg.bytes, jpeg.header, coefficients), (png.bytes, png.header, rows),
    ] {
      let estimate = LimitCheck.estimatedDecoderMemory(for: header)
      #expect(estimate >= need && estimate < need + 200_000)
      let tight = Limits(maximumDecoderMemory: need / 2)
      #expect(LimitCheck.exceeded(by: header, limits: tight)?.subject == "decoder memory")
      var planes = PlaneCollector()
      let stopped = decode(bytes, header, limits: tight, into: &planes)
      #expect(stopped.exceededLimit?.subject == "decoder memory")
      #expect(planes.rows == 0)
      let wide = Limits(maximumDecoderMemory: need + 1_000_000)
      let free = decode(bytes, header, limits: wide, into: &planes)
      #expect(free.exceededLimit == nil && free.decodedRows == 480)
    }
  }

  @Test("A streamed picture needs a band, not its area")
  func streamedEstimate() {
    var header = ImageHeader(format: .jpeg, byteCount: 1_000)
    header.storedSize = PixelSize(width: 10_000, height: 10_000)
    var facts = JPEGFacts()
    facts.process = .baseline
    facts.scanCount = 1
    facts.components = [
      .init(identifier: 1, horizontalSampling: 2, verticalSampling: 2, quantizationTable: 0)
    ]
    header.jpeg = facts
    #expect(LimitCheck.estimatedDecoderMemory(for: header) < 4_000_000)
    #expect(LimitCheck.exceeded(by: header, limits: Limits()) == nil)
  }

  @Test("Each limit holds at its value and is exceeded one above")
  func boundaries() {
    var header = ImageHeader(format: .png, byteCount: 5_000)
    header.storedSize = PixelSize(width: 300, height: 200)
    var facts = PNGFacts()
    facts.colorType = .rgb
    facts.largestAncillaryByteCount = 700
    header.png = facts
    let exact = Limits(
      maximumPixels: 60_000, maximumSideLength: 300, maximumAncillaryBytes: 700,
      maximumFileBytes: 5_000)
    #expect(LimitCheck.exceeded(by: header, limits: exact) == nil)
    var changes: [(String, Limits)] = []
    var changed = exact
    changed.maximumPixels -= 1
    changes.append(("pixels", changed))
    changed = exact
    changed.maximumSideLength -= 1
    changes.append(("side length", changed))
    changed = exact
    changed.maximumAncillaryBytes -= 1
    changes.append(("bytes of one ancillary chunk", changed))
    changed = exact
    changed.maximumFileBytes -= 1
    changes.append(("file bytes", changed))
    for (subject, limits) in changes {
      let exceeded = LimitCheck.exceeded(by: header, limits: limits)
      #expect(exceeded?.subject == subject)
      #expect(exceeded.map { $0.value == $0.limit + 1 } == true)
    }
    header.png = nil
    header.jpeg = JPEGFacts()
    header.jpeg?.metadataByteCount = 701
    #expect(
      LimitCheck.exceeded(by: header, limits: exact)?.subject == "bytes of one ancillary chunk")
  }

  @Test("Sizes that do not fit into a number are over the limit, not a trap")
  func overflow() {
    var header = ImageHeader(format: .jpeg, byteCount: 100)
    header.storedSize = PixelSize(width: Int.max, height: Int.max)
    header.jpeg = JPEGFacts()
    header.jpeg?.process = .progressive
    header.jpeg?.components = [
      .init(identifier: 1, horizontalSampling: 4, verticalSampling: 4, quantizationTable: 0)
    ]
    #expect(LimitCheck.exceeded(by: header, limits: Limits()) != nil)
    #expect(LimitCheck.estimatedDecoderMemory(for: header) == Int.max)
  }

  @Test("A header that claims 65,500 by 65,500 costs nothing")
  func hugeClaim() throws {
    var sample = try #require(
      JPEGSample(
        width: 64, height: 64, input: CTEST_RGB, stored: CTEST_YCBCR, progressiveScans: 1))
    let frame = try #require(firstIndex(of: 0xC2, in: sample.bytes))
    sample.bytes.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
    sample.header.storedSize = PixelSize(width: 65_500, height: 65_500)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(LimitCheck.exceeded(by: sample.header, limits: Limits())?.subject == "pixels")
      // And behind a check that was left out, the decoder refuses to allocate it.
      var planes = PlaneCollector()
      let outcome = decode(sample.bytes, sample.header, into: &planes)
      #expect(outcome.exceededLimit?.subject == "decoder memory")
    }
    #expect(time < .milliseconds(500))
  }

  @Test("A chunk bomb in an ancillary chunk is skipped, not inflated")
  func ancillaryBomb() throws {
    let sample = try #require(PNGSample(width: 40, height: 30, colorType: .rgb, bitDepth: 8))
    // The content does not matter to a decoder that skips the chunk; the CRC is not its business.
    let payload = Array("profile".utf8) + [0, 0] + [UInt8](repeating: 0x78, count: 5_000)
    let chunk =
      withUnsafeBytes(of: UInt32(payload.count).bigEndian, Array.init) + Array("iCCP".utf8)
      + payload + [0, 0, 0, 0]
    var planes = PlaneCollector()
    let outcome = decode(
      Array(sample.bytes.prefix(33)) + chunk + Array(sample.bytes.dropFirst(33)), sample.header,
      into: &planes)
    #expect(outcome.findings.isEmpty && outcome.decodedRows == 30)
  }
}
