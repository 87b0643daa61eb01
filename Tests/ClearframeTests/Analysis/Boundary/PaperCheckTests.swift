import Clearframe
import Testing

@Suite struct PaperCheckTests {
  private func isPaper(_ scene: PaintedScene, isGray: Bool = false) throws -> Bool {
    let image = scene.image(isGray: isGray)
    return PaperCheck.isPaperToTheBorders(try #require(PaperMap(ReducedImage(image))))
  }

  /// The inside of a page, its print cut by the frame; `shade` levels darker at the right.
  private func inside(shade: Double = 0) -> PaintedScene {
    var scene = PaintedScene(width: 800, height: 600, background: BoundaryDetectorTests.paper)
    for column in stride(from: 0.0, to: 800, by: 4) where shade > 0 {
      scene.fill(
        PaintedScene.rectangle(centre: (column + 2, 300), size: (5, 620)),
        [225 - shade * column / 800, 126, 130])
    }
    scene.print(
      on: PaintedScene.rectangle(centre: (400, 300), size: (1300, 900)), rows: 22, seed: 31)
    scene.addNoise(3, seed: 32)
    return scene
  }

  @Test(arguments: [0.0, 90], [false, true])
  func insideOfAPage(_ shade: Double, _ isGray: Bool) throws {
    #expect(try isPaper(inside(shade: shade), isGray: isGray))
  }

  @Test func aDenselyMarkedSurfaceIsNoPage() throws {
    // Chips in light stone, as close at all borders as in the middle.
    var scene = PaintedScene(width: 800, height: 600, background: BoundaryDetectorTests.paper)
    for row in 0..<38 {
      for column in 0..<50 {
        let centre = (Double(column * 16 + row % 2 * 8), Double(row * 16 + column % 3 * 4))
        scene.fill(PaintedScene.rectangle(centre: centre, size: (7, 7)), [110, 126, 130])
      }
    }
    scene.addNoise(3, seed: 37)
    #expect(try !isPaper(scene))
  }

  @Test func printNearThreeBordersIsAPagesMargin() throws {
    var scene = PaintedScene(width: 800, height: 600, background: BoundaryDetectorTests.paper)
    scene.print(
      on: PaintedScene.rectangle(centre: (430, 290), size: (900, 700)), rows: 20, seed: 33)
    scene.addNoise(3, seed: 34)
    #expect(try isPaper(scene))
  }

  @Test func slipOnAPaleDeskIsNotAPage() throws {
    var scene = PaintedScene(width: 800, height: 600, background: [214, 127, 129])
    let slip = PaintedScene.rectangle(centre: (400, 300), size: (400, 300))
    scene.fill(slip, BoundaryDetectorTests.paper)
    scene.print(on: slip, rows: 9, seed: 35)
    scene.addNoise(3, seed: 36)
    #expect(try !isPaper(scene))
  }

  @Test func cardBrighterThanAPrintedClothIsNotAPage() throws {
    var scene = inside()
    scene.fill(PaintedScene.rectangle(centre: (400, 300), size: (800, 600)), [150, 126, 130])
    scene.print(
      on: PaintedScene.rectangle(centre: (400, 300), size: (1300, 900)), rows: 22, seed: 31)
    #expect(try isPaper(scene))
    scene.fill(
      PaintedScene.rectangle(centre: (400, 300), size: (260, 180)), BoundaryDetectorTests.paper)
    #expect(try !isPaper(scene))
  }

  @Test func colouredThingsOnPrintedSheetsAreNotAPage() throws {
    var scene = inside()
    scene.fill(PaintedScene.rectangle(centre: (300, 300), size: (340, 260)), [150, 150, 140])
    #expect(try !isPaper(scene))
  }

  /// Burnt out paper, tiles and desks look alike; where a part of the borders is not burnt out, it is
  /// told from them.
  @Test(arguments: [(800.0, false), (640, true)])
  func burntBordersTellNothing(_ burnt: Double, _ expected: Bool) throws {
    var scene = PaintedScene(width: 800, height: 600, background: [235, 128, 128])
    scene.fill(
      PaintedScene.rectangle(centre: (burnt / 2, 300), size: (burnt, 620)), [255, 128, 128])
    scene.print(
      on: PaintedScene.rectangle(centre: (400, 300), size: (1300, 900)), rows: 22, seed: 31)
    #expect(try isPaper(scene) == expected)
  }

  @Test func blankPaperTellsNothing() throws {
    var scene = PaintedScene(width: 800, height: 600, background: BoundaryDetectorTests.paper)
    scene.addNoise(3, seed: 37)
    #expect(try !isPaper(scene))
  }

  @Test func deskAtOneBorderIsNotPaper() throws {
    var scene = inside()
    scene.fill(PaintedScene.rectangle(centre: (785, 300), size: (60, 640)), [110, 110, 150])
    #expect(try !isPaper(scene))
  }

  @Test func tilesAreNotPaper() throws {
    var scene = PaintedScene(width: 800, height: 600, background: [90, 128, 128])
    for row in 0..<20 {
      for column in 0..<27 {
        scene.fill(
          PaintedScene.rectangle(
            centre: (15 + 30 * Double(column), 15 + 30 * Double(row)), size: (26, 26)),
          [Double(150 + (row * 37 + column * 53) % 80), 128, 128])
      }
    }
    #expect(try !isPaper(scene))
  }

  @Test(arguments: [(1, 1), (15, 400), (400, 15), (16, 16), (17, 33)])
  func smallPicturesAreHarmless(_ width: Int, _ height: Int) {
    let image = PaintedScene(width: width, height: height).image()
    if let map = PaperMap(ReducedImage(image)) {
      #expect(!PaperCheck.isPaperToTheBorders(map))
    }
  }
}
