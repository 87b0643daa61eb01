import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct PatchSpectrumTests {
  private let side = 64
  private let band = PatchSpectrum.Band(low: 0.05, high: 0.5, floor: 0.03, blockSide: 8)

  /// Noise of about one step, with a wave of `amplitude`.
  private func square(column: Int, row: Int, amplitude: Float, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<side * side).map { index -> UInt8 in
      let noise = Float(random.next() % 1000) / 500 - 1
      let phase = Float(column * (index % side) + row * (index / side)) / Float(side)
      return UInt8((128 + noise + amplitude * cos(2 * Float.pi * phase)).rounded())
    }
  }

  @Test(arguments: [(7, 11), (-13, 5), (21, 18)])
  func findsAWaveAndItsAmplitude(column: Int, row: Int) {
    var spectrum = PatchSpectrum(side: side)
    spectrum.load(
      square(column: 0, row: 0, amplitude: 0, seed: 1),
      square(column: column, row: row, amplitude: 2, seed: 2))
    let peak = spectrum.peak(of: 1, in: spectrum.mask(band))
    #expect(peak.column == column)
    #expect(peak.row == row)
    #expect(abs(peak.amplitude - 2) < 0.2)
    #expect(peak.ratio > 300)
    #expect(spectrum.peak(of: 0, in: spectrum.mask(band)).ratio < 40)
  }

  @Test(arguments: [(0, 9), (12, 0), (8, 16), (9, 1)])
  func passesOverAxesAndBlocks(column: Int, row: Int) {
    var spectrum = PatchSpectrum(side: side)
    let wave = square(column: column, row: row, amplitude: 2, seed: 5)
    spectrum.load(wave, wave)
    #expect(spectrum.peak(of: 0, in: spectrum.mask(band)).ratio < 60)
  }

  @Test func countsFineWavesOnTheAxesWhereAsked() {
    var spectrum = PatchSpectrum(side: side)
    var axes = band
    axes.axisLow = 0.19
    let wave = square(column: 0, row: 20, amplitude: 2, seed: 6)
    spectrum.load(wave, wave)
    #expect(spectrum.peak(of: 0, in: spectrum.mask(axes)).row == 20)
  }

  @Test func listsTheClearestWavesFirst() {
    var spectrum = PatchSpectrum(side: side)
    var random = SeededGenerator(seed: 8)
    let waves: [(column: Float, row: Float, amplitude: Float)] = [(7, 11, 1.5), (-20, 5, 4)]
    let samples = (0..<side * side).map { index -> UInt8 in
      let noise = Float(random.next() % 1000) / 500 - 1
      return UInt8(
        waves.reduce(128 + noise) { sum, wave in
          let turns = wave.column * Float(index % side) + wave.row * Float(index / side)
          return sum + wave.amplitude * cos(2 * Float.pi * turns / Float(side))
        }.rounded())
    }
    spectrum.load(samples, samples)
    let mask = spectrum.mask(band)
    let peaks = spectrum.peaks(of: 1, in: mask, over: 100, limit: 6)
    #expect(peaks.map(\.column) == [-20, 7])
    #expect(peaks.map(\.row) == [5, 11])
    let clearest = spectrum.peak(of: 1, in: mask)
    #expect(peaks.first == clearest)
    let first = spectrum.peaks(of: 1, in: mask, over: 100, limit: 1)
    #expect(first == [clearest])
  }

  /// A wave's phase in both squares, told from their shared transform.
  @Test func tellsThePhasesOfBothSquares() throws {
    func wave(phase: Float) -> [UInt8] {
      (0..<side * side).map { index in
        let turns = Float(10 * (index % side) + 13 * (index / side)) / Float(side)
        return UInt8((128 + 20 * cos(2 * Float.pi * turns + phase)).rounded())
      }
    }
    var spectrum = PatchSpectrum(side: side)
    spectrum.load(wave(phase: 0.4), wave(phase: 1.3))
    let peak = spectrum.peak(of: 0, in: spectrum.mask(band))
    let first = spectrum.waves(of: 0, around: peak)[4]
    let second = spectrum.waves(of: 1, around: peak)[4]
    #expect(abs(atan2(first.y, first.x) - 0.4) < 0.02)
    #expect(abs(atan2(second.y, second.x) - 1.3) < 0.02)
  }
}
