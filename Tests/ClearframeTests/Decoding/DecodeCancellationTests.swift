import CTestCodecs
import Clearframe
import Testing

@Suite struct DecodeCancellationTests {
  /// Cancels the task that feeds it when the first band arrives.
  private struct CancellingConsumer: ~Copyable, BandConsumer {
    var bandCount = 0

    mutating func consume(_ band: PlanarBand) {
      bandCount += 1
      withUnsafeCurrentTask { $0?.cancel() }
    }
  }

  @Test("A cancelled task stops between bands", arguments: [0, 1])
  func stopsBetweenBands(progressiveScans: Int) async throws {
    let sample = try #require(
      JPEGSample(
        width: 200, height: 200, input: CTEST_RGB, stored: CTEST_YCBCR,
        progressiveScans: progressiveScans))
    let (outcome, bands) = await Task {
      var consumer = CancellingConsumer()
      let outcome = decode(sample.bytes, sample.header, into: &consumer)
      return (outcome, consumer.bandCount)
    }.value
    #expect(outcome.isCancelled)
    #expect(bands == 1)
    #expect(outcome.decodedRows == 16)
  }

  @Test("A task cancelled before it began feeds nothing")
  func stopsBeforeTheFirstBand() async throws {
    let sample = try #require(
      PNGSample(width: 100, height: 100, colorType: .rgb, bitDepth: 8, isInterlaced: true))
    let outcome = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      var planes = PlaneCollector()
      let outcome = decode(sample.bytes, sample.header, into: &planes)
      #expect(planes.rows == 0)
      return outcome
    }.value
    #expect(outcome.isCancelled)
  }
}
