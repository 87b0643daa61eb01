import Clearframe
import Testing

@Suite struct GlareRuleTests {
  /// The rule's answer about given reflections on a document of 400 x 200 pixels at (100, 100) of
  /// a stored picture of 600 x 400.
  private func answer(
    _ finding: GlareFinding?, isWholeFrame: Bool = false, orientation: Orientation = .up
  ) -> Judgement {
    let size = PixelSize(width: 600, height: 400)
    var header = ImageHeader(format: .jpeg, byteCount: 300_000)
    header.storedSize = size
    header.orientation = orientation
    let working = WorkingImage(
      storedSize: size, factor: 1, luma: [UInt8](repeating: 90, count: size.area),
      chromaBlue: [], chromaRed: [])
    let measurements = Measurements(
      header: header,
      analysis: PictureAnalysis(
        working: working, tiles: TileGrid(storedSize: size), decodedRows: 400))
    measurements.documentArea = DocumentArea(
      isWholeFrame
        ? .noEvidence
        : .found(
          DocumentBoundary(
            outline: Quadrilateral(
              topLeft: PixelPoint(x: 100, y: 100), topRight: PixelPoint(x: 500, y: 100),
              bottomRight: PixelPoint(x: 500, y: 300), bottomLeft: PixelPoint(x: 100, y: 300)),
            confidence: 0.95, sides: [])), storedSize: size)
    measurements.glare = finding
    return GlareRule().judge(
      Evidence(
        path: "front.jpg", header: header, exceededLimit: nil, decode: DecodeOutcome(),
        measurements: measurements),
      limits: RuleLimits(["maximumShare": 0.01, "maximumLargestShare": 0.006]))
  }

  private func highlight(
    _ share: Double, x: ClosedRange<Double> = 110...150, y: ClosedRange<Double> = 110...130,
    evidence: Double = 3
  ) -> Highlight {
    Highlight(
      share: share, evidence: evidence,
      outline: [
        PixelPoint(x: x.lowerBound, y: y.lowerBound), PixelPoint(x: x.upperBound, y: y.lowerBound),
        PixelPoint(x: x.upperBound, y: y.upperBound), PixelPoint(x: x.lowerBound, y: y.upperBound),
      ])
  }

  @Test func passesWithoutReflections() {
    let answer = answer(GlareFinding())
    #expect(answer.outcome == .pass)
    #expect(answer.value == 0)
    #expect(answer.limit == 0.01)
    #expect(answer.unit == "fraction of document")
    #expect(answer.regions.isEmpty)
  }

  @Test func failsOverTheTotalShare() {
    let answer = answer(GlareFinding(highlights: [highlight(0.031)]))
    #expect(answer.outcome == .fail)
    #expect(answer.value == 0.031)
    #expect(answer.limit == 0.01)
    #expect(answer.regions == [PixelRegion(x: 110, y: 110, width: 40, height: 20)])
    #expect(answer.message.contains("in the upper left"))
    #expect(answer.message.contains("3.1 %"))
    #expect(answer.message.contains("flash"))
  }

  @Test(arguments: [(0.0059, Outcome.pass), (0.0061, .fail)])
  func turnsAtTheLargestShare(_ share: Double, _ outcome: Outcome) {
    let answer = answer(GlareFinding(highlights: [highlight(share)]))
    #expect(answer.outcome == outcome)
    #expect(answer.value == share)
    #expect(answer.limit == (outcome == .fail ? 0.006 : 0.01))
  }

  @Test func addsSmallReflectionsUp() {
    let spots = [highlight(0.005), highlight(0.004), highlight(0.003)]
    #expect(answer(GlareFinding(highlights: Array(spots[..<2]))).outcome == .pass)
    let answer = answer(GlareFinding(highlights: spots))
    #expect(answer.outcome == .fail)
    #expect(answer.regions.count == 3)
    #expect(answer.message.hasPrefix("3 reflections cover 1.2 % of the document"))
  }

  @Test(arguments: [
    (Orientation.up, "at the left", PixelRegion(x: 110, y: 180, width: 40, height: 40)),
    (.upMirrored, "at the right", PixelRegion(x: 450, y: 180, width: 40, height: 40)),
    (.right, "at the top", PixelRegion(x: 180, y: 110, width: 40, height: 40)),
    (.left, "at the bottom", PixelRegion(x: 180, y: 450, width: 40, height: 40)),
  ])
  func namesThePlaceAsItAppearsUpright(
    _ orientation: Orientation, _ name: String, _ region: PixelRegion
  ) {
    let finding = GlareFinding(highlights: [highlight(0.05, x: 110...150, y: 180...220)])
    let answer = answer(finding, orientation: orientation)
    #expect(answer.message.contains(name))
    #expect(answer.regions == [region])
  }

  @Test func cutsRegionsOffAtTheFrame() {
    let finding = GlareFinding(highlights: [highlight(0.05, x: -40...150, y: 350...500)])
    #expect(
      answer(finding).regions == [PixelRegion(x: 0, y: 350, width: 150, height: 50)])
  }

  @Test func speaksOfThePictureWhereNoOutlineIsTrusted() {
    let answer = answer(GlareFinding(highlights: [highlight(0.05)]), isWholeFrame: true)
    #expect(answer.outcome == .fail)
    #expect(answer.unit == "fraction of picture")
    #expect(answer.message.contains("of the picture"))
  }

  @Test func isUndecidedAboutALargePatchThatNearlyCounts() {
    let doubtful = highlight(0.2, evidence: -0.55)
    let answer = answer(GlareFinding(runnerUp: doubtful))
    #expect(answer.outcome == .undecided)
    #expect(answer.value == 0)
    #expect(answer.regions.count == 1)
    let improbable = highlight(0.2, evidence: -0.9)
    #expect(self.answer(GlareFinding(runnerUp: improbable)).outcome == .pass)
    let small = highlight(0.01, evidence: -0.55)
    #expect(self.answer(GlareFinding(runnerUp: small)).outcome == .pass)
    #expect(self.answer(GlareFinding(runnerUp: doubtful), isWholeFrame: true).outcome == .pass)
  }

  @Test func skipsWhatCannotBeMeasured() {
    #expect(answer(nil).outcome == .skipped)
  }
}
