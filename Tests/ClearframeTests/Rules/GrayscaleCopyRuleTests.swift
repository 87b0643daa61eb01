import Clearframe
import Testing

@Suite struct GrayscaleCopyRuleTests {
  private let limits = ["minimumColorShare": 0.018, "certainColorShare": 0.03]

  @Test func failsAPictureWithoutColour() {
    var builder = EvidenceBuilder()
    builder.hasColor = false
    let answer = GrayscaleCopyRule().answer(builder, limits)
    #expect(answer.outcome == .fail)
    #expect(answer.value == 0)
  }

  @Test(arguments: [(0, Outcome.undecided), (30, .pass)])
  func withoutAnOutlineItDoubts(_ colored: Int, _ outcome: Outcome) {
    let size = PixelSize(width: 100, height: 100)
    let red = (0..<10_000).map { UInt8($0 % 100 < colored ? 170 : 131) }
    let working = WorkingImage(
      storedSize: size, factor: 1, luma: [UInt8](repeating: 180, count: 10_000),
      chromaBlue: [UInt8](repeating: 124, count: 10_000), chromaRed: red)
    let header = EvidenceBuilder().header
    let evidence = Evidence(
      path: "a.jpg", header: header, exceededLimit: nil, decode: DecodeOutcome(),
      measurements: Measurements(
        header: header,
        analysis: PictureAnalysis(
          working: working, tiles: TileGrid(storedSize: size), decodedRows: 100)))
    #expect(GrayscaleCopyRule().judge(evidence, limits: RuleLimits(limits)).outcome == outcome)
  }
}
