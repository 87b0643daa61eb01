import CTestCodecs
import Clearframe
import Testing

@Suite struct JPEGDecodingTests {
  @Test(
    "Planes leave as libjpeg decodes them, at their stored resolution",
    arguments: [
      [(1, 1), (1, 1), (1, 1)], [(2, 1), (1, 1), (1, 1)], [(2, 2), (1, 1), (1, 1)],
      [(1, 2), (1, 1), (1, 1)], [(4, 1), (1, 1), (1, 1)], [(4, 2), (1, 1), (1, 1)],
      [(4, 1), (2, 1), (2, 1)],
    ], [0, 1])
  func planarSampling(sampling: [(Int, Int)], progressiveScans: Int) throws {
    for (width, height) in [(97, 61), (64, 32), (1, 1), (130, 17)] {
      let sample = try #require(
        JPEGSample(
          width: width, height: height, input: CTEST_RGB, stored: CTEST_YCBCR,
          progressiveScans: progressiveScans, sampling: sampling))
      let expected = try #require(sample.reference(CTEST_YCBCR))
      var planes = PlaneCollector()
      let outcome = decode(sample.bytes, sample.header, into: &planes)
      #expect(outcome.findings.isEmpty)
      #expect(outcome.decodedRows == height)
      #expect(planes.areBandsInOrder)
      let horizontal = sampling[0].0 / sampling[1].0
      let vertical = sampling[0].1 / sampling[1].1
      #expect(planes.horizontalFactor == horizontal && planes.verticalFactor == vertical)
      var luma: [UInt8] = []
      var blue: [UInt8] = []
      var red: [UInt8] = []
      for y in 0..<height {
        for x in 0..<width {
          let start = 3 * (y * width + x)
          luma.append(expected[start])
          if x % horizontal == 0 && y % vertical == 0 {
            blue.append(expected[start + 1])
            red.append(expected[start + 2])
          }
        }
      }
      #expect(planes.luma == luma, "\(width) x \(height)")
      #expect(planes.blue == blue, "\(width) x \(height)")
      #expect(planes.red == red, "\(width) x \(height)")
    }
  }

  @Test("Gray pictures have no chroma, whatever their sampling factors say", arguments: [1, 2, 4])
  func gray(factor: Int) throws {
    let sample = try #require(
      JPEGSample(
        width: 77, height: 45, input: CTEST_GRAY, stored: CTEST_GRAY,
        sampling: [(factor, factor)]))
    var planes = PlaneCollector()
    let outcome = decode(sample.bytes, sample.header, into: &planes)
    #expect(outcome.findings.isEmpty && outcome.decodedRows == 45)
    #expect(planes.luma == sample.reference(CTEST_GRAY))
    #expect(planes.blue.isEmpty)
  }

  @Test(
    "Sampling that gives no plain planes is converted",
    arguments: [
      [(1, 1), (2, 2), (1, 1)], [(2, 2), (2, 1), (1, 2)], [(3, 1), (1, 1), (1, 1)],
      [(1, 1), (2, 1), (2, 1)],
    ])
  func oddSampling(sampling: [(Int, Int)]) throws {
    let sample = try #require(
      JPEGSample(
        width: 83, height: 39, input: CTEST_RGB, stored: CTEST_YCBCR, sampling: sampling))
    let expected = try #require(sample.reference(CTEST_YCBCR))
    var planes = PlaneCollector()
    let outcome = decode(sample.bytes, sample.header, into: &planes)
    #expect(outcome.findings.isEmpty && outcome.decodedRows == 39)
    #expect(planes.luma == stride(from: 0, to: expected.count, by: 3).map { expected[$0] })
    #expect(planes.horizontalFactor == 2 && planes.verticalFactor == 2)
    for (plane, channel) in [(planes.blue, 1), (planes.red, 2)] {
      for y in 0..<20 {
        for x in 0..<42 {
          let columns = [2 * x, min(2 * x + 1, 82)]
          let rows = [2 * y, min(2 * y + 1, 38)]
          let sum = rows.reduce(0) { sum, row in
            columns.reduce(sum) { $0 + Int(expected[3 * (row * 83 + $1) + channel]) }
          }
          #expect(Int(plane[y * 42 + x]) == (sum + 2) / 4)
        }
      }
    }
  }

  @Test("RGB is converted to planes")
  func rgb() throws {
    let sample = try #require(
      JPEGSample(width: 71, height: 35, input: CTEST_RGB, stored: CTEST_RGB))
    let rgb = try #require(sample.reference(CTEST_RGB))
    var planes = PlaneCollector()
    let outcome = decode(sample.bytes, sample.header, into: &planes)
    #expect(outcome.findings.isEmpty && outcome.decodedRows == 35)
    expectPlanes(planes, near: ReferencePlanes(rgb: rgb, width: 71, height: 35))
  }

  @Test("CMYK and YCCK with Adobe's marker are inverted", arguments: [CTEST_CMYK, CTEST_YCCK])
  func cmyk(stored: ctest_space) throws {
    let sample = try #require(
      JPEGSample(width: 71, height: 35, input: CTEST_CMYK, stored: stored))
    let inks = try #require(sample.reference(CTEST_CMYK))
    var rgb: [UInt8] = []
    for start in stride(from: 0, to: inks.count, by: 4) {
      for channel in 0..<3 {
        let light = Double(inks[start + channel]) * Double(inks[start + 3]) / 255
        rgb.append(UInt8(light.rounded()))
      }
    }
    var planes = PlaneCollector()
    let outcome = decode(sample.bytes, sample.header, into: &planes)
    #expect(outcome.findings.isEmpty && outcome.decodedRows == 35)
    expectPlanes(planes, near: ReferencePlanes(rgb: rgb, width: 71, height: 35))
  }

  @Test("CMYK without Adobe's marker counts ink upwards")
  func plainCMYK() throws {
    var sample = try #require(
      JPEGSample(width: 40, height: 24, input: CTEST_CMYK, stored: CTEST_CMYK))
    let inverted = try #require(sample.reference(CTEST_CMYK))
    let marker = try #require(firstIndex(of: 0xEE, in: sample.bytes))
    let length = Int(sample.bytes[marker + 2]) << 8 | Int(sample.bytes[marker + 3])
    sample.bytes.removeSubrange(marker..<marker + 2 + length)
    var rgb: [UInt8] = []
    for start in stride(from: 0, to: inverted.count, by: 4) {
      for channel in 0..<3 {
        let light = (255 - Double(inverted[start + channel])) * (255 - Double(inverted[start + 3]))
        rgb.append(UInt8((light / 255).rounded()))
      }
    }
    var planes = PlaneCollector()
    #expect(decode(sample.bytes, sample.header, into: &planes).findings.isEmpty)
    expectPlanes(planes, near: ReferencePlanes(rgb: rgb, width: 40, height: 24))
  }

  @Test("Components in scans of their own come out the same", arguments: [0, 3])
  func scanPerComponent(restartInterval: Int) throws {
    let sample = try #require(
      JPEGSample(
        width: 90, height: 70, input: CTEST_RGB, stored: CTEST_YCBCR, hasScanPerComponent: true,
        restartInterval: restartInterval))
    let expected = try #require(sample.reference(CTEST_YCBCR))
    var planes = PlaneCollector()
    let outcome = decode(sample.bytes, sample.header, into: &planes)
    #expect(outcome.findings.isEmpty && outcome.decodedRows == 70)
    #expect(planes.luma == stride(from: 0, to: expected.count, by: 3).map { expected[$0] })
  }

  @Test("Restart intervals are no finding", arguments: [1, 5, 100])
  func restarts(interval: Int) throws {
    let sample = try #require(
      JPEGSample(
        width: 90, height: 70, input: CTEST_RGB, stored: CTEST_YCBCR, restartInterval: interval))
    var planes = PlaneCollector()
    let outcome = decode(sample.bytes, sample.header, into: &planes)
    #expect(outcome.findings.isEmpty && outcome.decodedRows == 70)
  }

  private func expectPlanes(
    _ planes: PlaneCollector, near expected: ReferencePlanes,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let distances = [
      ReferencePlanes.distance(planes.luma, expected.luma),
      ReferencePlanes.distance(planes.blue, expected.blue),
      ReferencePlanes.distance(planes.red, expected.red),
    ]
    #expect(distances.allSatisfy { $0 < 0.52 }, "\(distances)", sourceLocation: sourceLocation)
  }
}
