import Testing

@testable import Clearframe

@Suite struct PrintTrendTests {
  /// How surely all print of a printed page is lifted by as much light as its paper.
  private func trend(
    paper: Double = 0.4, isPrinted: Bool = true, _ change: (inout MockDocument) -> Void = { _ in }
  ) throws -> Float {
    try MockDocument.veil(paper: paper, isPrinted: isPrinted, change).trend
  }

  @Test(arguments: [0.25, 0.35, 0.5])
  func lightThatIsAddedLiftsPrintAsMuchAsItsPaper(_ added: Double) throws {
    #expect(try trend { $0.mirror { x, _ in added * slope(x) } } > 0.9)
  }

  @Test(arguments: [1.5, 2, 2.4])
  func lightThatScalesPrintDoesNot(_ factor: Double) throws {
    #expect(try trend { $0.illuminate { x, _ in 1 + (factor - 1) * slope(x) } } == 0)
  }

  @Test func bothPagesOfABookCount() throws {
    // A fold in the middle and a sheen on each side of it: neither page is most of the paper.
    #expect(
      try trend {
        $0.set(312..<328, 0..<400, to: 0.1)
        $0.mirror { x, _ in
          0.35 * (x < 320 ? slope(x, from: 60, width: 180) : slope(x, from: 380, width: 180))
        }
      } > 0.9)
  }

  @Test func whatABandBrightensIsComparedWithinTheBand() throws {
    // Pale print on a pale band beside black print on a darker one: the border is no sheen's.
    #expect(try trend { $0.mirror { x, _ in x > 320 ? 0.35 : 0 } } == 0)
  }

  @Test func faintLightSaysNothing() throws {
    #expect(try trend { $0.mirror { x, _ in 0.05 * slope(x) } } == 0)
  }

  @Test func aBlankPageSaysNothing() throws {
    #expect(try trend(isPrinted: false) { $0.mirror { x, _ in 0.35 * slope(x) } } == 0)
  }
}
