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
}
