import Clearframe
import Testing

@Suite struct BlurredRuleTests {
  /// Judges a page whose pixels the view, which enlarges small pictures, shows twice as large.
  private func answer(
    _ page: PrintedPage, orientation: Orientation = .up, personLimit: Double? = nil,
    limit: Double = 3, frameSideLimit: Double? = nil
  ) -> Judgement {
    var header = ImageHeader(format: .png, byteCount: 1_000_000)
    header.storedSize = PixelSize(width: page.width, height: page.height)
    header.orientation = orientation
    let measurements = Measurements(header: header, analysis: page.analysis)
    // Nobody stands on a page of print, so the middle of the frame is judged.
    measurements.background = .notSeparable(reason: "")
    let evidence = Evidence(
      path: "page.png", header: header, exceededLimit: nil, decode: DecodeOutcome(),
      measurements: measurements)
    var limits = ["maximumWidth": limit, "maximumSideWidth": 3.3, "minimumEdges": 150]
    limits["maximumPersonWidth"] = personLimit
    limits["maximumFrameSideWidth"] = frameSideLimit
    return BlurredRule().judge(evidence, limits: RuleLimits(limits))
  }

  @Test func passesSharpPrint() {
    let answer = answer(.print())
    #expect(answer.outcome == .pass)
    #expect(answer.limit == 3)
    #expect((answer.value ?? 9) < 2)
    #expect(answer.regions.isEmpty)
  }

  @Test func failsDefocus() {
    let answer = answer(PrintedPage.print().blurred(3))
    #expect(answer.outcome == .fail)
    #expect((answer.value ?? 0) > 3)
    #expect(answer.message.contains("out of focus"))
    #expect(answer.regions.isEmpty)
  }

  @Test(arguments: [
    (0.0, Orientation.up, "side to side"), (45, .up, "diagonally"), (0, .right, "up and down"),
    (90, .left, "side to side"),
  ])
  func failsMotionAndTellsItsDirection(
    _ degrees: Double, _ orientation: Orientation, _ words: String
  ) {
    let answer = answer(
      PrintedPage.print().moved(11, unitVector(degrees)), orientation: orientation)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("shaken"))
    #expect(answer.message.contains(words), "\(answer.message)")
  }

  /// No outline is known of these pages, so that the whole picture is judged.
  @Test func aSideOfTheWholePictureHasALimitOfItsOwn() {
    let page = PrintedPage.print()
    let mixed = page.passing(into: page.blurred(3.5), from: 0.2, to: 0.6)
    #expect(answer(mixed).outcome == .fail)
    #expect(answer(mixed, frameSideLimit: 3.3).value == answer(mixed).value)
    #expect(answer(mixed, frameSideLimit: 40).outcome == .pass)
  }

  @Test func failsOneBlurredSideAndShowsIt() {
    let page = PrintedPage.print()
    let mixed = page.passing(into: page.blurred(3.5), from: 0.2, to: 0.6)
    let answer = answer(mixed)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("One side"))
    #expect(!answer.regions.isEmpty)
    #expect(answer.regions.allSatisfy { $0.x >= 150 && $0.x + $0.width <= 320 })
    // Turned upright by a quarter to the right, the stored right side is at the bottom.
    let turned = self.answer(mixed, orientation: .right)
    #expect(!turned.regions.isEmpty)
    #expect(turned.regions.allSatisfy { $0.y >= 150 && $0.y + $0.height <= 320 })
    #expect(turned.regions.allSatisfy { $0.x >= 0 && $0.x + $0.width <= 240 })
  }

  /// What is softer than the limit for the whole, but not than that for one side, is not shown.
  @Test func theRegionsOfABlurredSideGoByTheLimitOfSides() {
    let page = PrintedPage.print()
    let mixed = page.passing(into: page.blurred(3.5), from: 0.2, to: 0.6)
    let strict = answer(mixed, limit: 2.4)
    #expect(strict.message.contains("One side"))
    #expect(strict.regions == answer(mixed).regions)
  }

  @Test func aSmoothPictureIsUndecided() {
    let answer = answer(PrintedPage(width: 400, height: 300))
    #expect(answer.outcome == .undecided)
    #expect(answer.message.contains("too little print"))
  }

  @Test func aPersonIsJudgedWhereTheProfileSaysSo() {
    let page = PrintedPage.print()
    let soft = page.passing(into: page.blurred(3), from: 0.4, to: 0.6)
    let sound = answer(soft, personLimit: 2)
    #expect(sound.outcome == .pass)
    #expect(sound.limit == 2)
    #expect(sound.message.contains("person is sharp"))
    let blurred = answer(soft.blurred(2.5), personLimit: 2)
    #expect(blurred.outcome == .fail)
    #expect(blurred.message.contains("portrait is out of focus"))
    #expect(blurred.message.contains("tap on the face"))
    let shaken = answer(soft.moved(12, unitVector(0)), personLimit: 2)
    #expect(shaken.outcome == .fail)
    #expect(shaken.message.contains("shaken from side to side"), "\(shaken.message)")
    let smooth = answer(PrintedPage(width: 400, height: 300), personLimit: 2)
    #expect(smooth.outcome == .undecided)
    #expect(smooth.message.contains("Look at the eyes"))
  }

  @Test func aPictureWithoutPixelsIsSkipped() {
    var builder = EvidenceBuilder()
    builder.luma = nil
    #expect(BlurredRule().answer(builder).outcome == .skipped)
  }

  @Test func theValueRisesWithTheBlur() {
    let page = PrintedPage.print()
    let values = [0, 1, 2, 3].map { answer(page.blurred($0)).value ?? 0 }
    #expect(values == values.sorted())
  }
}
