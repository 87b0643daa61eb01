import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct SquareGridTests {
  private let side = PatchSet.side

  /// Noise of about two steps over a value of each place.
  private func square(seed: UInt64, _ value: (_ column: Float, _ row: Float) -> Float) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<side * side).map { index -> UInt8 in
      let noise = Float(random.next() % 1000) / 250 - 2
      return UInt8((150 + noise + value(Float(index % side), Float(index / side))).rounded())
    }
  }

  private func wave(_ place: Float, periods: Float) -> Float {
    cos(2 * Float.pi * periods * place / Float(side))
  }

  private func shows(_ samples: [UInt8]) -> Bool {
    var spectrum = PatchSpectrum(side: side)
    spectrum.load(square(seed: 1) { _, _ in 0 }, samples)
    let grid = SquareGrid(spectrum)
    let showsInNoise = grid.shows(in: spectrum, signal: 0)
    #expect(!showsInNoise)
    return grid.shows(in: spectrum, signal: 1)
  }

  @Test(arguments: [(26, 26), (43, 43), (44, 42), (60, 60)] as [(Float, Float)])
  func findsRowsAndColumnsOfOnePitch(across: Float, down: Float) {
    #expect(
      shows(
        square(seed: 2) { column, row in
          wave(column, periods: across) + wave(row, periods: down)
        }))
  }

  @Test func findsThemTurnedALittle() {
    #expect(
      shows(
        square(seed: 3) { column, row in
          wave(0.98 * column + 0.17 * row, periods: 40)
            + wave(0.98 * row - 0.17 * column, periods: 40)
        }))
  }

  @Test(arguments: [(43, 36), (30, 52), (43, 14)] as [(Float, Float)])
  func passesOverLinesOfTwoPitches(across: Float, down: Float) {
    #expect(
      !shows(
        square(seed: 4) { column, row in
          2 * wave(column, periods: across) + 2 * wave(row, periods: down)
        }))
  }

  @Test func passesOverRowsAlone() {
    #expect(!shows(square(seed: 5) { _, row in 4 * wave(row, periods: 43) }))
  }

  @Test func passesOverAGridAtHalfARightAngle() {
    #expect(
      !shows(
        square(seed: 6) { column, row in
          wave(column + row, periods: 30) + wave(column - row, periods: 30)
        }))
  }

  /// Thin lines 12.4 pixels apart: their third and fourth harmonics are as fine as a display's grid.
  @Test(arguments: [12.4, 10.3] as [Float])
  func passesOverSquaredPaper(pitch: Float) {
    func line(_ place: Float) -> Float {
      let distance = abs((place / pitch).rounded() * pitch - place)
      return -16 * max(0, 1.2 - distance)
    }
    #expect(
      !shows(
        square(seed: 7) { column, row in
          line(0.99 * column + 0.12 * row) + line(0.99 * row - 0.12 * column)
        }))
  }
}
