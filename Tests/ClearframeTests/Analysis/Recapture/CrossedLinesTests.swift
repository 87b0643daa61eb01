import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct CrossedLinesTests {
  private let side = 128

  /// The clearest pair in squares of noise of four steps with waves of an amplitude.
  private func pair(
    _ waves: [(column: Double, row: Double)], amplitude: Double, squares: Int = 40
  ) -> CrossedLines.Pair {
    var random = SeededGenerator(seed: 21)
    var spectrum = PatchSpectrum(side: side)
    var crossed = CrossedLines(side: side)
    for number in 0..<squares {
      let phase = Double(number) * 1.7
      let square = (0..<side * side).map { index -> UInt8 in
        var value = 150 + Double(random.next() % 900) / 100
        for wave in waves {
          let turns =
            (wave.column * Double(index % side) + wave.row * Double(index / side)) / Double(side)
          value += amplitude * cos(2 * .pi * turns + phase)
        }
        return UInt8(value)
      }
      spectrum.load(square, square)
      crossed.add(spectrum, signal: 0)
    }
    return crossed.clearest()
  }

  @Test func findsAGridThatNoSquareShows() {
    // Amplitudes of 0.1 steps under noise with a deviation of 2.6.
    let pair = pair([(53, 2), (-2, 53)], amplitude: 0.1)
    #expect(pair.height > 4)
    #expect(abs(pair.period - 128 / 53.04) < 0.05)
  }

  @Test func noiseHasNone() {
    #expect(pair([], amplitude: 0).height < 3.5)
  }

  /// One direction alone, two frequencies, an ornament's angle, the blocks of a JPEG.
  private static let others: [[(column: Double, row: Double)]] = [
    [(53, 2)], [(53, 2), (-2, 41)], [(38, 37), (-37, 38)], [(48, 0), (0, 48)],
  ]

  @Test(arguments: others)
  func needsOneFrequencyAtRightAngles(waves: [(column: Double, row: Double)]) {
    #expect(pair(waves, amplitude: 0.3).height < 3.5)
  }

  /// The ruled lines of a form run through squares in both directions and leave streaks.
  @Test func ruledLinesAreNoGrid() {
    var random = SeededGenerator(seed: 22)
    var spectrum = PatchSpectrum(side: side)
    var crossed = CrossedLines(side: side)
    let slope = 0.17
    for number in 0..<40 {
      let shift = Double(number * 37 % 60)
      let square = (0..<side * side).map { index -> UInt8 in
        let x = Double(index % side)
        let y = Double(index / side)
        let across = (x + slope * y + shift).truncatingRemainder(dividingBy: 70)
        let down = (y - slope * x + shift + 70).truncatingRemainder(dividingBy: 70)
        let line =
          exp(-(across - 35) * (across - 35) / 2) + exp(-(down - 35) * (down - 35) / 2)
        return UInt8(max(0, 200 + Double(random.next() % 400) / 100 - 60 * line))
      }
      spectrum.load(square, square)
      crossed.add(spectrum, signal: 0)
    }
    #expect(crossed.clearest().height < 3)
  }

  @Test func fewSquaresSayNothing() {
    #expect(pair([(53, 2), (-2, 53)], amplitude: 1, squares: 23).height == 0)
  }
}
