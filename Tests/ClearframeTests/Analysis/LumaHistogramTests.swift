import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct LumaHistogramTests {
  private func histogram(_ bins: [Int: UInt16]) -> LumaHistogram {
    var counts = [UInt16](repeating: 0, count: TileGrid.binCount)
    for (bin, count) in bins {
      counts[bin] = count
    }
    var histogram = LumaHistogram()
    histogram.add(counts[...])
    return histogram
  }

  @Test func emptyHistogramHasNoPercentile() {
    #expect(LumaHistogram().percentile(0.5) == nil)
    #expect(LumaHistogram().share(atLeast: 0) == nil)
  }

  @Test func raisedCountsStayInTheLastBin() {
    var histogram = LumaHistogram()
    let counts: [UInt16] = [1, 0, 0, 5]
    histogram.add(counts[...], raisedBy: 61)
    #expect(histogram.counts[61] == 1)
    #expect(histogram.counts[63] == 5)
    #expect(histogram.total == 6)
  }

  @Test func percentileRunsEvenlyThroughABin() {
    let histogram = histogram([10: 100])
    #expect(histogram.percentile(0) == 39.5)
    #expect(histogram.percentile(0.5) == 41.5)
    #expect(histogram.percentile(1) == 43.5)
  }

  @Test func percentileSkipsEmptyBins() {
    let histogram = histogram([0: 50, 63: 50])
    #expect(histogram.percentile(0) == 0)
    #expect(histogram.percentile(0.5) == 3.5)
    #expect(histogram.percentile(0.75) == 253.5)
    #expect(histogram.percentile(1) == 255)
    #expect(histogram.percentile(2) == 255)
    #expect(histogram.share(atLeast: 252) == 0.5)
    #expect(histogram.share(atLeast: 253) == 0)
    #expect(histogram.share(atLeast: 0) == 1)
  }

  @Test func percentileIsWithinABinOfTheSortedPixels() throws {
    let picture = PlanarPicture(width: 211, height: 97, seed: 50)
    let histogram = picture.analysis(bandHeights: [8]).tiles.histogram()
    // Tiles are 32 rows high, and every third row of them is counted.
    let sorted = picture.luma.indices.filter { $0 / 211 % 32 % 3 == 0 }.map { picture.luma[$0] }
      .sorted()
    #expect(histogram.total == sorted.count)
    for percent in stride(from: 1, to: 100, by: 7) {
      let value = try #require(histogram.percentile(Double(percent) / 100))
      let plain = Double(sorted[sorted.count * percent / 100])
      #expect(abs(value - plain) <= 4, "percentile \(percent), seed 50")
    }
  }

  @Test func additionCountsBoth() {
    var sum = histogram([1: 3, 5: 4])
    sum += histogram([5: 10])
    #expect(sum.total == 17)
    #expect(sum.counts[5] == 14)
  }
}
