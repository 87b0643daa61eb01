import CTestCodecs
import Clearframe
import Testing

@Suite struct JPEGDamageTests {
  private func makeSample(
    progressiveScans: Int = 0, restartInterval: Int = 0, hasScanPerComponent: Bool = false
  ) throws -> JPEGSample {
    try #require(
      JPEGSample(
        width: 320, height: 240, input: CTEST_RGB, stored: CTEST_YCBCR,
        progressiveScans: progressiveScans, hasScanPerComponent: hasScanPerComponent,
        restartInterval: restartInterval))
  }

  @Test("A cut baseline file is truncated; the rows before the cut are right", arguments: 1..<20)
  func cut(twentieth: Int) throws {
    let sample = try makeSample()
    var whole = PlaneCollector()
    _ = decode(sample.bytes, sample.header, into: &whole)
    let start = try #require(startOfScanData(in: sample.bytes))
    let length = start + (sample.bytes.count - start) * twentieth / 20
    var planes = PlaneCollector()
    let outcome = decode(Array(sample.bytes.prefix(length)), sample.header, into: &planes)
    #expect(outcome.findings.map(\.kind) == [.truncated])
    #expect(outcome.findings.first?.offset == length)
    #expect(outcome.decodedRows == planes.rows)
    #expect(abs(outcome.decodedRows - 240 * twentieth / 20) <= 32)
    #expect(outcome.decodedRows <= 240 * twentieth / 20 + 16)
    #expect(planes.luma == Array(whole.luma.prefix(planes.luma.count)))
    #expect(planes.blue == Array(whole.blue.prefix(planes.blue.count)))
  }

  @Test("A file without its end marker is truncated but complete", arguments: [0, 1])
  func missingEndMarker(progressiveScans: Int) throws {
    let sample = try makeSample(progressiveScans: progressiveScans)
    var planes = PlaneCollector()
    let outcome = decode(Array(sample.bytes.dropLast(2)), sample.header, into: &planes)
    #expect(outcome.findings.map(\.kind) == [.truncated])
    #expect(outcome.decodedRows == 240)
  }

  @Test("A file closed in the middle is corrupt: it ends as a file should", arguments: [0, 1])
  func closedEarly(progressiveScans: Int) throws {
    let sample = try makeSample(progressiveScans: progressiveScans)
    let start = try #require(startOfScanData(in: sample.bytes))
    let length = start + (sample.bytes.count - start) / (progressiveScans == 0 ? 2 : 40)
    var planes = PlaneCollector()
    let outcome = decode(
      Array(sample.bytes.prefix(length)) + [0xFF, 0xD9], sample.header, into: &planes)
    #expect(Set(outcome.findings.map(\.kind)) == [.corrupt])
    #expect(outcome.decodedRows < 240)
  }

  @Test("A progressive file cut in a later scan still shows every row, coarsely")
  func cutProgressive() throws {
    let sample = try makeSample(progressiveScans: 1)
    for (part, rows) in [(3, 240), (4, 240)] {
      var planes = PlaneCollector()
      let outcome = decode(
        Array(sample.bytes.prefix(sample.bytes.count * part / 5)), sample.header, into: &planes)
      #expect(outcome.findings.map(\.kind) == [.truncated])
      #expect(outcome.decodedRows == rows)
    }
    let start = try #require(startOfScanData(in: sample.bytes))
    var planes = PlaneCollector()
    let outcome = decode(Array(sample.bytes.prefix(start + 400)), sample.header, into: &planes)
    #expect(outcome.findings.map(\.kind) == [.truncated])
    #expect(outcome.decodedRows < 240)
  }

  @Test("A file cut before its last components began hands out nothing")
  func cutBetweenComponents() throws {
    let sample = try makeSample(hasScanPerComponent: true)
    var planes = PlaneCollector()
    let outcome = decode(
      Array(sample.bytes.prefix(sample.bytes.count / 2)), sample.header, into: &planes)
    #expect(outcome.findings.map(\.kind) == [.truncated])
    #expect(outcome.decodedRows == 0 && planes.rows == 0)
  }

  @Test("A file closed before its last components began is corrupt too")
  func closedBetweenComponents() throws {
    let sample = try makeSample(hasScanPerComponent: true)
    let scans = sample.bytes.indices.dropLast().filter {
      sample.bytes[$0] == 0xFF && sample.bytes[$0 + 1] == 0xDA
    }
    let last = try #require(scans.last)
    var planes = PlaneCollector()
    let outcome = decode(
      Array(sample.bytes.prefix(last)) + [0xFF, 0xD9], sample.header, into: &planes)
    #expect(outcome.findings.map(\.kind) == [.corrupt])
    #expect(outcome.decodedRows == 0 && planes.rows == 0)
  }

  @Test("Zeros over scan data are corrupt; the rows before them are right")
  func zeroRun() throws {
    let sample = try makeSample()
    var whole = PlaneCollector()
    _ = decode(sample.bytes, sample.header, into: &whole)
    var damaged = sample.bytes
    let middle = damaged.count / 2
    for index in middle..<middle + 4_000 { damaged[index] = 0 }
    var planes = PlaneCollector()
    let outcome = decode(damaged, sample.header, into: &planes)
    #expect(outcome.findings.contains { $0.kind == .corrupt || $0.kind == .truncated })
    let sound = min(planes.luma.count, 320 * 96)
    #expect(planes.luma.prefix(sound).elementsEqual(whole.luma.prefix(sound)))
  }

  @Test("A restart marker that is gone or swapped is corrupt")
  func restartMarkers() throws {
    let sample = try makeSample(restartInterval: 20)
    let third = try #require(firstIndex(of: 0xD2, in: sample.bytes))
    var without = sample.bytes
    without.removeSubrange(third..<third + 2)
    var swapped = sample.bytes
    swapped[third + 1] = 0xD6
    for damaged in [without, swapped] {
      var planes = PlaneCollector()
      let outcome = decode(damaged, sample.header, into: &planes)
      #expect(outcome.findings.contains { $0.kind == .corrupt })
      #expect(outcome.decodedRows < 240)
    }
  }

  @Test("Padding before the end marker is a quirk; left-over scan data are corrupt")
  func leftovers() throws {
    let sample = try makeSample()
    let body = Array(sample.bytes.dropLast(2))
    let padding = [UInt8](repeating: 0, count: 500)
    let leftover = (0..<100).map { UInt8($0 + 1) }
    for (extra, kind) in [(padding, IntegrityFinding.Kind.quirk), (leftover, .corrupt)] {
      var planes = PlaneCollector()
      let outcome = decode(body + extra + [0xFF, 0xD9], sample.header, into: &planes)
      #expect(outcome.findings.map(\.kind) == [kind])
      #expect(outcome.decodedRows == 240)
    }
  }

  @Test("Stray bytes in the header and odd scan parameters are quirks")
  func harmless() throws {
    let sample = try makeSample()
    let tables = try #require(firstIndex(of: 0xDB, in: sample.bytes))
    var stray = sample.bytes
    stray.insert(contentsOf: [0, 0, 0], at: tables)
    // Phones of one maker leave zeros in Ss, Se, Ah and Al of a baseline scan.
    var parameters = sample.bytes
    let start = try #require(startOfScanData(in: sample.bytes))
    parameters[start - 2] = 0
    for bytes in [stray, parameters] {
      var planes = PlaneCollector()
      let outcome = decode(bytes, sample.header, into: &planes)
      #expect(outcome.findings.map(\.kind) == [.quirk])
      #expect(outcome.decodedRows == 240)
    }
  }

  @Test("A file without Huffman tables is corrupt", arguments: [0, 1])
  func missingTables(progressiveScans: Int) throws {
    let sample = try makeSample(progressiveScans: progressiveScans)
    var bytes = sample.bytes
    while let marker = firstIndex(of: 0xC4, in: bytes) {
      bytes.removeSubrange(
        marker..<marker + 2 + Int(bytes[marker + 2]) << 8 + Int(bytes[marker + 3]))
    }
    var planes = PlaneCollector()
    let outcome = decode(bytes, sample.header, into: &planes)
    #expect(outcome.findings.contains { $0.kind == .corrupt && $0.message.contains("Huffman") })
  }

  @Test("Two start markers are corrupt, not a crash")
  func twoStartMarkers() throws {
    let sample = try makeSample()
    var planes = PlaneCollector()
    let outcome = decode([0xFF, 0xD8] + sample.bytes, sample.header, into: &planes)
    #expect(outcome.findings.map(\.kind) == [.corrupt])
    #expect(outcome.decodedRows == 0)
  }

  @Test("Arithmetic, lossless, hierarchical and deep files are refused with a reason")
  func unsupported() throws {
    let arithmetic = try #require(
      JPEGSample(
        width: 64, height: 64, input: CTEST_RGB, stored: CTEST_YCBCR, isArithmetic: true))
    var planes = PlaneCollector()
    let refused = decode(arithmetic.bytes, arithmetic.header, into: &planes)
    #expect(refused.unsupportedReason?.contains("arithmetic") == true)
    // The same where the header stage did not notice.
    var unnoticed = arithmetic.header
    unnoticed.jpeg?.process = .baseline
    #expect(decode(arithmetic.bytes, unnoticed, into: &planes).unsupportedReason != nil)

    var deep = try makeSample()
    let frame = try #require(firstIndex(of: 0xC0, in: deep.bytes))
    deep.bytes[frame + 4] = 12
    #expect(decode(deep.bytes, deep.header, into: &planes).unsupportedReason != nil)
    deep.header.jpeg?.precision = 12
    let reason = decode(deep.bytes, deep.header, into: &planes).unsupportedReason
    #expect(reason?.contains("12 bits") == true)

    for marker in [UInt8(0xC3), 0xC5, 0xC7, 0xCB] {
      var other = try makeSample()
      other.bytes[frame + 1] = marker
      let outcome = decode(other.bytes, other.header, into: &planes)
      #expect(outcome.unsupportedReason != nil && outcome.findings.isEmpty)
    }
    #expect(planes.rows == 0)
  }

  @Test("A picture that differs from the header's never reaches the consumer")
  func anotherPicture() throws {
    let sample = try makeSample()
    var header = sample.header
    header.storedSize = PixelSize(width: 320, height: 256)
    var planes = PlaneCollector()
    let outcome = decode(sample.bytes, header, into: &planes)
    #expect(outcome.findings.map(\.kind) == [.corrupt])
    #expect(planes.rows == 0)
  }

  @Test("Files of a few bytes say that the data end", arguments: 0..<40)
  func fewBytes(count: Int) throws {
    let sample = try makeSample()
    var planes = PlaneCollector()
    let outcome = decode(Array(sample.bytes.prefix(count)), sample.header, into: &planes)
    #expect(!outcome.findings.isEmpty)
    #expect(outcome.decodedRows == 0)
  }
}
