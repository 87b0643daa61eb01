import Testing

@testable import Clearframe

@Suite struct GlareDetectorTests {
  /// A printed page of ordinary exposure.
  private func page(paper: Double = 0.6) -> MockDocument {
    var document = MockDocument(paper: paper)
    document.print()
    return document
  }

  /// A darkish card with a header, a photo box with white ground, and print.
  private func card(paper: Double = 0.3) -> MockDocument {
    var document = MockDocument(paper: paper)
    document.print()
    document.fill(0..<640, 0..<60, reflectance: 0.3)
    document.set(60..<200, 120..<300, to: 0.8)
    document.set(95..<165, 170..<300, to: 0.1)
    return document
  }

  private func finding(_ document: MockDocument) throws -> GlareFinding {
    GlareDetector.find(in: try #require(document.rectified()))
  }

  private func distance(_ x: Double, _ y: Double, from centre: (Double, Double)) -> Double {
    let (dx, dy) = (x - centre.0, y - centre.1)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// 1 inside, 0 outside, with a slope of `width` samples.
  private func edge(_ depth: Double, width: Double) -> Double {
    let part = min(max(depth / width + 0.5, 0), 1)
    return part * part * (3 - 2 * part)
  }

  @Test(arguments: [0.2, 0.45, 0.6, 0.8])
  func leavesPrintOnPaperAlone(_ paper: Double) throws {
    #expect(try finding(page(paper: paper)).highlights.isEmpty)
  }

  @Test(arguments: [0.05, 0.5, 0.85, 1.2])
  func leavesABlankSheetAlone(_ paper: Double) throws {
    #expect(try finding(MockDocument(paper: paper)).highlights.isEmpty)
  }

  @Test func leavesAnOverExposedPageAlone() throws {
    #expect(try finding(page(paper: 1.5)).highlights.isEmpty)
  }

  @Test(arguments: [0.05, 0.15, 0.3])
  func leavesABrightPhotoBoxAlone(_ paper: Double) throws {
    #expect(try finding(card(paper: paper)).highlights.isEmpty)
  }

  @Test func findsALampInADarkCoverFarBelowWhite() throws {
    var cover = MockDocument(paper: 0.04)
    cover.set(120..<220, 60..<80, to: 0.5)
    cover.set(120..<220, 310..<330, to: 0.5)
    let alone = try finding(cover)
    #expect(alone.highlights.isEmpty)
    cover.mirror { x, y in
      0.3 * edge(60 - distance(x, y, from: (320, 200)), width: 90)
    }
    let found = try finding(cover)
    #expect(found.highlights.count == 1)
    #expect((0.03...0.2).contains(found.share))
  }

  @Test func leavesAWhiteBorderAndPalePrintAlone() throws {
    var document = MockDocument(paper: 0.85)
    document.fill(30..<610, 30..<370, reflectance: 0.75)
    document.fill(80..<300, 100..<200, reflectance: 0.9)
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test func leavesAShadowAlone() throws {
    var document = page(paper: 0.7)
    document.illuminate { x, _ in 0.45 + 0.55 * edge(x - 260, width: 60) }
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test func leavesALampsLightOnMattePaperAlone() throws {
    var document = page(paper: 0.45)
    document.illuminate { x, y in 1 + 0.5 * max(0, 1 - distance(x, y, from: (0, 0)) / 600) }
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test(arguments: [0.15, 0.25])
  func leavesPaperBesideADeepShadowAlone(_ shadow: Double) throws {
    var document = MockDocument(paper: 0.7)
    document.fill(60..<200, 60..<80, reflectance: 0.2)
    document.illuminate { x, y in
      shadow + (1 - shadow) * edge(x + 0.4 * y - 420, width: 50)
    }
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test func leavesASoftPaleDiscPrintedOnADarkCoverAlone() throws {
    var document = MockDocument(paper: 0.05)
    document.set(40..<600, 30..<50, to: 0.85)
    document.set(40..<600, 350..<370, to: 0.85)
    document.mirror { x, y in
      let part = distance(x, y, from: (320, 200)) / 110
      return part < 1 ? 0.42 * (1 - part * part) : 0
    }
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test(arguments: [true, false])
  func findsAHardSpot(_ onCard: Bool) throws {
    var document = onCard ? card() : page()
    document.mirror { x, y in 4 * edge(40 - distance(x, y, from: (420, 180)), width: 10) }
    let finding = try finding(document)
    let largest = try #require(finding.highlights.first)
    // A disc of radius 40 on the sheet without its edge strip.
    let share = Double.pi * 40 * 40 / (0.94 * 0.94 * 640 * 400)
    #expect(largest.share > 0.7 * share && largest.share < 1.8 * share)
    #expect(largest.outline[0].x > 360 && largest.outline[2].x < 480)
    #expect(largest.outline[0].y > 120 && largest.outline[2].y < 240)
  }

  @Test func findsTheSmallestSpotThatCounts() throws {
    var document = card()
    // 0.8 % of the sheet.
    document.mirror { x, y in 5 * edge(25.5 - distance(x, y, from: (450, 230)), width: 8) }
    #expect(try finding(document).largestShare > 0.006)
  }

  @Test(arguments: [true, false])
  func findsASoftHalo(_ onCard: Bool) throws {
    var document = onCard ? card() : page()
    document.mirror { x, y in
      let part = distance(x, y, from: (430, 220)) / 80
      return 2 / (1 + part * part * part * part)
    }
    #expect(try finding(document).largestShare > 0.02)
  }

  @Test func findsATubesStreak() throws {
    var document = page()
    document.mirror { x, y in 3 * edge(12 - abs(y - 0.4 * x - 60), width: 14) }
    #expect(try finding(document).share > 0.02)
  }

  @Test func findsAWindow() throws {
    var document = page()
    document.mirror { x, y in
      let (u, v) = (x - 330 + 0.3 * (y - 200), y - 200 - 0.2 * (x - 330))
      return 1.5 * edge(min(90 - abs(u), 60 - abs(v)), width: 8)
    }
    let share = try finding(document).share
    #expect(share > 0.05 && share < 0.2)
  }

  @Test func findsASheenUnderWhichPrintIsStillSeen() throws {
    var document = page(paper: 0.5)
    document.mirror { x, y in 0.45 * edge(110 - abs(x - y - 120), width: 60) }
    #expect(try finding(document).share > 0.1)
  }

  @Test(arguments: [0.2, 0.3])
  func findsAFaintSheenByThePrintThatItLifts(_ added: Double) throws {
    var document = page(paper: 0.35)
    document.mirror { x, y in added * edge(100 - abs(x - y - 120), width: 60) }
    #expect(try finding(document).share > 0.1)
    #expect(try #require(finding(document).mask).covers(PixelPoint(x: 320, y: 200)))
  }

  @Test(arguments: [0.5, 0.8])
  func leavesAsMuchLightOnMattePaperAlone(_ added: Double) throws {
    var document = page(paper: 0.35)
    document.illuminate { x, y in 1 + added * edge(100 - abs(x - y - 120), width: 60) }
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test func saysThatPrintShowsTheLightToBeMirrored() throws {
    var document = page(paper: 0.35)
    // Softer than print by far, or the paper would be two parts.
    document.mirror { x, y in 0.3 * edge(100 - abs(x - y - 120), width: 140) }
    #expect(try #require(finding(document).mask).isVeil)
  }

  @Test(arguments: [(0.35, 0.6), (0.5, 0.45)])
  func findsASheenOverNearlyAllOfAPage(paper: Double, added: Double) throws {
    var document = page(paper: paper)
    document.mirror { x, _ in added * edge(x - 120, width: 200) }
    #expect(try #require(finding(document).highlights.first).share > 0.85)
  }

  @Test func countsASheenBesideWhichNoPaperIsDarkByItsVeil() {
    // Faint, soft and wide, on a page exposed close to white.
    func evidence(veil: Float) -> Float {
      HighlightFeatures(
        share: 0.27, rise: 0.05, excess: 0.05, steepness: 0.42, contrast: 0.51,
        documentContrast: 0.41, plainestContrast: 0.6, plainestDocumentContrast: 0.6, fadedShare: 0,
        lift: 0, matte: 0, veil: veil, trend: 0, peak: 252, clipped: 0.15,
        surroundingLight: 0.9, documentLight: 0.9, cutOff: 0.12, boxed: 0.12
      ).evidence
    }
    #expect(evidence(veil: 0) < -1)
    #expect(evidence(veil: 1) > 0)
  }

  @Test func countsABroadSheenByAllPrintOfTheDocument() {
    // No brighter than a lamp's light, and cut off by the document's edges.
    func evidence(trend: Float, share: Float = 0.2) -> Float {
      HighlightFeatures(
        share: share, rise: 0.12, excess: 0.09, steepness: 0.26, contrast: 0.51,
        documentContrast: 0.63, plainestContrast: 0.53, plainestDocumentContrast: 0.75,
        fadedShare: 0, lift: 0, matte: 0, veil: 0, trend: trend, peak: 204, clipped: 0,
        surroundingLight: 0.52, documentLight: 0.53, cutOff: 0.43, boxed: 0.45
      ).evidence
    }
    #expect(evidence(trend: 0) < -1)
    #expect(evidence(trend: 1) > 1)
    // As wide and as often cut off as the lit side of a page in shadow.
    #expect(evidence(trend: 0, share: 0.5) < -3)
    #expect(evidence(trend: 1, share: 0.5) > 1)
    // That it is likely does not do on its own.
    #expect(evidence(trend: 0.2) < 0)
  }

  @Test func findsASheenThatRunsIntoTheEdgesOfBothPagesOfABook() throws {
    var document = page(paper: 0.4)
    document.set(312..<328, 0..<400, to: 0.1)
    document.mirror { x, y in 0.3 * edge(y - 120, width: 140) }
    #expect(try finding(document).share > 0.2)
    // A table has patterns that follow its light, so where it is measured too they say nothing.
    let whole = GlareDetector.find(
      in: try #require(document.rectified()), leastSurroundings: 0.33)
    #expect(whole.highlights.isEmpty)
  }

  @Test func asksMoreOfASteepPatchThatCountsAtOneLevel() {
    func candidate(
      _ cells: [Int], evidence: Float = 0.5, steepness: Float = 0.6, trend: Float = 0
    ) -> HighlightCandidate {
      HighlightCandidate(
        cells: cells,
        features: HighlightFeatures(
          share: 0.02, rise: 0.5, excess: 0.3, steepness: steepness, contrast: 0.5,
          documentContrast: 0.5, plainestContrast: 0.5, plainestDocumentContrast: 0.5,
          fadedShare: 0, lift: 0, matte: 0, veil: 0, trend: trend, peak: 250, clipped: 0.5,
          surroundingLight: 0.3, documentLight: 0.5, cutOff: 0, boxed: 0.4),
        evidence: evidence)
    }
    func evidences(_ candidates: [HighlightCandidate]) -> [Float] {
      var candidates = candidates
      GlareDetector.discountLoneLevels(of: &candidates, threshold: 0)
      return candidates.map(\.evidence)
    }
    #expect(evidences([candidate([7, 8])])[0] < 0)
    // A second level counts only around the same patch, and only if it counts at all.
    #expect(evidences([candidate([7, 8]), candidate([40, 41, 42])]).allSatisfy { $0 < 0 })
    #expect(evidences([candidate([7, 8]), candidate([6, 7, 8], evidence: -0.2)])[0] < 0)
    #expect(evidences([candidate([7, 8]), candidate([6, 7, 8], evidence: 0.2)]) == [0.5, 0.2])
    #expect(evidences([candidate([7, 8], steepness: 0.3)]) == [0.5])
    #expect(evidences([candidate([7, 8], trend: 0.2)]) == [0.5])
  }

  @Test func leavesTheBetterLitPartOfPaperAlone() {
    // Only where print has faded is it a reflection.
    func features(
      plainest: Float = 0.82, faded: Float = 0.1, cutOff: Float = 0.45, share: Float = 0.04,
      steepness: Float = 0.25
    ) -> HighlightFeatures {
      HighlightFeatures(
        share: share, rise: 0.1, excess: 0.08, steepness: steepness, contrast: 0.75,
        documentContrast: 0.91, plainestContrast: plainest, plainestDocumentContrast: 0.94,
        fadedShare: faded, lift: 0.5, matte: 0, veil: 0, trend: 0, peak: 255, clipped: 0.82,
        surroundingLight: 0.89, documentLight: 0.9, cutOff: cutOff, boxed: 0.2)
    }
    #expect(features().evidence < 0)
    #expect(features(cutOff: 0, share: 0.2).evidence < 0)
    #expect(features(plainest: 0.55).evidence > 1)
    #expect(features(faded: 0.5).evidence > 1)
    #expect(features(cutOff: 0.2).evidence > 1)
    #expect(features(steepness: 0.6).evidence > 1)
    // Around a core that is proven it may be the reflection's faint rim all the same.
    #expect(features().extentEvidence > 1)
  }

  @Test func countsTheFaintRimOfAReflection() throws {
    // There print keeps its contrast as under a lamp.
    var document = page(paper: 0.75)
    document.mirror { x, y in
      let part = distance(x, y, from: (640, 200)) / 120
      return 2.4 / (1 + part * part * part * part)
    }
    #expect(try finding(document).share > 0.42)
  }

  @Test func leavesAlonePaperThatReachesWhiteTowardsTheEdge() {
    func evidence(rise: Float) -> Float {
      HighlightFeatures(
        share: 0.05, rise: rise, excess: 0.04, steepness: 0.21, contrast: 0.16,
        documentContrast: 0.99, plainestContrast: 0.02, plainestDocumentContrast: 1, fadedShare: 0,
        lift: 0, matte: 0, veil: 0, trend: 0, peak: 255, clipped: 0.95, surroundingLight: 0.95,
        documentLight: 0.93, cutOff: 0.5, boxed: 0.2
      ).evidence
    }
    #expect(evidence(rise: 0.02) < 0)
    #expect(evidence(rise: 0.06) > 1)
  }

  @Test(arguments: [200.0, 400])
  func tellsTheExposureFromAReflectionThatBurnsOutAsMuchOfAPage(from start: Double) throws {
    // Both burn out the right third or two thirds: print that is lit more stays print, print under
    // mirrored light fades.
    var lit = page(paper: 0.5)
    lit.illuminate { x, _ in 1 + 1.6 * edge(x - start, width: 200) }
    #expect(try finding(lit).highlights.isEmpty)
    var mirrored = page(paper: 0.5)
    mirrored.mirror { x, _ in 0.8 * edge(x - start, width: 200) }
    #expect(try finding(mirrored).share > (600 - start) / 800)
  }

  /// A lamp over the middle of a page and one over its right edge.
  @Test(arguments: [320.0, 640])
  func tellsALampOverAPageFromOneInAMirror(over centre: Double) throws {
    func fallOff(_ x: Double, _ y: Double) -> Double {
      let reach = distance(x, y, from: (centre, 200)) / 180
      return 1 / (1 + reach * reach * reach * reach)
    }
    var lit = page(paper: 0.65)
    lit.illuminate { 1 + 1.6 * fallOff($0, $1) }
    #expect(try finding(lit).highlights.isEmpty)
    var mirrored = page(paper: 0.65)
    mirrored.mirror { 1.6 * fallOff($0, $1) }
    #expect(try finding(mirrored).share > 0.1)
  }

  @Test func leavesWhatTheSameLightDoesToMattePaperAlone() throws {
    var document = page(paper: 0.75)
    document.illuminate { x, _ in 1 + 1.2 * edge(x - 180, width: 200) }
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test func leavesAWhiteEmblemOnADarkCardAlone() throws {
    var document = MockDocument(paper: 0.04)
    document.set(40..<600, 320..<340, to: 0.6)
    for y in 40..<100 {
      for x in 540..<600 where distance(Double(x), Double(y), from: (570, 70)) < 28 {
        document.set(x..<x + 1, y..<y + 1, to: 1.1)
      }
    }
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test(arguments: [2.0, 6, 10])
  func leavesASoftWhiteEmblemOnADarkCardAlone(_ softness: Double) throws {
    // Print that the working image or the focus made a little softer than the rest.
    var document = MockDocument(paper: 0.02)
    document.set(40..<600, 320..<340, to: 0.5)
    document.mirror { x, y in
      1.1 * edge(32 - distance(x, y, from: (450, 150)), width: softness)
    }
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test func aLampAmongDarkThingsIsNoReflectionOnPaper() throws {
    // The whole frame is measured: paper at the bottom, a lamp before a dark wall at the top.
    var document = MockDocument(paper: 0.05)
    document.set(0..<640, 220..<400, to: 0.6)
    document.mirror { x, y in 3 * edge(45 - distance(x, y, from: (320, 100)), width: 30) }
    let raster = try #require(document.rectified())
    #expect(!GlareDetector.find(in: raster).highlights.isEmpty)
    #expect(GlareDetector.find(in: raster, leastSurroundings: 0.33).highlights.isEmpty)
    // On the paper it is one in either case.
    document = MockDocument(paper: 0.05)
    document.set(0..<640, 100..<400, to: 0.6)
    document.mirror { x, y in 3 * edge(45 - distance(x, y, from: (320, 250)), width: 30) }
    #expect(
      GlareDetector.find(in: try #require(document.rectified()), leastSurroundings: 0.33)
        .highlights.count == 1)
  }

  @Test func reportsTwoSpotsApart() throws {
    var document = card()
    document.mirror { x, y in
      4 * edge(35 - distance(x, y, from: (300, 200)), width: 10)
        + 4 * edge(25 - distance(x, y, from: (520, 280)), width: 10)
    }
    let finding = try finding(document)
    #expect(finding.highlights.count == 2)
    #expect(finding.highlights[0].share > finding.highlights[1].share)
    #expect(finding.share == finding.highlights[0].share + finding.highlights[1].share)
  }

  @Test func ignoresTheEdgeStrip() throws {
    var document = card()
    document.set(0..<10, 0..<400, to: 3)
    document.set(0..<640, 392..<400, to: 3)
    #expect(try finding(document).highlights.isEmpty)
  }

  @Test func standsSliversAndTinyPictures() throws {
    for (width, height) in [(1, 1), (2, 300), (300, 2), (7, 9), (40, 33)] {
      let document = MockDocument(width: width, height: height, paper: 0.5)
      #expect(try finding(document).highlights.isEmpty)
    }
  }
}
