import Clearframe
import Foundation
import Testing

@Suite struct DocumentLightTests {
  /// A picture of 1,280 x 960 (tiles of 32) with a document on rows 5 to 24, columns 5 to 34.
  private func light(
    _ desk: [UInt8: Int], _ paint: (inout TileGrid) -> Void, isFound: Bool = true,
    highlights: HighlightMask? = nil
  ) -> DocumentLight {
    let size = PixelSize(width: 1280, height: 960)
    let analysis = EvidenceBuilder.analysis(of: desk, size: size, retouch: paint)
    let boundary = EvidenceBuilder.boundary(
      [(160, 160), (1120, 160), (1120, 800), (160, 800)])
    let area = DocumentArea(isFound ? .found(boundary) : .noEvidence, storedSize: size)
    return DocumentLight(analysis.tiles, in: area, highlights: highlights)
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

  @Test(arguments: [(UInt8(252), 0.4), (251, 0)])
  func pixelsInTheLastBinAreBurnt(_ luma: UInt8, _ share: Double) {
    let light = light([20: 1000]) { fill(&$0, [luma: 400, 100: 600]) }
    #expect(abs(light.burntShare - share) < 1e-12)
  }

  /// Gives the document's tiles a mean chroma.
  private func tint(
    _ tiles: inout TileGrid, blue: Int, red: Int, rows: Range<Int> = 5..<25
  ) {
    for row in rows {
      for column in 5..<35 {
        let index = tiles.index(column: column, row: row)
        tiles.tiles[index].chromaCount = 256
        tiles.tiles[index].chromaBlueSum = 256 * blue
        tiles.tiles[index].chromaRedSum = 256 * red
      }
    }
  }

  @Test func yellowIsBurntWhereItsBlueIsBrightAsWell() {
    // Cb -15, Cr 2: red lies 2.8 above luma, green 3.7, blue 27 below.
    let burnt = light([20: 1000]) {
      fill(&$0, [248: 1000])
      tint(&$0, blue: -15, red: 2)
    }
    #expect(burnt.burntShare == 1)
    #expect(burnt.clippedShare == 1)
    // Cb -32, Cr 4: blue lies 57 below, so that yellow paper still shows what is on it.
    let yellow = light([20: 1000]) {
      fill(&$0, [248: 1000])
      tint(&$0, blue: -32, red: 4)
    }
    #expect(yellow.burntShare == 0)
    #expect(yellow.clippedShare == 0)
    // Cb -5, Cr 20: red alone lies above luma.
    let red = light([20: 1000]) {
      fill(&$0, [248: 1000])
      tint(&$0, blue: -5, red: 20)
    }
    #expect(red.burntShare == 0)
    #expect(red.clippedShare == 1)
  }

  /// Cb -2, Cr 10: red lies 14 above luma, and the darkest channel 6 below.
  @Test(arguments: [(232 as UInt8, 0.0), (240, 0.75)])
  func paleRedLosesItsRedFirst(_ luma: UInt8, _ share: Double) {
    let light = light([20: 1000]) {
      fill(&$0, [luma: 750, 100: 250])
      tint(&$0, blue: -2, red: 10)
    }
    #expect(light.burntShare == 0)
    #expect(abs(light.clippedShare - share) < 1e-12)
  }

  @Test func aBlueCardIsAsBrightAsItsBlue() throws {
    // Cb 40: blue lies 71 above luma.
    let light = light([20: 1000]) {
      fill(&$0, [80: 1000])
      tint(&$0, blue: 40, red: 0)
    }
    #expect((148.0...160.0).contains(try #require(light.highlight)))
  }

  @Test func allBurntIsAsBrightAsCanBe() {
    let light = light([20: 1024]) { fill(&$0, [255: 1024]) }
    #expect(light.highlight == 255)
    #expect(light.burntShare == 1)
  }

  // What is not white in a scan of two tones is its print.
  @Test(arguments: [(510, true), (490, false)])
  func paperThatIsMostlyWhiteIsNotDark(_ white: Int, _ isBright: Bool) {
    let light = light([20: 1000]) { fill(&$0, [255: white, 0: 1000 - white]) }
    #expect((light.highlight == 255) == isBright)
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

  @Test func aNarrowShadowIsSeen() throws {
    // A finger's shadow over a ninth of the document.
    let light = light([20: 1024]) {
      fill(&$0, [200: 1024])
      fill(&$0, [110: 1024], columns: 17..<25, rows: 16..<25)
    }
    #expect(try #require(light.evenness).ratio < 0.35)
  }

  @Test func lightThatFallsOffSlowlyIsEven() throws {
    let light = light([20: 1024]) { tiles in
      for column in 5..<35 {
        // From 0.58 of white's light on the left to 0.2 on the right.
        let share = 0.58 - 0.38 * Double(column - 5) / 29
        let luma = UInt8((255 * (1.055 * pow(share, 1 / 2.4) - 0.055)).rounded())
        fill(&tiles, [luma: 1024], columns: column..<column + 1)
      }
    }
    #expect(try #require(light.evenness).ratio > 0.6)
  }

  @Test func aBandOfAnotherHueIsNoShadow() throws {
    let light = light([20: 1024]) { tiles in
      fill(&tiles, [200: 1024])
      fill(&tiles, [99: 1024], rows: 5..<12)
      tint(&tiles, blue: 30, red: 0, rows: 5..<12)
    }
    #expect(try #require(light.evenness).ratio > 0.95)
  }

  @Test func aShadowOverTwoHuesIsSeen() throws {
    // A card whose lower half is green: neither hue is that of most of it, and strong colours of
    // dark parts scatter.
    let light = light([20: 1024]) { tiles in
      fill(&tiles, [200: 1024])
      fill(&tiles, [110: 1024], columns: 5..<15)
      tint(&tiles, blue: -30, red: -40, rows: 15..<25)
    }
    #expect(try #require(light.evenness).ratio < 0.35)
  }

  @Test(arguments: [(12, 1.0), (5, 0.26)])
  func aDarkPartWithinTheMarginIsAPrintedPhoto(_ left: Int, _ ratio: Double) throws {
    // A gray portrait that is a quarter of the document wide; a shadow as dark comes from the side.
    let light = light([20: 1024]) {
      fill(&$0, [200: 1024])
      fill(&$0, [110: 1024], columns: left..<left + 8, rows: 9..<21)
    }
    #expect(abs(try #require(light.evenness).ratio - ratio) < 0.06)
  }

  @Test(arguments: [(5, 1.0), (10, 0.26)])
  func aSmallDarkPartOnABlackTableIsPrint(_ side: Int, _ ratio: Double) throws {
    // Four cells in a corner may be a gray photo, sixteen are a shadow.
    let light = light([20: 1024]) {
      fill(&$0, [200: 1024])
      fill(&$0, [110: 1024], columns: 5..<5 + side, rows: 5..<5 + side)
    }
    #expect(abs(try #require(light.evenness).ratio - ratio) < 0.06)
  }

  @Test(arguments: [(10, 1.0), (12, 0.26)])
  func twoDarkCellsAreNoShadow(_ end: Int, _ ratio: Double) throws {
    // Two cells below one another are a heading or a fold, even where the desk is dark beside them.
    let light = light([120: 1024]) {
      fill(&$0, [60: 1024], columns: 14..<23, rows: 0..<5)
      fill(&$0, [200: 1024])
      fill(&$0, [110: 1024], columns: 17..<20, rows: 5..<end)
    }
    #expect(abs(try #require(light.evenness).ratio - ratio) < 0.06)
  }

  @Test(arguments: [(2, 1.0), (4, 0.26)])
  func aShadowGoesOnBesideAThirdOfItsEdge(_ rows: Int, _ ratio: Double) throws {
    // Thirteen rows of tiles lie beside the dark part's edge.
    let light = light([120: 1024]) {
      fill(&$0, [60: 1024], columns: 0..<5, rows: 10..<10 + rows)
      fill(&$0, [200: 1024])
      fill(&$0, [110: 1024], columns: 5..<13, rows: 10..<17)
    }
    #expect(abs(try #require(light.evenness).ratio - ratio) < 0.06)
  }

  @Test(arguments: [(UInt8(200), UInt8(91), 0.26), (110, 91, 1), (110, 60, 0.29)])
  func aShadowOnADarkDocumentShowsAsClearlyOnTheDesk(
    _ paper: UInt8, _ desk: UInt8, _ ratio: Double
  ) throws {
    // 91 of 255 is 0.55 of the light that 120 is, and 60 a quarter; a white band tells dark material
    // from paper in little light.
    let light = light([120: 1024]) {
      fill(&$0, [desk: 1024], columns: 0..<5, rows: 7..<20)
      fill(&$0, [paper: 1024])
      fill(&$0, [240: 1024], columns: 30..<35)
      fill(&$0, [paper == 200 ? 110 : 60: 1024], columns: 5..<13, rows: 10..<17)
    }
    #expect(abs(try #require(light.evenness).ratio - ratio) < 0.06)
  }

  @Test(arguments: [(5, 0.26), (15, 1.0)])
  func whatMostOfADocumentIsMadeOfIsNoShadow(_ end: Int, _ ratio: Double) throws {
    // 64 and 68 of 96 cells on a black table, where the desk says nothing.
    let light = light([20: 1024]) {
      fill(&$0, [200: 1024])
      fill(&$0, [110: 1024], columns: 5..<25)
      fill(&$0, [110: 1024], columns: 25..<27, rows: 5..<end)
    }
    #expect(abs(try #require(light.evenness).ratio - ratio) < 0.06)
  }

  @Test func blackPrintIsNoShadow() throws {
    let light = light([20: 1024]) {
      fill(&$0, [200: 1024])
      fill(&$0, [20: 1024], columns: 5..<15, rows: 5..<15)
    }
    #expect(try #require(light.evenness).ratio > 0.5)
  }

  /// A mask over the left part of the document, in cells of 32 x 32 pixels as the tiles.
  private func mask(columns: Int, isVeil: Bool = false) throws -> HighlightMask {
    let outline = EvidenceBuilder.boundary(
      [(160, 160), (1120, 160), (1120, 800), (160, 800)]
    ).outline
    return HighlightMask(
      columns: 30, rows: 20, isCovered: (0..<600).map { $0 % 30 < columns },
      homography: try #require(Homography(outline)), isVeil: isVeil)
  }

  @Test func aReflectionIsNoOverExposure() throws {
    func share(_ highlights: HighlightMask?) -> Double {
      light(
        [20: 1024],
        {
          fill(&$0, [200: 1024]); fill(&$0, [255: 1024], columns: 5..<20)
        },
        highlights: highlights
      ).burntShare
    }
    #expect(share(nil) == 0.5)
    #expect(share(try mask(columns: 15)) == 0)
    // What a reflection leaves of over-exposed paper is still burnt out.
    let burnt = light(
      [20: 1024], { fill(&$0, [255: 1024]) }, highlights: try mask(columns: 15))
    #expect(burnt.burntShare == 1)
  }

  @Test func aReflectionOverNearlyAllOfTheDocumentIsOverExposure() throws {
    let light = light(
      [20: 1024],
      {
        fill(&$0, [200: 1024]); fill(&$0, [255: 1024], columns: 5..<31)
      },
      highlights: try mask(columns: 26))
    #expect(abs(light.burntShare - 26.0 / 30) < 1e-12)
  }

  @Test(arguments: [26, 30])
  func aVeilOverNearlyAllOfTheDocumentIsNoOverExposure(_ columns: Int) throws {
    let light = light(
      [20: 1024],
      {
        fill(&$0, [200: 1024]); fill(&$0, [255: 1024], columns: 5..<31)
      },
      highlights: try mask(columns: columns, isVeil: true))
    #expect(light.burntShare == 0)
  }

  @Test func aFewTilesBesideAVeilSayNothingOfExposure() throws {
    // All is covered but a gap of four by three cells; two tiles in it are not beside the veil.
    let outline = EvidenceBuilder.boundary(
      [(160, 160), (1120, 160), (1120, 800), (160, 800)]
    ).outline
    let mask = HighlightMask(
      columns: 30, rows: 20,
      isCovered: (0..<600).map {
        !((10..<14).contains($0 % 30) && (8..<11).contains($0 / 30))
      },
      homography: try #require(Homography(outline)), isVeil: true)
    let light = light(
      [20: 1024],
      {
        fill(&$0, [200: 1024]); fill(&$0, [255: 1024], columns: 15..<19, rows: 13..<16)
      },
      highlights: mask)
    #expect(light.burntShare == 0)
  }

  @Test func whatLiesBesideAReflectionIsNoShadow() throws {
    func ratio(_ highlights: HighlightMask?) throws -> Double {
      let light = light(
        [20: 1024],
        {
          fill(&$0, [110: 1024]); fill(&$0, [240: 1024], columns: 5..<15)
        },
        highlights: highlights)
      return try #require(light.evenness).ratio
    }
    #expect(try ratio(nil) < 0.3)
    #expect(try ratio(try mask(columns: 10)) > 0.95)
  }
}
