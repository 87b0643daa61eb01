import Clearframe
import Testing

@Suite struct WhiteScanTests {
  /// A picture of 640 x 480 (20 x 15 tiles of 32).
  private func measure(
    _ luma: [UInt8: Int], _ paint: (inout TileGrid) -> Void = { _ in }
  ) -> WhiteScan? {
    WhiteScan(
      EvidenceBuilder.analysis(
        of: luma, size: PixelSize(width: 640, height: 480), retouch: paint
      ).tiles)
  }

  @Test func aWhitePageWithBlackPrint() throws {
    let scan = try #require(measure([255: 940, 0: 60]))
    #expect(abs(scan.sideShare - 0.94) < 1e-12)
    #expect(scan.ink < 4)
  }

  @Test(arguments: [(1, 100.0), (3, 0)])
  func aTenthOfThePrintIsItsInk(_ black: Int, _ ink: Double) throws {
    let scan = try #require(measure([255: 980, 100: 20 - black, 0: black]))
    #expect((ink - 0.5..<ink + 3.5).contains(scan.ink))
  }

  @Test func specksAreNoPrint() throws {
    #expect(try #require(measure([255: 998, 0: 2])).ink < 4)
    #expect(try #require(measure([255: 999, 0: 1])).ink == 255)
  }

  @Test func theSideWithTheFewestCounts() throws {
    let sides: [(columns: Range<Int>, rows: Range<Int>)] = [
      (0..<20, 0..<1), (0..<20, 14..<15), (0..<1, 0..<15), (19..<20, 0..<15),
    ]
    for side in sides {
      let scan = try #require(
        measure([255: 1000]) { tiles in
          for row in side.rows {
            for column in side.columns { tiles.set([255: 300, 90: 700], column: column, row: row) }
          }
        })
      #expect(abs(scan.sideShare - 0.3) < 1e-12)
    }
  }

  @Test func whiteBeginsAt250() throws {
    #expect(try #require(measure([250: 1000])).sideShare == 1)
    #expect(try #require(measure([249: 1000])).sideShare == 0)
  }

  @Test func theMiddleOfThePictureDoesNotCountForItsSides() throws {
    let scan = try #require(
      measure([255: 1000]) { tiles in
        for row in 1..<14 {
          for column in 1..<19 { tiles.set([30: 1000], column: column, row: row) }
        }
      })
    #expect(scan.sideShare == 1)
    #expect((27.5...31.5).contains(scan.ink))
  }

  @Test func aSideThatWasNotDecodedTellsNothing() {
    #expect(measure([:]) == nil)
    let cut = measure([255: 940, 0: 60]) { tiles in
      for column in 0..<20 { tiles.set([:], column: column, row: 14) }
    }
    #expect(cut == nil)
  }
}
