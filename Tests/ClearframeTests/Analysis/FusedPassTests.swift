import Clearframe
import Testing

@Suite struct FusedPassTests {
  struct Case: CustomTestStringConvertible {
    let width: Int
    let height: Int
    let horizontalFactor: Int
    let verticalFactor: Int
    let hasChroma: Bool
    let bandHeights: [Int]
    let rowLimit: Int?
    let seed: UInt64

    init(
      _ width: Int, _ height: Int, chroma: (Int, Int)?, bands: [Int], rowLimit: Int? = nil,
      seed: UInt64
    ) {
      self.width = width
      self.height = height
      (horizontalFactor, verticalFactor) = chroma ?? (1, 1)
      hasChroma = chroma != nil
      bandHeights = bands
      self.rowLimit = rowLimit
      self.seed = seed
    }

    var testDescription: String {
      "\(width)x\(height) chroma \(horizontalFactor)x\(verticalFactor) bands \(bandHeights) "
        + "rows \(rowLimit ?? height) seed \(seed)"
    }
  }

  static let cases: [Case] = [
    Case(1, 1, chroma: nil, bands: [1], seed: 1),
    Case(1, 1, chroma: (2, 2), bands: [16], seed: 2),
    Case(4, 40, chroma: (1, 1), bands: [3], seed: 3),
    Case(40, 4, chroma: (2, 1), bands: [1], seed: 4),
    Case(5, 5, chroma: nil, bands: [1], seed: 5),
    Case(5, 5, chroma: (4, 4), bands: [8], seed: 6),
    Case(33, 65, chroma: (1, 1), bands: [1, 2, 5, 40], seed: 7),
    Case(97, 131, chroma: (2, 2), bands: [16], seed: 8),
    Case(97, 131, chroma: (2, 2), bands: [2, 4, 34], seed: 9),
    Case(130, 70, chroma: (2, 1), bands: [8], seed: 10),
    Case(131, 71, chroma: (1, 2), bands: [16], seed: 11),
    Case(131, 71, chroma: (4, 1), bands: [8], seed: 12),
    Case(131, 71, chroma: (4, 2), bands: [6], seed: 13),
    Case(131, 71, chroma: nil, bands: [71], seed: 14),
    // Factor 2, tiles of 32.
    Case(1_999, 77, chroma: (2, 2), bands: [16], seed: 15),
    Case(77, 1_999, chroma: (1, 1), bands: [8], seed: 16),
    // Factor 2, tiles of 64.
    Case(2_001, 131, chroma: (4, 1), bands: [8], seed: 17),
    // Factor 3: chroma samples are shared by neighbouring working pixels.
    Case(3_001, 131, chroma: (2, 2), bands: [16], seed: 18),
    Case(3_001, 70, chroma: (4, 4), bands: [32, 4], seed: 19),
    Case(70, 3_001, chroma: (2, 1), bands: [8], seed: 20),
    // Factors 4 and 5.
    Case(4_032, 67, chroma: (2, 2), bands: [16], seed: 21),
    Case(5_003, 67, chroma: (2, 2), bands: [16], seed: 22),
    // Whole blocks with other subsampling, in bands that cut them, and data that ends inside one.
    Case(4_000, 44, chroma: (2, 1), bands: [16], seed: 30),
    Case(4_000, 44, chroma: (1, 1), bands: [8], seed: 31),
    Case(4_000, 46, chroma: (4, 4), bands: [16], seed: 32),
    Case(4_032, 67, chroma: (2, 2), bands: [2, 6, 16], seed: 33),
    Case(4_032, 67, chroma: (2, 2), bands: [16], rowLimit: 34, seed: 34),
    Case(2_000, 42, chroma: (1, 1), bands: [3], seed: 35),
    // Tiles of 128, factor 7.
    Case(8_161, 141, chroma: (2, 2), bands: [16], seed: 23),
    Case(61, 8_193, chroma: (2, 2), bands: [16], seed: 24),
    // Data that ends early: before, at and past a tile's and a working row's edge.
    Case(97, 131, chroma: (2, 2), bands: [16], rowLimit: 0, seed: 25),
    Case(97, 131, chroma: (2, 2), bands: [16], rowLimit: 3, seed: 26),
    Case(97, 131, chroma: (2, 2), bands: [16], rowLimit: 64, seed: 27),
    Case(97, 131, chroma: (2, 2), bands: [16], rowLimit: 100, seed: 28),
    Case(3_001, 131, chroma: (2, 2), bands: [16], rowLimit: 80, seed: 29),
  ]

  @Test(arguments: cases) func matchesPlainLoops(_ test: Case) {
    let picture = PlanarPicture(
      width: test.width, height: test.height, horizontalFactor: test.horizontalFactor,
      verticalFactor: test.verticalFactor, hasChroma: test.hasChroma, seed: test.seed)
    let analysis = picture.analysis(bandHeights: test.bandHeights, rowLimit: test.rowLimit)
    let plain = picture.plainTiles(rowLimit: test.rowLimit)

    let decodedRows = analysis.decodedRows
    #expect(decodedRows == min(test.height, test.rowLimit ?? test.height))
    let grid = analysis.tiles
    let firstDifference = grid.tiles.indices.first { grid.tiles[$0] != plain.tiles[$0] }
    #expect(firstDifference == nil)
    if let firstDifference {
      #expect(grid.tiles[firstDifference] == plain.tiles[firstDifference])
    }
    #expect(grid.histograms == plain.histograms)

    let luma = analysis.working.luma
    let plainLuma = picture.plainWorkingPlane(
      picture.luma, columns: test.width, horizontalFactor: 1, verticalFactor: 1,
      rowLimit: test.rowLimit, unseen: 0)
    #expect(luma == plainLuma)
    let blue = analysis.working.chromaBlue
    let red = analysis.working.chromaRed
    guard test.hasChroma else {
      #expect(blue.isEmpty && red.isEmpty)
      return
    }
    let plainBlue = picture.plainWorkingPlane(
      picture.blue, columns: picture.chromaColumns, horizontalFactor: test.horizontalFactor,
      verticalFactor: test.verticalFactor, rowLimit: test.rowLimit, unseen: 128)
    let plainRed = picture.plainWorkingPlane(
      picture.red, columns: picture.chromaColumns, horizontalFactor: test.horizontalFactor,
      verticalFactor: test.verticalFactor, rowLimit: test.rowLimit, unseen: 128)
    #expect(blue == plainBlue)
    #expect(red == plainRed)
  }

  @Test func emptyPictureHasNoTiles() {
    let pass = FusedPass(storedSize: PixelSize(width: 0, height: 0), hasChroma: true)
    let analysis = pass.finish()
    let tileCount = analysis.tiles.tiles.count
    let workingCount = analysis.working.luma.count
    #expect(tileCount == 0)
    #expect(workingCount == 0)
  }
}
