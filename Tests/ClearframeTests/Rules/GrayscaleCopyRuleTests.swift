import Clearframe
import Testing

@Suite struct GrayscaleCopyRuleTests {
  private let limits = [
    "minimumColor": 3.2, "certainColor": 4.2, "minimumPaperLuma": 24, "minimumOpenShare": 0.05,
    "minimumRestLuma": 64,
  ]

  @Test func failsAPictureWithoutColour() {
    var builder = EvidenceBuilder()
    builder.hasColor = false
    let answer = GrayscaleCopyRule().answer(builder, limits)
    #expect(answer.outcome == .fail)
    #expect(answer.value == 0)
  }

  /// Paper of a luma, with a field of another chroma in the middle.
  private func answer(
    paper: UInt8, chroma: UInt8, confidence: Double = 0.99, width: Double = 180,
    fieldWidth: Int = 40, field: UInt8? = nil,
    limits: [String: Double]? = nil
  ) -> Judgement {
    let size = PixelSize(width: 200, height: 160)
    let luma = (0..<200 * 160).map { index in
      (40..<40 + fieldWidth).contains(index % 200) && (60..<100).contains(index / 200)
        ? field ?? paper : paper
    }
    let red = (0..<200 * 160).map { index in
      (80..<120).contains(index % 200) && (60..<100).contains(index / 200) ? chroma : UInt8(131)
    }
    let boundary = EvidenceBuilder.boundary(
      [(10, 10), (10 + width, 10), (10 + width, 150), (10, 150)], confidence: confidence)
    let evidence = evidence(of: size, luma: luma, blue: 124, red: red, boundary: boundary)
    return GrayscaleCopyRule().judge(evidence, limits: RuleLimits(limits ?? self.limits))
  }

  /// What is known of a picture with the same `Cb` everywhere in which an outline was found.
  private func evidence(
    of size: PixelSize, luma: [UInt8], blue: UInt8, red: [UInt8], boundary: DocumentBoundary
  ) -> Evidence {
    let working = WorkingImage(
      storedSize: size, factor: 1, luma: luma,
      chromaBlue: [UInt8](repeating: blue, count: red.count), chromaRed: red)
    let header = EvidenceBuilder().header
    let measurements = Measurements(
      header: header,
      analysis: PictureAnalysis(
        working: working, tiles: TileGrid(storedSize: size), decodedRows: size.height))
    measurements.boundary = .found(boundary)
    return Evidence(
      path: "a.jpg", header: header, exceededLimit: nil, decode: DecodeOutcome(),
      measurements: measurements)
  }

  @Test(arguments: [
    (UInt8(131), Outcome.fail), (133, .fail), (136, .undecided), (138, .pass), (160, .pass),
  ])
  func weighsTheColour(chroma: UInt8, outcome: Outcome) {
    #expect(answer(paper: 180, chroma: chroma).outcome == outcome)
  }

  @Test func aPictureWithoutAnyColourIsACopyWithoutAnOutlineToo() {
    let answer = answer(paper: 180, chroma: 131, confidence: 0)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("nothing in the picture"))
  }

  @Test func doubtsInTheDark() {
    let answer = answer(paper: 20, chroma: 131)
    #expect(answer.outcome == .undecided)
    #expect(answer.message.contains("too dark"))
    #expect(self.answer(paper: 28, chroma: 131).outcome == .fail)
    var limits = limits
    limits["minimumPaperLuma"] = nil
    #expect(self.answer(paper: 20, chroma: 131, limits: limits).outcome == .fail)
  }

  @Test func doubtsWhatIsBurntOut() {
    let answer = answer(paper: 254, chroma: 131)
    #expect(answer.outcome == .undecided)
    #expect(answer.message.contains("burnt out"))
  }

  /// On a card that is burnt out but for its black stripe, nothing could show a colour.
  @Test(arguments: [(UInt8(40), Outcome.undecided), (90, .fail)])
  func doubtsWhatOnlyBlackPrintIsLeftOf(print: UInt8, outcome: Outcome) {
    #expect(answer(paper: 254, chroma: 131, fieldWidth: 90, field: print).outcome == outcome)
  }

  @Test func pagesInBlackInkPass() {
    let none = ["minimumColor": 0.0, "certainColor": 0.0]
    #expect(answer(paper: 180, chroma: 131, limits: none).outcome == .pass)
  }

  @Test func aGrayPageThatIsNoCardPassesWithoutTones() {
    var limits = limits
    limits["cardAspectRatio"] = 1.586
    limits["aspectTolerance"] = 0.07
    limits["minimumToneShare"] = 0.006
    // 180 x 140 and 130 x 140 are no card; 140 times 1.586 is too wide for the frame, so the card
    // stands upright: 88 x 140.
    let page = answer(paper: 180, chroma: 131, limits: limits)
    #expect(page.outcome == .pass)
    #expect(page.message.contains("black on white"))
    #expect(answer(paper: 180, chroma: 131, width: 130, limits: limits).outcome == .pass)
    #expect(answer(paper: 180, chroma: 131, field: 90, limits: limits).outcome == .fail)
    #expect(answer(paper: 180, chroma: 131, width: 88, limits: limits).outcome == .fail)
    // Without an outline, and where one of the two limits is missing, nothing tells a page.
    #expect(answer(paper: 180, chroma: 131, confidence: 0, limits: limits).outcome == .fail)
    limits["minimumToneShare"] = nil
    #expect(answer(paper: 180, chroma: 131, limits: limits).outcome == .fail)
  }

  /// Paper with a portrait or none and a coloured corner of the frame, without a trusted outline.
  @Test(arguments: [
    (true, UInt8(131), Outcome.fail), (true, 160, .pass), (false, 131, .pass),
  ])
  func aCopyBesideACornerOfTheDeskFails(hasPortrait: Bool, chroma: UInt8, outcome: Outcome) {
    let size = PixelSize(width: 320, height: 240)
    var luma: [UInt8] = []
    var red: [UInt8] = []
    for index in 0..<320 * 240 {
      let (x, y) = (index % 320, index / 320)
      let isPortrait = hasPortrait && (120..<180).contains(x) && (80..<160).contains(y)
      luma.append(isPortrait ? 60 : 180)
      red.append(x + y > 480 ? 150 : isPortrait ? chroma : 131)
    }
    let evidence = evidence(
      of: size, luma: luma, blue: 126, red: red,
      boundary: EvidenceBuilder.boundary(
        [(0, 0), (320, 0), (320, 240), (0, 240)], confidence: 0))
    var limits = limits
    #expect(GrayscaleCopyRule().judge(evidence, limits: RuleLimits(limits)).outcome == .pass)
    limits["minimumToneShare"] = 0.006
    #expect(GrayscaleCopyRule().judge(evidence, limits: RuleLimits(limits)).outcome == outcome)
  }

  @Test(arguments: [
    (0.9, 1.586, Outcome.fail), (0.6, 1.586, .pass), (0.9, 1.45, .fail), (0.9, 1.25, .pass),
  ])
  func aPageOnWhichACardIsSeenIsACopyOfIt(confidence: Double, aspect: Double, outcome: Outcome) {
    let size = PixelSize(width: 200, height: 160)
    let paper = [UInt8](repeating: 180, count: 200 * 160)
    let evidence = evidence(
      of: size, luma: paper, blue: 124, red: [UInt8](repeating: 131, count: 200 * 160),
      boundary: EvidenceBuilder.boundary([(10, 10), (190, 10), (190, 150), (10, 150)]))
    let width = 40 * aspect
    evidence.measurements?.solidTones = SolidTones(share: 0.002)
    evidence.measurements?.copiedCard = CopiedCard(
      outline: Quadrilateral(
        topLeft: PixelPoint(x: 60, y: 60), topRight: PixelPoint(x: 60 + width, y: 60),
        bottomRight: PixelPoint(x: 60 + width, y: 100), bottomLeft: PixelPoint(x: 60, y: 100)),
      confidence: confidence)
    var limits = limits
    limits["cardAspectRatio"] = 1.586
    limits["aspectTolerance"] = 0.07
    limits["minimumToneShare"] = 0.006
    limits["minimumCardConfidence"] = 0.7
    limits["copiedAspectTolerance"] = 0.12
    limits["minimumCardToneShare"] = 0.001
    let answer = GrayscaleCopyRule().judge(evidence, limits: RuleLimits(limits))
    #expect(answer.outcome == outcome)
    limits["minimumCardToneShare"] = 0.003
    #expect(GrayscaleCopyRule().judge(evidence, limits: RuleLimits(limits)).outcome == .pass)
    limits["minimumCardToneShare"] = nil
    limits["minimumCardConfidence"] = nil
    #expect(GrayscaleCopyRule().judge(evidence, limits: RuleLimits(limits)).outcome == .pass)
  }
}
