import Clearframe
import Testing

@Suite struct SharpnessTests {
  private func width(_ page: PrintedPage) throws -> Double {
    try #require(page.sharpness.width)
  }

  @Test func growsWithTheBlur() throws {
    let page = PrintedPage.print()
    var last = -1.0
    for deviation in [0, 0.8, 1.2, 1.6, 2, 3, 4] {
      let width = try width(page.blurred(deviation))
      #expect(width > last, "at \(deviation)")
      // Strokes are thin against the wider blurs, which are then taken for up to 1.5 times
      // sharper than they are.
      #expect(width < 1.2 * deviation + 0.6, "at \(deviation)")
      if deviation >= 1.2 { #expect(width > 0.6 * deviation, "at \(deviation)") }
      last = width
    }
  }

  @Test(arguments: [(640, 480), (480, 640), (320, 200), (1000, 300)])
  func doesNotDependOnTheSize(_ size: (Int, Int)) throws {
    let page = PrintedPage.print(width: size.0, height: size.1)
    #expect(try width(page) < 0.8)
    #expect((1.2...2.2).contains(try width(page.blurred(2))))
  }

  @Test func isMeasuredInAViewOf1800Pixels() throws {
    let page = PrintedPage.print(width: 2700, height: 400).blurred(3)
    let sharpness = page.sharpness
    #expect(sharpness.viewScale == 1.5)
    #expect((1.1...2.1).contains(try #require(sharpness.width)))
  }

  @Test(arguments: [0.25, 0.5, 1])
  func doesNotDependOnContrast(_ contrast: Double) throws {
    let page = PrintedPage.print()
    let full = try width(page.blurred(2))
    let faint = try width(page.blurred(2).mapped { 128 + contrast * ($0 - 128) })
    #expect(abs(faint - full) < 0.15 * full)
    #expect(try width(page.mapped { 128 + contrast * ($0 - 128) }) < 0.8)
  }

  @Test(arguments: [2.0, 4, 8], [false, true])
  func noiseIsNotSharpness(_ noise: Double, _ smoothing: Bool) throws {
    let page = PrintedPage.print()
    #expect(try width(page.blurred(2.5).noisy(noise, smoothing: smoothing)) > 1.5)
    #expect(try width(page.noisy(noise, smoothing: smoothing)) < 1)
  }

  @Test(arguments: [0.0, 30, 45, 90, 120, 135])
  func tellsTheDirectionOfMotion(_ degrees: Double) throws {
    let direction = unitVector(degrees)
    let sharpness = PrintedPage.print().moved(9, direction).sharpness
    let width = try #require(sharpness.width)
    let least = try #require(sharpness.leastWidth)
    #expect(width > 1.5)
    #expect(least < 0.55 * width)
    let found = try #require(sharpness.direction) * 180 / Double.pi
    let difference = abs(found - degrees).truncatingRemainder(dividingBy: 180)
    #expect(min(difference, 180 - difference) < 15, "found \(found)")
  }

  @Test func defocusIsRound() throws {
    let sharpness = PrintedPage.print().blurred(2.5).sharpness
    let width = try #require(sharpness.width)
    #expect(try #require(sharpness.leastWidth) > 0.7 * width)
  }

  @Test func tellsBlurThatGrowsTowardsOneSide() throws {
    let page = PrintedPage.print()
    let sharpness = page.passing(into: page.blurred(4), from: 0.3, to: 0.9).sharpness
    #expect(try #require(sharpness.width) < 1.5)
    #expect(try #require(sharpness.trendMaximum) > 1.65)
    let trends = sharpness.blocks.map(\.trend)
    #expect(trends.count == 12)
    #expect(try #require(trends[3]) > 2 * (try #require(trends[0])))
    #expect(sharpness.blocks[0].columns.lowerBound == 0)
    #expect(sharpness.blocks[11].columns.upperBound == 640)
    #expect(sharpness.blocks[11].rows.upperBound == 480)
    #expect(try #require(page.sharpness.trendMaximum) < 1)
    #expect(try #require(page.blurred(2).sharpness.trendMaximum) < 2.4)
  }

  @Test func aSmoothPictureHasNoEdges() {
    var page = PrintedPage(width: 400, height: 300)
    for index in page.luma.indices {
      page.luma[index] -= Double(index % 400) / 8 + Double(index / 400) / 6
    }
    #expect(page.sharpness.edgeCount == 0)
    #expect(page.sharpness.width == nil)
    #expect(page.sharpness.trendMaximum == nil)
    #expect(page.noisy(3).sharpness.edgeCount < 150)
  }

  @Test(arguments: [(1, 1), (3, 200), (5, 5), (16, 16), (17, 33)])
  func tinyPicturesAreNoTrouble(_ size: (Int, Int)) {
    let sharpness = PrintedPage(width: size.0, height: size.1).sharpness
    #expect(sharpness.width == nil)
    #expect(sharpness.blocks.count == 12)
  }

  @Test func aCheckerboardAndStripesAreSharpUntilTheyAreBlurred() throws {
    var checker = PrintedPage(width: 400, height: 300)
    var stripes = checker
    for index in checker.luma.indices {
      let x = index % 400
      let y = index / 400
      checker.luma[index] = (x / 12 + y / 12) % 2 == 0 ? 40 : 200
      stripes.luma[index] = x / 12 % 2 == 0 ? 40 : 200
    }
    #expect(try width(checker) < 0.5)
    #expect(try width(checker.blurred(2.5)) > 1.7)
    #expect(try width(stripes) < 0.5)
    #expect(try width(stripes.blurred(2.5)) > 1.7)
    // Edges of one direction cannot tell motion from defocus.
    #expect(stripes.blurred(2.5).sharpness.direction == nil)
  }

  @Test func onlyTheDocumentIsMeasured() throws {
    let page = PrintedPage.print()
    let mixed = page.blurred(4).passing(into: page, from: 0.499, to: 0.501)
    let half = Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: 300, y: 0),
      bottomRight: PixelPoint(x: 300, y: 480), bottomLeft: PixelPoint(x: 0, y: 480))
    let area = DocumentArea(
      .found(DocumentBoundary(outline: half, confidence: 0.9, sides: [])),
      storedSize: PixelSize(width: 640, height: 480))
    let left = Sharpness(analysis: mixed.analysis, area: area)
    #expect(try #require(left.width) > 2)
    #expect(try #require(mixed.sharpness.width) < 1.5)
  }

  @Test func aSmallDocumentInALargePictureIsMeasuredAtFullResolution() throws {
    // At a working factor of 4 a blur of one pixel cannot be told from two.
    var large = PrintedPage(width: 4400, height: 700, paper: 90)
    func place(_ page: PrintedPage) -> Sharpness {
      for y in 0..<page.height {
        for x in 0..<page.width {
          large.luma[(y + 100) * 4400 + x + 1000] = page.luma[y * page.width + x]
        }
      }
      let card = Quadrilateral(
        topLeft: PixelPoint(x: 1000, y: 100), topRight: PixelPoint(x: 1640, y: 100),
        bottomRight: PixelPoint(x: 1640, y: 580), bottomLeft: PixelPoint(x: 1000, y: 580))
      return Sharpness(
        analysis: large.analysis,
        area: DocumentArea(
          .found(DocumentBoundary(outline: card, confidence: 0.9, sides: [])),
          storedSize: PixelSize(width: 4400, height: 700)))
    }
    let page = PrintedPage.print()
    #expect(try #require(place(page.blurred(0.7)).width) < 1.3)
    #expect(try #require(place(page.blurred(3)).width) > 1.6)
  }
}
