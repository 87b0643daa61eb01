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

  /// A card with a field of colour on it, or none, that a network has looked at.
  private func answer(
    copy: Double, original: Double, seenColor: Double? = 0.5, field: UInt8 = 160,
    paper: UInt8 = 180, confidence: Double = 0.99, minimumColor: Double? = nil,
    certain: Bool = false, without missing: String? = nil
  ) -> Judgement {
    let size = PixelSize(width: 200, height: 160)
    let red = (0..<200 * 160).map { index in
      (80..<120).contains(index % 200) && (60..<100).contains(index / 200) ? field : UInt8(131)
    }
    let evidence = evidence(
      of: size, luma: [UInt8](repeating: paper, count: red.count), blue: 124, red: red,
      boundary: EvidenceBuilder.boundary(
        [(10, 10), (190, 10), (190, 150), (10, 150)], confidence: confidence))
    evidence.measurements?.copyMarks = CopyMarks(
      copyArea: copy, originalArea: original,
      residue: seenColor.map {
        ColorResidue(strength: $0, isGrayFile: false, paperLuma: 180, openShare: 1)
      })
    var limits = limits
    limits["minimumCopyLogOdds"] = 2
    limits["minimumOriginalLogOdds"] = 4
    limits["maximumCopyColor"] = 3
    limits["plainColor"] = 40
    limits["minimumColoredCopyLogOdds"] = 4
    limits["certainlyColored"] = 60
    if certain {
      limits["certainCopyLogOdds"] = 5
      limits["maximumCertainCopyColor"] = 7
    }
    if let minimumColor {
      limits["minimumColor"] = minimumColor
      limits["certainColor"] = minimumColor
    }
    if let missing { limits[missing] = nil }
    return GrayscaleCopyRule().judge(evidence, limits: RuleLimits(limits))
  }

  @Test func aCopyIsSeenInSpiteOfColoursAroundIt() {
    let seen = answer(copy: 300, original: 2)
    #expect(seen.outcome == .fail)
    #expect(seen.value == 0.5)
    #expect(seen.limit == 3)
    #expect(seen.message.contains("looks like a copy in gray"))
    // Neither a close call nor an original, nor what has colours inside, is one.
    #expect(answer(copy: 300, original: 200).outcome == .pass)
    #expect(answer(copy: 2, original: 300).outcome == .pass)
    #expect(answer(copy: 300, original: 2, seenColor: 3.5).outcome == .pass)
    #expect(answer(copy: 300, original: 2, seenColor: nil).outcome == .pass)
    #expect(answer(copy: 300, original: 2, without: "minimumCopyLogOdds").outcome == .pass)
    #expect(
      answer(copy: 300, original: 2, seenColor: 9, without: "maximumCopyColor").outcome == .fail)
  }

  /// A profile for pages sets the limit of colour to 0, and means all of the rule.
  @Test func nothingIsSeenWhereNoColourIsAskedFor() {
    #expect(answer(copy: 300, original: 2, minimumColor: 0).outcome == .pass)
  }

  /// A trusted document in plain colours is not looked at; a frame that may be of anything is.
  @Test func plainColourIsEnoughOnATrustedDocument() {
    #expect(answer(copy: 300, original: 2, field: 220).outcome == .pass)
    #expect(answer(copy: 300, original: 2, field: 220, without: "plainColor").outcome == .fail)
    #expect(answer(copy: 300, original: 2, field: 220, confidence: 0.2).outcome == .fail)
  }

  /// An outline with colours can be of something else than the copy, which must then be certain.
  @Test func besideAColouredOutlineACopyMustBeCertain() {
    #expect(answer(copy: 300, original: 2, field: 180).outcome == .fail)
    #expect(answer(copy: 300, original: 40, field: 180).outcome == .pass)
    #expect(answer(copy: 300, original: 40, confidence: 0.2).outcome == .fail)
    for limit in ["minimumColoredCopyLogOdds", "certainlyColored"] {
      #expect(answer(copy: 300, original: 2, field: 180, without: limit).outcome == .pass)
    }
  }

  /// Where hardly any colour is measured on the document, none need be measured on the marks.
  @Test func aNetworkDecidesWhatColoursLeaveInDoubt() {
    func seen(original: Double, without missing: String? = "maximumCopyColor") -> Outcome {
      answer(copy: 300, original: original, seenColor: nil, field: 136, without: missing).outcome
    }
    #expect(seen(original: 2) == .fail)
    #expect(seen(original: 2, without: nil) == .undecided)
    #expect(seen(original: 100) == .undecided)
  }

  /// What is a copy by far may have the colour of a lamp or a finger on it.
  @Test(arguments: [(300.0, 6.9, Outcome.fail), (300, 7.1, .pass), (200, 6.9, .pass)])
  func aCertainCopyMayHaveMoreColour(_ copy: Double, _ color: Double, _ outcome: Outcome) {
    func seen(_ certain: Bool, _ missing: String? = nil) -> Outcome {
      answer(copy: copy, original: 2, seenColor: color, certain: certain, without: missing).outcome
    }
    #expect(seen(true) == outcome)
    #expect(seen(false) == .pass)
    #expect(seen(true, "maximumCertainCopyColor") == .pass)
  }

  /// A trusted outline without colours of its own says more than the marks do.
  @Test func aCertainCopyHasTheColourOfItsOwnOutline() {
    func seen(
      copy: Double = 300, field: UInt8 = 134, confidence: Double = 0.99, certain: Bool = true
    ) -> Outcome {
      answer(
        copy: copy, original: 2, seenColor: nil, field: field, confidence: confidence,
        minimumColor: 0.1, certain: certain
      ).outcome
    }
    #expect(seen() == .fail)
    #expect(seen(certain: false) == .pass)
    #expect(seen(copy: 200) == .pass)
    #expect(seen(field: 160) == .pass)
    #expect(seen(confidence: 0.2) == .pass)
  }

  @Test func anOriginalThatHidesItsColoursPasses() {
    #expect(answer(copy: 100, original: 100, field: 136).outcome == .undecided)
    let seen = answer(copy: 2, original: 300, field: 136)
    #expect(seen.outcome == .pass)
    #expect(seen.message.contains("looks like an original"))
    #expect(seen.value == nil)
    #expect(answer(copy: 2, original: 300, field: 131, paper: 20).outcome == .pass)
    // What is gray by its own colours stays a copy, unless the network is surer still.
    #expect(answer(copy: 20, original: 300, field: 131).outcome == .fail)
    #expect(answer(copy: 20, original: 300, field: 136).outcome == .pass)
    #expect(answer(copy: 2, original: 300, field: 131).outcome == .pass)
    #expect(
      answer(copy: 2, original: 300, field: 131, without: "minimumOriginalLogOdds").outcome
        == .fail)
  }
}
