import Clearframe
import Testing

@Suite struct DocumentLightTests {
  /// A picture of 1,280 x 960 (tiles of 32) with a document on rows 5 to 24, columns 5 to 34.
  private func light(
    _ desk: [UInt8: Int], _ paint: (inout TileGrid) -> Void, isFound: Bool = true
  ) -> DocumentLight {
    let size = PixelSize(width: 1280, height: 960)
    let analysis = EvidenceBuilder.analysis(of: desk, size: size, retouch: paint)
    let boundary = EvidenceBuilder.boundary(
      [(160, 160), (1120, 160), (1120, 800), (160, 800)])
    let area = DocumentArea(isFound ? .found(boundary) : .noEvidence, storedSize: size)
    return DocumentLight(analysis.tiles, in: area)
  }

  private func fill(
    _ tiles: inout TileGrid, _ luma: [UInt8: Int], columns: Range<Int> = 5..<35,
    rows: Range<Int> = 5..<25
  ) {
    for row in rows {
      for column in columns { tiles.set(luma, column: column, row: row) }
    }
  }

  @Test func measuresTheDocumentAndNotTheDesk() throws {
    let light = light([20: 1024]) { fill(&$0, [200: 1000, 40: 24]) }
    #expect(!light.isWholeFrame)
    #expect((200.0...204.0).contains(try #require(light.highlight)))
    #expect((40.0...44.0).contains(try #require(light.ink)))
    #expect(light.burntShare == 0)
    #expect(try #require(light.evenness).ratio == 1)
  }

  @Test func measuresTheFrameWhereNoOutlineIsTrusted() throws {
    let light = light([20: 1024], { fill(&$0, [200: 1024]) }, isFound: false)
    #expect(light.isWholeFrame)
    #expect(try #require(light.ink) < 24)
  }

  @Test func leavesBurntPixelsOutOfTheHighlight() throws {
    let light = light([20: 1024]) {
      fill(&$0, [60: 1024])
      fill(&$0, [255: 1024], columns: 10..<13, rows: 10..<13)
    }
    #expect((60.0...64.0).contains(try #require(light.highlight)))
    #expect(abs(light.burntShare - 9.0 / 600) < 1e-12)
  }

  @Test(arguments: [(512, true), (511, false)])
  func aTileIsBurntFromHalfOfItsPixelsOn(_ count: Int, _ isBurnt: Bool) {
    let light = light([20: 1024]) { fill(&$0, [248: count, 100: 1024 - count]) }
    #expect(light.burntShare == (isBurnt ? 1 : 0))
  }

  @Test func allBurntIsAsBrightAsCanBe() {
    let light = light([20: 1024]) { fill(&$0, [255: 1024]) }
    #expect(light.highlight == 255)
    #expect(light.burntShare == 1)
  }

  @Test func aPictureWithoutPixelsHasNoLight() {
    let light = light([:], { _ in }, isFound: false)
    #expect(light.highlight == nil)
    #expect(light.ink == nil)
    #expect(light.evenness == nil)
  }

  @Test func aShadowLowersTheRatioOfLight() throws {
    // 99 of 255 is an eighth of the light, 200 is 0.58: the ratio is that of linear light.
    let light = light([20: 1024]) {
      fill(&$0, [200: 1024])
      fill(&$0, [99: 1024], columns: 5..<15, rows: 5..<15)
    }
    let evenness = try #require(light.evenness)
    #expect(abs(evenness.ratio - 0.217) < 0.02)
    #expect(!evenness.shadowedTiles.isEmpty)
    #expect(evenness.shadowedTiles.allSatisfy { $0 % 40 < 15 && $0 / 40 < 15 })
  }

  @Test func aBandOfAnotherHueIsNoShadow() throws {
    let light = light([20: 1024]) { tiles in
      fill(&tiles, [200: 1024])
      fill(&tiles, [99: 1024], rows: 5..<12)
      for row in 5..<12 {
        for column in 5..<35 {
          let index = tiles.index(column: column, row: row)
          tiles.tiles[index].chromaCount = 256
          tiles.tiles[index].chromaBlueSum = 256 * 30
        }
      }
    }
    #expect(try #require(light.evenness).ratio > 0.95)
  }

  @Test func blackPrintIsNoShadow() throws {
    let light = light([20: 1024]) {
      fill(&$0, [200: 1024])
      fill(&$0, [20: 1024], columns: 5..<15, rows: 5..<15)
    }
    #expect(try #require(light.evenness).ratio > 0.5)
  }
}
