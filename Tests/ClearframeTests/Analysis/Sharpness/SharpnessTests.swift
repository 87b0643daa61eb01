import Clearframe
import Foundation
import Testing

@Suite struct SharpnessTests {
  /// The width in pixels of the page.
  private func width(_ page: PrintedPage) throws -> Double {
    let sharpness = page.sharpness
    return try #require(sharpness.width) * sharpness.viewScale
  }

  /// The greatest width of the trend in pixels of the page.
  private func trendMaximum(_ page: PrintedPage) throws -> Double {
    let sharpness = page.sharpness
    return try #require(sharpness.trendMaximum) * sharpness.viewScale
  }

  @Test(arguments: [
    (300, 0.5), (1125, 0.5), (1440, 0.64), (1600, 0.7), (4000, 0.7),
  ])
  func smallPicturesAreEnlargedButNotWithoutLimit(_ longSide: Int, _ scale: Double) {
    let found = Sharpness.leastViewScale(of: PixelSize(width: longSide, height: 200))
    #expect(abs(found - scale) < 1e-9)
  }

  @Test func growsWithTheBlur() throws {
    let page = PrintedPage.print()
    var last = -1.0
    for deviation in [0, 0.8, 1.2, 2, 3] {
      let width = try width(page.blurred(deviation))
      #expect(width > last, "at \(deviation)")
      // Strokes are thin against the wider blurs, which are then taken for up to 1.5 times
      // sharper than they are.
      #expect(width < 1.2 * deviation + 0.6, "at \(deviation)")
      if deviation >= 1.2 { #expect(width > 0.6 * deviation, "at \(deviation)") }
      last = width
    }
  }

  @Test(arguments: [(240, 320), (200, 150), (500, 150)])
  func doesNotDependOnTheSize(_ size: (Int, Int)) throws {
    let page = PrintedPage.print(width: size.0, height: size.1)
    #expect(try width(page) < 0.8)
    #expect((1.2...2.2).contains(try width(page.blurred(2))))
  }

  @Test func isMeasuredInAViewOf1800Pixels() throws {
    let page = PrintedPage.print(width: 2700, height: 120).blurred(3)
    let sharpness = page.sharpness
    #expect(sharpness.viewScale == 1.5)
    #expect((1.1...2.1).contains(try #require(sharpness.width)))
  }

  @Test(arguments: [0.25, 0.5])
  func doesNotDependOnContrast(_ contrast: Double) throws {
    let page = PrintedPage.print()
    let full = try width(page.blurred(2))
    let faint = try width(page.blurred(2).mapped { 128 + contrast * ($0 - 128) })
    #expect(abs(faint - full) < 0.15 * full)
    #expect(try width(page.mapped { 128 + contrast * ($0 - 128) }) < 0.8)
  }

  @Test(arguments: [2.0, 5], [false, true])
  func noiseIsNotSharpness(_ noise: Double, _ smoothing: Bool) throws {
    let page = PrintedPage.print()
    #expect(try width(page.blurred(2.5).noisy(noise, smoothing: smoothing)) > 1.5)
    #expect(try width(page.noisy(noise, smoothing: smoothing)) < 1)
  }

  @Test(arguments: [0.0, 30, 45, 90, 135])
  func tellsTheDirectionOfMotion(_ degrees: Double) throws {
    let direction = unitVector(degrees)
    let sharpness = PrintedPage.print().moved(11, direction).sharpness
    let width = try #require(sharpness.width)
    let least = try #require(sharpness.leastWidth)
    #expect(width > 1.5)
    #expect(least < 0.7 * width)
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
    let mixed = page.passing(into: page.blurred(3.5), from: 0.2, to: 0.6)
    let sharpness = mixed.sharpness
    #expect(try width(mixed) < 1.5)
    #expect(try trendMaximum(mixed) > 1.65)
    let trends = sharpness.blocks.map(\.trend)
    #expect(trends.count == 12)
    #expect(try #require(trends[3]) > 2 * (try #require(trends[0])))
    #expect(sharpness.blocks[0].columns.lowerBound == 0)
    #expect(sharpness.blocks[11].columns.upperBound == 320)
    #expect(sharpness.blocks[11].rows.upperBound == 240)
    #expect(try trendMaximum(page) < 1)
    #expect(try trendMaximum(page.blurred(2)) < 2.4)
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
    var checker = PrintedPage(width: 240, height: 180)
    var stripes = checker
    for index in checker.luma.indices {
      let x = index % 240
      let y = index / 240
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
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: 150, y: 0),
      bottomRight: PixelPoint(x: 150, y: 240), bottomLeft: PixelPoint(x: 0, y: 240))
    let area = DocumentArea(
      .found(DocumentBoundary(outline: half, confidence: 0.9, sides: [])),
      storedSize: PixelSize(width: 320, height: 240))
    let left = Sharpness(analysis: mixed.analysis, area: area)
    #expect(try #require(left.width) * left.viewScale > 2)
    #expect(try width(mixed) < 1.5)
  }

  @Test(arguments: [0.5, 0.79, 0.81, 0.99])
  func aSoftPhotoTakenForTheDocumentIsNoBlur(_ confidence: Double) throws {
    // The picture is sharp but for a photo; how sure its outline is tells what is measured.
    let page = PrintedPage.print(width: 640, height: 480)
    let mixed = page.blurred(4).passing(into: page, from: 0.249, to: 0.251)
    let photo = Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: 150, y: 0),
      bottomRight: PixelPoint(x: 150, y: 480), bottomLeft: PixelPoint(x: 0, y: 480))
    func measured(_ page: PrintedPage) -> Sharpness {
      Sharpness(
        analysis: page.analysis,
        area: DocumentArea(
          .found(DocumentBoundary(outline: photo, confidence: confidence, sides: [])),
          storedSize: PixelSize(width: 640, height: 480)))
    }
    let sharpness = measured(mixed)
    if confidence < 0.8 {
      #expect(sharpness == mixed.sharpness)
      #expect(try #require(sharpness.width) < 1)
    } else {
      #expect(try #require(sharpness.width) > 2.5)
    }
    // Where all of the picture is blurred, so is the document.
    #expect(try #require(measured(page.blurred(4)).width) > 2.5)
  }

  @Test func aSmallDocumentInALargePictureIsMeasuredAtFullResolution() throws {
    // At a working factor of 4 a blur of one pixel cannot be told from two.
    var large = PrintedPage(width: 4400, height: 300)
    func place(_ page: PrintedPage) -> Sharpness {
      for y in 0..<page.height {
        for x in 0..<page.width {
          large.luma[(y + 30) * 4400 + x + 1000] = page.luma[y * page.width + x]
        }
      }
      let card = Quadrilateral(
        topLeft: PixelPoint(x: 1000, y: 30), topRight: PixelPoint(x: 1320, y: 30),
        bottomRight: PixelPoint(x: 1320, y: 270), bottomLeft: PixelPoint(x: 1000, y: 270))
      return Sharpness(
        analysis: large.analysis,
        area: DocumentArea(
          .found(DocumentBoundary(outline: card, confidence: 0.9, sides: [])),
          storedSize: PixelSize(width: 4400, height: 300)))
    }
    let page = PrintedPage.print()
    #expect(try #require(place(page.blurred(0.7)).width) * 0.7 < 1.3)
    #expect(try #require(place(page.blurred(4)).width) * 0.7 > 1.6)
  }

  @Test(arguments: [0.5, 0.9])
  func theOutlineTellsWhatThinStrokesHide(_ confidence: Double) throws {
    // Fine print, whose sharp edges outweigh the soft ones; the outline loses its focus rightwards.
    var page = PrintedPage.print(width: 640, height: 480, thickness: 2)
      .framed(columns: 40..<600, rows: 40..<440, by: 40, softness: 1)
    page = page.passing(into: page.blurred(4), from: 0.3, to: 1)
      .passing(into: page.blurred(8), from: 0.65, to: 1.2)
    let area = DocumentArea(
      .found(
        DocumentBoundary(
          outline: EvidenceBuilder.boundary([(40, 40), (600, 40), (600, 440), (40, 440)]).outline,
          confidence: confidence, sides: [])),
      storedSize: PixelSize(width: 640, height: 480))
    let sharpness = Sharpness(analysis: page.analysis, area: area)
    let trend = try #require(sharpness.trendMaximum)
    // A doubtful outline may be another thing's.
    #expect(confidence < 0.8 ? trend < 2.2 : trend > 2.2, "found \(trend)")
  }

  @Test func shakeShowsEvenWhereThinStrokesKeepHardEnds() throws {
    let page = PrintedPage.print(width: 640, height: 480, thickness: 3)
    #expect(try width(page) < 0.8)
    for degrees in [0.0, 45, 90] {
      let sharpness = page.moved(18, unitVector(degrees)).sharpness
      let width = try #require(sharpness.width)
      // By the widths of their edges alone it would be 1.5.
      #expect(width * sharpness.viewScale > 1.9, "at \(degrees)")
      #expect(try #require(sharpness.leastWidth) < 0.55 * width, "at \(degrees)")
      let found = try #require(sharpness.direction) * 180 / Double.pi
      let difference = abs(found - degrees).truncatingRemainder(dividingBy: 180)
      #expect(min(difference, 180 - difference) < 25, "found \(found)")
    }
  }

  @Test func faintSmearsAreThoseOfThickStrokes() throws {
    // Taken for smears of strokes two pixels of the view thick, they would be 2.43 wide.
    let page = PrintedPage.print(width: 1200, height: 240, thickness: 2)
    #expect(try #require(page.moved(12, unitVector(90)).sharpness.width) > 2.55)
  }

  @Test func fineLinesOfOneDirectionAreNoShake() throws {
    // As behind the print of a card: pale lines everywhere, a few dark strokes across them.
    var page = PrintedPage.print(width: 640, height: 480, thickness: 4)
    for index in page.luma.indices where page.luma[index] > 150 && index % 640 % 5 == 0 {
      page.luma[index] -= 40
    }
    #expect(try #require(page.blurred(0.5).sharpness.width) < 1.5)
  }

  @Test func aBarAcrossLinesIsNoShake() throws {
    // Sharp lines of one direction, and few steep edges, a little softer, that face along them.
    var page = PrintedPage(width: 640, height: 480)
    for index in page.luma.indices where index / 640 < 330 && index / 640 % 16 < 4 {
      page.luma[index] = 40
    }
    for row in 350..<430 {
      for column in 290..<350 {
        let x = Double(column)
        page.luma[row * 640 + column] =
          210 - 170 / (1 + exp((300 - x) / 0.36)) / (1 + exp((x - 340) / 0.36))
      }
    }
    // By the energy lost against the lines it would be 2.3.
    let width = try #require(page.sharpness.width)
    #expect(width < 1.6, "found \(width)")
  }

  @Test(arguments: [(20, false), (34, false), (80, true)])
  func aFoldIsNoShake(length: Int, isShake: Bool) throws {
    // Lines of one direction, and few soft edges or many that face along them.
    var page = PrintedPage(width: 640, height: 480)
    for index in page.luma.indices where index / 640 < 330 && index / 640 % 16 < 4 {
      page.luma[index] = 40
    }
    for row in 350..<350 + length {
      for column in 0..<640 {
        page.luma[row * 640 + column] -= 60 * gaussian(Double(column - 320) / 3)
      }
    }
    #expect(try (width(page) > 2) == isShake)
  }

  @Test func theBorderOfAReflectionIsNoBlur() throws {
    // Print on the left half alone, a reflection with a soft border on the right one.
    var page = PrintedPage.print(width: 640, height: 480, paper: 120, ink: 20)
      .passing(into: PrintedPage(width: 640, height: 480, paper: 120), from: 0.5, to: 0.51)
    for index in page.luma.indices {
      let (x, y) = (Double(index % 640) - 480, Double(index / 640) - 240)
      let light = 1 / (1 + exp(((x * x + y * y).squareRoot() - 90) / 5))
      page.luma[index] += light * (255 - page.luma[index])
    }
    let size = PixelSize(width: 640, height: 480)
    let area = DocumentArea(.noEvidence, storedSize: size)
    // Cells of 32 pixels from column 10 and row 3 on.
    let mask = HighlightMask(
      columns: 20, rows: 15,
      isCovered: (0..<300).map { $0 % 20 >= 10 && (3..<12).contains($0 / 20) },
      homography: try #require(Homography(area.outline)))
    let whole = page.sharpness
    let beside = Sharpness(analysis: page.analysis, area: area, highlights: mask)
    func widest(_ sharpness: Sharpness) throws -> Double {
      try #require(sharpness.blocks.compactMap(\.width).max()) * sharpness.viewScale
    }
    #expect(try widest(whole) > 3)
    #expect(try widest(beside) < 1)
    #expect(beside.edgeCount > 150)
    // Where nothing else is left, print under a reflection is better than none.
    let all = HighlightMask(
      columns: 1, rows: 1, isCovered: [true], homography: try #require(Homography(area.outline)))
    #expect(Sharpness(analysis: page.analysis, area: area, highlights: all) == whole)
  }

  @Test func theBorderOfAReflectionIsNoTrend() throws {
    // Print but for the right third, where a window is mirrored that was found in its middle only.
    var page = PrintedPage.print(width: 640, height: 480, paper: 120, ink: 20)
      .passing(into: PrintedPage(width: 640, height: 480, paper: 120), from: 0.74, to: 0.75)
    for index in page.luma.indices {
      let light = 1 / (1 + exp((abs(Double(index % 640) - 560) - 30) / 2))
      page.luma[index] += light * (255 - page.luma[index])
    }
    let area = DocumentArea(
      .found(
        DocumentBoundary(
          outline: EvidenceBuilder.boundary([(4, 4), (636, 4), (636, 476), (4, 476)]).outline,
          confidence: 0.9, sides: [])),
      storedSize: PixelSize(width: 640, height: 480))
    let mask = HighlightMask(
      columns: 40, rows: 30, isCovered: (0..<1200).map { (34...35).contains($0 % 40) },
      homography: try #require(Homography(area.outline)))
    func trend(_ highlights: HighlightMask?) -> Double {
      let sharpness = Sharpness(analysis: page.analysis, area: area, highlights: highlights)
      return (sharpness.trendMaximum ?? 0) * sharpness.viewScale
    }
    #expect(trend(nil) > 1.4)
    #expect(trend(mask) < 1)
  }

  @Test func aSoftOutlineWithoutPrintBesideItIsNoTrend() throws {
    // A curled page: print above, nothing below, and a soft shadow at the lower edge.
    var page = PrintedPage.print(width: 360, height: 480)
    for index in page.luma.indices where index / 360 > 200 { page.luma[index] = 210 }
    let soft = page.framed(columns: -60..<420, rows: -60..<450, by: 90, softness: 16)
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 4, y: 4), topRight: PixelPoint(x: 356, y: 4),
      bottomRight: PixelPoint(x: 356, y: 450), bottomLeft: PixelPoint(x: 4, y: 450))
    let sharpness = Sharpness(
      analysis: soft.analysis,
      area: DocumentArea(
        .found(DocumentBoundary(outline: outline, confidence: 0.9, sides: [])),
        storedSize: PixelSize(width: 360, height: 480)))
    #expect(sharpness.blocks.suffix(3).allSatisfy { $0.width ?? 9 > 4 && $0.trend == nil })
    #expect((sharpness.trendMaximum ?? 0) * sharpness.viewScale < 1)
  }

  /// The trend over a document that fills a page but for a strip on the left.
  private func trendMaximum(_ page: PrintedPage, left: Double) -> Double {
    let size = PixelSize(width: page.width, height: page.height)
    let (right, bottom) = (Double(size.width) - 4, Double(size.height) - 4)
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: left, y: 4), topRight: PixelPoint(x: right, y: 4),
      bottomRight: PixelPoint(x: right, y: bottom), bottomLeft: PixelPoint(x: left, y: bottom))
    let sharpness = Sharpness(
      analysis: page.analysis,
      area: DocumentArea(
        .found(DocumentBoundary(outline: outline, confidence: 0.9, sides: [])), storedSize: size))
    return (sharpness.trendMaximum ?? 0) * sharpness.viewScale
  }

  @Test func aSoftOutlineBesideSharpPrintIsNoTrend() {
    // A document with a soft shadow along its left side, and little print beside it.
    var page = PrintedPage.print(width: 480, height: 360)
    for index in page.luma.indices where index % 480 < 110 && index / 480 % 60 > 14 {
      page.luma[index] = 210
    }
    let soft = page.framed(columns: 30..<540, rows: -60..<420, by: 150, softness: 7)
    #expect(trendMaximum(page, left: 30) < 1)
    #expect(trendMaximum(soft, left: 30) < 1.2)
    // Print as soft as the outline is blurred.
    let blurred = page.blurred(4).passing(into: page, from: 0.2, to: 0.5)
      .framed(columns: 30..<540, rows: -60..<420, by: 150, softness: 7)
    #expect(trendMaximum(blurred, left: 30) > 1.4)
  }

  /// Print of less than half the width of all edges caps the trend; without print there is none.
  @Test(
    arguments: [
      (2.0, 3.0, 1.4, 1.4), (1.2, 3.0, 1.4, 1.2), (2.0, 3.0, 1.6, 2.0), (2.0, 3.0, nil, nil),
      (nil, 3.0, 1.0, nil),
    ] as [(Double?, Double, Double?, Double?)])
  func aTrendIsNoWiderThanMuchSharperPrint(
    trend: Double?, width: Double, print: Double?, expected: Double?
  ) {
    #expect(Sharpness.trend(trend, ofEdges: width, print: print, rim: nil, contrast: 1) == expected)
  }

  /// Print of more than twice the width of the outline beside it is soft by itself.
  @Test(arguments: [(2.1, nil), (1.9, 2.0), (nil, 2.0)] as [(Double?, Double?)])
  func muchSofterPrintThanTheOutlineHasNoTrend(print: Double?, expected: Double?) {
    let width = print ?? 4
    #expect(
      Sharpness.trend(2, ofEdges: width, print: width, rim: print == nil ? nil : 1, contrast: 1)
        == expected)
  }

  @Test(arguments: [(0.2, nil), (0.25, 2.0)] as [(Double, Double?)])
  func muchFainterPrintHasNoTrend(contrast: Double, expected: Double?) {
    #expect(Sharpness.trend(2, ofEdges: 2, print: 2, rim: nil, contrast: contrast) == expected)
  }

  @Test func aPersonIsJudgedByTheirSharpestEdges() throws {
    // Half of the edges are soft, as cheeks and folds are.
    let page = PrintedPage.print()
    let mixed = page.passing(into: page.blurred(3), from: 0.4, to: 0.6)
    func person(_ page: PrintedPage) throws -> Double {
      let sharpness = Sharpness(analysis: page.analysis, person: nil)
      return try #require(sharpness.width) * sharpness.viewScale
    }
    #expect(try person(mixed) < 0.8)
    #expect(try person(mixed.blurred(2)) > 1.2)
    #expect(try person(mixed.blurred(2).noisy(4)) > 1.2)
    // A sharp wall behind a blurred person does not count.
    let behind = page.blurred(3).passing(into: page, from: 0.499, to: 0.501)
    let corners = [(0.0, 0.0), (150, 0), (150, 240), (0, 240)]
    let sharpness = Sharpness(
      analysis: behind.analysis, person: corners.map { PixelPoint(x: $0.0, y: $0.1) })
    #expect(try #require(sharpness.width) * sharpness.viewScale > 1.5)
  }
}
