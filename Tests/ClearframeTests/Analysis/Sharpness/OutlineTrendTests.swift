@testable import Clearframe
import Testing

@Suite struct OutlineTrendTests {
  /// Four segments on each side of a square of 1,000 pixels: top, right, bottom, left.
  private func segments(
    sides: Set<Int> = [0, 1, 2, 3], _ width: (_ side: Int, _ x: Double, _ y: Double) -> Double
  ) -> [OutlineSegment] {
    sides.sorted().flatMap { side in
      (0..<4).map { part in
        let along = 125 + 250 * Double(part)
        let x = [along, 1_000, along, 0][side]
        let y = [0, along, 1_000, along][side]
        return OutlineSegment(side: side, x: x, y: y, width: width(side, x, y), coverage: 1)
      }
    }
  }

  private func print(_ width: Double, atRow row: Double) -> OutlineTrend.Print {
    var places = PlaceMoments()
    for x in stride(from: 200.0, through: 800, by: 100) {
      for y in [-40.0, 40] { places.add(x: x, y: row + y) }
    }
    return OutlineTrend.Print(width: width, places: places)
  }

  private func widths(_ segments: [OutlineSegment], print width: Double = 3) -> [Double?] {
    OutlineTrend.widths(
      segments, prints: [print(width, atRow: 100), nil, print(width, atRow: 900)], clear: 1)
  }

  @Test func followsBlurThatGrowsAlongTheSides() throws {
    let found = widths(segments { _, _, y in 0.5 + 4 * y / 1_000 })
    #expect(try #require(found[0]) < 1.3)
    #expect(found[1] == nil)
    #expect((3.6...4.6).contains(try #require(found[2])))
  }

  @Test func blurMayBeginBeyondTheDepthOfField() throws {
    let found = widths(segments { _, _, y in max(0.3, (y - 500) / 100) })
    #expect(try #require(found[0]) < 1)
    #expect(try #require(found[2]) > 3)
  }

  @Test(arguments: [[2], [1, 2], [0, 2], [0, 1, 2, 3]])
  func sidesThatAreSoftAllAlongAreNoLostFocus(_ soft: [Int]) throws {
    // Curled sheets, shadows, and edges that are round.
    let found = widths(segments { side, _, _ in soft.contains(side) ? 5 : 0.5 })
    for width in found.compactMap(\.self) { #expect(width < 1.1) }
  }

  @Test func oneSideAloneDoesNotTell() {
    let one = segments { side, _, y in side == 1 ? 0.5 + 4 * y / 1_000 : 0.6 }
    #expect(widths(one) == [nil, nil, nil])
    #expect(widths(segments(sides: [1]) { _, _, y in y / 200 }) == [nil, nil, nil])
    #expect(widths([]) == [nil, nil, nil])
  }

  @Test func sharpPrintIsInFocus() throws {
    let found = widths(segments { _, _, y in 0.5 + 4 * y / 1_000 }, print: 0.6)
    #expect(try #require(found[2]) <= 1)
    // The print of a sharp card, under shadows along two sides.
    let card = widths(segments { _, _, y in 0.5 + 4 * y / 1_000 }, print: 1.1)
    #expect(try #require(card[2]) < 1.85)
  }

  @Test func sharpOutlinesDoNotTell() {
    #expect(widths(segments { _, _, _ in 0.8 }) == [nil, nil, nil])
  }
}
