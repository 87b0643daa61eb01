import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct ColorPatternSearchTests {
  private static let side = ColorPatternSearch.side
  private static let turn = 2 * Double.pi / 3

  /// Waves of an amplitude in red, green and blue, each with its phase, as planes of a picture with
  /// noise of up to so many steps in each colour.
  private func planes(
    amplitude: Double, phases: (red: Double, green: Double, blue: Double), noise: Double
  ) -> (luma: [UInt8], blue: [UInt8], red: [UInt8]) {
    var random = SeededGenerator(seed: 31)
    var planes: (luma: [UInt8], blue: [UInt8], red: [UInt8]) = ([], [], [])
    for index in 0..<Self.side * Self.side {
      let (column, row) = (Double(index % Self.side), Double(index / Self.side))
      let place = 2 * Double.pi * (11 * column + 7 * row) / Double(Self.side)
      func level(_ phase: Double) -> Double {
        130 + amplitude * cos(place + phase) + noise * (Double(random.next() % 201) / 100 - 1)
      }
      let red = level(phases.red)
      let green = level(phases.green)
      let blue = level(phases.blue)
      let luma = 0.299 * red + 0.587 * green + 0.114 * blue
      func sample(_ value: Double) -> UInt8 {
        UInt8((value + Double(random.next() % 100) / 100 - 0.5).rounded())
      }
      planes.luma.append(sample(luma))
      planes.blue.append(sample(128 + (blue - luma) / 1.772))
      planes.red.append(sample(128 + (red - luma) / 1.402))
    }
    return planes
  }

  private func isPatterned(
    amplitude: Double, phases: (red: Double, green: Double, blue: Double), noise: Double = 0
  ) -> Bool {
    var search = ColorPatternSearch(
      band: PatchSpectrum.Band(low: 0.1, high: 0.5, floor: 0.03, blockSide: 8),
      criteria: ColorPatternSearch.Criteria(
        ratio: 50, spread: 0.15, amplitude: 0.3, dominance: 0.5))
    let planes = planes(amplitude: amplitude, phases: phases, noise: noise)
    return search.isPatterned(blue: planes.blue, red: planes.red) { planes.luma }
  }

  /// The points of a display lie side by side, so that its colours come one after another.
  @Test(arguments: [4.0, 12, 40])
  func findsColoursThatTurn(amplitude: Double) {
    #expect(isPatterned(amplitude: amplitude, phases: (0, Self.turn, -Self.turn)))
    #expect(isPatterned(amplitude: amplitude, phases: (0, -Self.turn, Self.turn)))
  }

  /// A wave that noise has worn down below the ratio asked for counts as long as it turns clearly.
  @Test func findsFaintColoursThatTurnClearly() {
    #expect(isPatterned(amplitude: 1.25, phases: (0, Self.turn, -Self.turn), noise: 10))
    #expect(!isPatterned(amplitude: 1.25, phases: (0, Double.pi, 0), noise: 10))
    #expect(!isPatterned(amplitude: 0, phases: (0, 0, 0), noise: 10))
  }

  /// Cloth of red and green yarn, yellow and blue yarn, and gray stripes go to and fro.
  @Test(arguments: [(0.0, Double.pi, 0.0), (0, 0, Double.pi), (0, 0, 0)])
  func coloursOnALineAreNoDisplay(red: Double, green: Double, blue: Double) {
    #expect(!isPatterned(amplitude: 30, phases: (red, green, blue)))
  }

  @Test func whatQuantisationSwallowsIsNoPattern() {
    #expect(!isPatterned(amplitude: 0.2, phases: (0, Self.turn, -Self.turn)))
  }

  /// The luma and chroma of one wave in red, green and blue.
  private func turning(red: SIMD2<Float>, green: SIMD2<Float>, blue: SIMD2<Float>) -> Float {
    let luma = 0.299 * red + 0.587 * green + 0.114 * blue
    return ColorPatternSearch.turning(
      luma: [luma], blue: [(blue - luma) / 1.772], red: [(red - luma) / 1.402])
  }

  @Test func turningGoesFromALineToACircle() {
    func wave(_ phase: Double) -> SIMD2<Float> { SIMD2(Float(cos(phase)), Float(sin(phase))) }
    #expect(abs(turning(red: wave(0), green: wave(Self.turn), blue: wave(-Self.turn)) - 1) < 1e-3)
    #expect(turning(red: wave(0.4), green: -wave(0.4), blue: wave(0.4)) < 1e-3)
    #expect(turning(red: .zero, green: .zero, blue: .zero) == 0)
    // Two channels a quarter of a turn apart: an ellipse with 2 |Re x Im| = 2 of a power of 2.
    #expect(abs(turning(red: wave(0), green: wave(.pi / 2), blue: .zero) - 1) < 1e-3)
  }

  /// A lobe turns in one sense throughout; opposite senses, as in noise, cancel.
  @Test func oppositeTurnsCancel() {
    let luma: [SIMD2<Float>] = [SIMD2(1, 0), SIMD2(1, 0)]
    let blue: [SIMD2<Float>] = [SIMD2(0, 1), SIMD2(0, -1)]
    let red: [SIMD2<Float>] = [SIMD2(0, -1), SIMD2(0, 1)]
    #expect(ColorPatternSearch.turning(luma: [luma[0]], blue: [blue[0]], red: [red[0]]) > 0.5)
    #expect(ColorPatternSearch.turning(luma: luma, blue: blue, red: red) < 1e-4)
  }
}
