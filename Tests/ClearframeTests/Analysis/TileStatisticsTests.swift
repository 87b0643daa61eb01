import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct TileStatisticsTests {
  /// The statistics of a gray picture whose luma is a function of its column and row.
  private func statistics(_ luma: (Int, Int) -> Double) -> TileStatistics {
    let width = 200
    let height = 160
    let samples = (0..<width * height).map { index in
      UInt8(min(max(luma(index % width, index / width).rounded(), 0), 255))
    }
    var pass = FusedPass(storedSize: PixelSize(width: width, height: height), hasChroma: false)
    samples.withUnsafeBufferPointer { samples in
      guard let base = samples.baseAddress else { return }
      pass.consume(
        PlanarBand(
          firstRow: 0, rowCount: height, width: width, luma: base, lumaStride: width, chroma: nil))
    }
    return pass.finish().tiles.merged()
  }

  @Test func emptyStatisticsMeasureNothing() {
    let none = TileStatistics()
    #expect(none.lumaMean == nil)
    #expect(none.lumaVariance == nil)
    #expect(none.structureTensor == nil)
    #expect(none.noiseDeviation == nil)
    #expect(none.laplacianEnergy == nil)
    #expect(none.chromaBlueMean == nil)
    #expect(none.brightClippedShare == nil)
  }

  @Test func flatPictureHasMeanAlone() throws {
    let flat = statistics { _, _ in 201 }
    #expect(flat.lumaMean == 201)
    #expect(flat.lumaVariance == 0)
    #expect(flat.noiseDeviation == 0)
    let tensor = try #require(flat.structureTensor)
    #expect(tensor.energy == 0)
    #expect(tensor.coherence == 0)
  }

  @Test func meanAndVarianceOfTwoValues() {
    let halves = statistics { x, _ in x % 2 == 0 ? 100 : 110 }
    #expect(halves.lumaMean == 105)
    #expect(halves.lumaVariance == 25)
  }

  /// A ramp has one direction only: the one it rises in.
  @Test(arguments: [(1.0, 0.0), (0.0, 1.0), (0.5, 0.5), (0.5, -0.5), (0.8, 0.3)])
  func rampShowsItsDirection(_ slope: (x: Double, y: Double)) throws {
    let ramp = statistics { x, y in 90 + slope.x * Double(x) + slope.y * Double(y) - 0.2 }
    let tensor = try #require(ramp.structureTensor)
    let dot =
      tensor.energy(along: tensor.dominantOrientation)
      / max(tensor.energy, .leastNonzeroMagnitude)
    // Whole luma steps make stairs of a ramp, with edges across its direction.
    #expect(dot > 0.89)
    #expect(tensor.coherence > 0.79)
    let length = (slope.x * slope.x + slope.y * slope.y).squareRoot()
    let along = tensor.energy(along: tensor.dominantOrientation)
    // gx spans two pixels.
    #expect(abs(along.squareRoot() - 2 * length) < 0.5)
    let expected = slope.x == 0 ? Double.pi / 2 : slope.y == 0 ? 0 : nil
    if let expected {
      #expect(abs(abs(tensor.dominantOrientation) - expected) < 0.01)
    } else {
      #expect((tensor.dominantOrientation > 0) == (slope.y > 0))
    }
  }

  @Test func noiseIsFoundOnARamp() throws {
    var random = SeededGenerator(seed: 60)
    // The sum of twelve uniform numbers, less six, is close to normal with deviation 1.
    let noisy = statistics { x, y in
      let sum = (0..<12).reduce(0.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
      return 60 + 0.3 * Double(x) + 0.2 * Double(y) + 5 * (sum - 6)
    }
    let deviation = try #require(noisy.noiseDeviation)
    #expect(abs(deviation - 5) < 0.2, "seed 60")
  }

  @Test func laplacianEnergyIsOfTheFivePointSum() {
    // A single bright pixel: the Laplacian is -4 v at it and v at its four neighbours. In a sampled
    // row, the pixel and two neighbours count; between two of them, the other two neighbours do.
    for (row, weight) in [(70, 18), (71, 2)] {
      let spot = statistics { x, y in x == 50 && y == row ? 40 : 0 }
      let energy = spot.laplacianEnergy.map { $0 * Double(spot.derivativeCount) }
      #expect(energy.map { abs($0 - Double(weight * 40 * 40)) < 1e-6 } == true)
      #expect(spot.gradientMaximum == 40)
    }
  }
}
