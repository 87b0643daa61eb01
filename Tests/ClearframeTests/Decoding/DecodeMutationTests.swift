import CTestCodecs
import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct DecodeMutationTests {
  /// Reads every sample that it is lent, so that a wrong pointer or count is a crash or a
  /// sanitizer's report.
  private struct TouchingConsumer: ~Copyable, BandConsumer {
    var checksum = 0
    var rows = 0

    mutating func consume(_ band: PlanarBand) {
      rows += band.rowCount
      for row in 0..<band.rowCount {
        for column in 0..<band.width {
          checksum &+= Int(band.luma[row * band.lumaStride + column])
        }
      }
      guard let chroma = band.chroma else { return }
      for row in 0..<chroma.rows {
        for column in 0..<chroma.columns {
          checksum &+= Int(chroma.blue[row * chroma.stride + column])
          checksum &+= Int(chroma.red[row * chroma.stride + column])
        }
      }
    }
  }

  private static func seeds() -> [(bytes: [UInt8], header: ImageHeader)] {
    let jpegs = [
      JPEGSample(width: 49, height: 35, input: CTEST_RGB, stored: CTEST_YCBCR),
      JPEGSample(
        width: 49, height: 35, input: CTEST_RGB, stored: CTEST_YCBCR, progressiveScans: 1),
      JPEGSample(
        width: 49, height: 35, input: CTEST_RGB, stored: CTEST_YCBCR, restartInterval: 2),
      JPEGSample(
        width: 49, height: 35, input: CTEST_RGB, stored: CTEST_YCBCR, hasScanPerComponent: true),
      JPEGSample(width: 49, height: 35, input: CTEST_CMYK, stored: CTEST_YCCK),
      JPEGSample(width: 49, height: 35, input: CTEST_RGB, stored: CTEST_RGB),
    ]
    let pngs = [
      PNGSample(width: 49, height: 35, colorType: .rgb, bitDepth: 8),
      PNGSample(width: 49, height: 35, colorType: .rgbAlpha, bitDepth: 16, isInterlaced: true),
      PNGSample(width: 49, height: 35, colorType: .palette, bitDepth: 4, hasColorKey: true),
      PNGSample(width: 49, height: 35, colorType: .gray, bitDepth: 1, isInterlaced: true),
    ]
    return jpegs.compactMap { $0.map { ($0.bytes, $0.header) } }
      + pngs.compactMap { $0.map { ($0.bytes, $0.header) } }
  }

  @Test("Mutated files never crash, never hang and come out the same twice", arguments: 0..<10)
  func mutants(sampleIndex: Int) throws {
    let seeds = DecodeMutationTests.seeds()
    try #require(seeds.count == 10)
    let sample = seeds[sampleIndex]
    let limits = Limits(maximumPixels: 1_000_000, maximumDecoderMemory: 16 << 20)
    let clock = ContinuousClock()
    for seed in 0..<400 {
      var generator = SeededGenerator(seed: UInt64(sampleIndex * 10_000 + seed))
      let mutant = mutate(sample.bytes, using: &generator)
      var first = TouchingConsumer()
      var second = TouchingConsumer()
      var outcomes: [DecodeOutcome] = []
      let time = clock.measure {
        outcomes = [
          decode(mutant, sample.header, limits: limits, into: &first),
          decode(mutant, sample.header, limits: limits, into: &second),
        ]
      }
      let sums = (first.checksum, second.checksum)
      let rows = first.rows
      #expect(outcomes[0] == outcomes[1], "sample \(sampleIndex), seed \(seed)")
      #expect(sums.0 == sums.1, "sample \(sampleIndex), seed \(seed)")
      #expect(rows == outcomes[0].decodedRows && rows <= 35)
      #expect(time < .seconds(5), "sample \(sampleIndex), seed \(seed)")
    }
  }

  private func mutate(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var mutant = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !mutant.isEmpty else { break }
      let index = Int.random(in: 0..<mutant.count, using: &generator)
      let count = min(mutant.count - index, Int.random(in: 1...40, using: &generator))
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: mutant[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: mutant[index] = UInt8.random(in: 0...255, using: &generator)
      case 2: mutant[index] = 0xFF
      case 3: mutant.removeSubrange(index..<index + count)
      case 4: mutant.insert(contentsOf: mutant[index..<index + count], at: index)
      case 5: for offset in 0..<count { mutant[index + offset] = 0 }
      default: if generator.next() % 4 == 0 { mutant.removeLast(mutant.count - index) }
      }
    }
    return mutant
  }
}
