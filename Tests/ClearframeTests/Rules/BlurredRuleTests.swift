import Clearframe
import Testing

@Suite struct BlurredRuleTests {
  private func answer(
    _ page: PrintedPage, orientation: Orientation = .up
  ) -> Judgement {
    var header = ImageHeader(format: .png, byteCount: 1_000_000)
    header.storedSize = PixelSize(width: page.width, height: page.height)
    header.orientation = orientation
    let evidence = Evidence(
      path: "page.png", header: header, exceededLimit: nil, decode: DecodeOutcome(),
      measurements: Measurements(header: header, analysis: page.analysis))
    return BlurredRule().judge(
      evidence,
      limits: RuleLimits(["maximumWidth": 1.5, "maximumSideWidth": 1.65, "minimumEdges": 150]))
  }

  @Test func passesSharpPrint() {
    let answer = answer(.print())
    #expect(answer.outcome == .pass)
    #expect(answer.limit == 1.5)
    #expect((answer.value ?? 9) < 1)
    #expect(answer.regions.isEmpty)
  }

  @Test func failsDefocus() {
    let answer = answer(PrintedPage.print().blurred(3))
    #expect(answer.outcome == .fail)
    #expect((answer.value ?? 0) > 1.5)
    #expect(answer.message.contains("out of focus"))
    #expect(answer.regions.isEmpty)
  }

  @Test(arguments: [
    (0.0, Orientation.up, "side to side"), (90, .up, "up and down"), (45, .up, "diagonally"),
    (0, .right, "up and down"), (90, .left, "side to side"), (0, .down, "side to side"),
    (135, .rightMirrored, "diagonally"),
  ])
  func failsMotionAndTellsItsDirection(
    _ degrees: Double, _ orientation: Orientation, _ words: String
  ) {
    let answer = answer(
      PrintedPage.print().moved(9, unitVector(degrees)), orientation: orientation)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("shaken"))
    #expect(answer.message.contains(words), "\(answer.message)")
  }

  @Test func failsOneBlurredSideAndShowsIt() {
    let page = PrintedPage.print()
    let mixed = page.passing(into: page.blurred(4), from: 0.3, to: 0.9)
    let answer = answer(mixed)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("One side"))
    #expect(!answer.regions.isEmpty)
    #expect(answer.regions.allSatisfy { $0.x >= 300 && $0.x + $0.width <= 640 })
    // Turned upright by a quarter to the right, the stored right side is at the bottom.
    let turned = self.answer(mixed, orientation: .right)
    #expect(!turned.regions.isEmpty)
    #expect(turned.regions.allSatisfy { $0.y >= 300 && $0.y + $0.height <= 640 })
    #expect(turned.regions.allSatisfy { $0.x >= 0 && $0.x + $0.width <= 480 })
  }

  @Test func aSmoothPictureIsUndecided() {
    let answer = answer(PrintedPage(width: 400, height: 300))
    #expect(answer.outcome == .undecided)
    #expect(answer.message.contains("too little print"))
  }

  @Test func aPictureWithoutPixelsIsSkipped() {
    var builder = EvidenceBuilder()
    builder.luma = nil
    #expect(BlurredRule().answer(builder).outcome == .skipped)
  }

  @Test func theValueRisesWithTheBlur() {
    let page = PrintedPage.print()
    let values = [0, 1, 1.5, 2, 3].map { answer(page.blurred($0)).value ?? 0 }
    #expect(values == values.sorted())
  }
}
