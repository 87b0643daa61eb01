import Clearframe
import Testing

@Suite struct ResolutionTooLowRuleTests {
  private let limits = ["minimumLongSide": 800.0, "minimumShortSide": 500.0]

  private func answer(
    _ width: Int, _ height: Int, _ orientation: Orientation = .up
  ) -> Judgement {
    var builder = EvidenceBuilder()
    builder.header.storedSize = PixelSize(width: width, height: height)
    builder.header.orientation = orientation
    return ResolutionTooLowRule().answer(builder, limits)
  }

  @Test(arguments: [
    (800, 500, Outcome.pass), (500, 800, .pass), (799, 500, .fail), (800, 499, .fail),
    (499, 800, .fail), (4000, 499, .fail), (700, 700, .fail), (4000, 3000, .pass), (1, 1, .fail),
    (0, 0, .fail),
  ])
  func comparesLongAndShortSide(_ width: Int, _ height: Int, _ outcome: Outcome) {
    #expect(answer(width, height).outcome == outcome)
  }

  @Test func reportsTheSideWithLessToSpare() {
    #expect(answer(4000, 499).value == 499)
    #expect(answer(4000, 499).limit == 500)
    #expect(answer(700, 700).value == 700)
    #expect(answer(700, 700).limit == 800)
  }

  @Test func saysTheUprightSize() {
    #expect(answer(4000, 3000, .right).message.contains("3,000 x 4,000 pixels"))
  }

  @Test func isAskedWithTheHeaderAlone() {
    var builder = EvidenceBuilder()
    builder.decode = nil
    builder.luma = nil
    #expect(ResolutionTooLowRule().answer(builder, limits).outcome == .pass)
    builder.header.storedSize = nil
    #expect(ResolutionTooLowRule().answer(builder, limits).outcome == .skipped)
  }

  private func answer(long: Double, frameBorders: Set<Int> = []) -> Judgement {
    var builder = EvidenceBuilder()
    builder.boundary = .found(
      EvidenceBuilder.boundary(
        [(100, 100), (100 + long, 100), (100 + long, 100 + long / 2), (100, 100 + long / 2)],
        frameBorders: frameBorders))
    return ResolutionTooLowRule().answer(
      builder,
      limits.merging(["documentLongSide": 85.6, "minimumDotsPerInch": 150]) { old, _ in old })
  }

  // 85.6 mm are 3.3701 inches: 150 dots per inch are 505.5 pixels.
  @Test(arguments: [(505.0, Outcome.fail), (506, .pass), (2000, .pass)])
  func comparesTheResolutionOnTheDocument(_ long: Double, _ outcome: Outcome) {
    let answer = answer(long: long)
    #expect(answer.outcome == outcome)
    #expect(answer.unit == "dots per inch")
    #expect(abs((answer.value ?? 0) - long / (85.6 / 25.4)) < 1e-9)
  }

  @Test func judgesThePictureAloneWhereTheDocumentIsNotWhole() {
    #expect(answer(long: 300, frameBorders: [1]).unit == "pixels")
  }
}
