import Testing

@testable import Clearframe

@Suite struct PrintVeilTests {
  /// How surely a veil lies on a printed page.
  private func certainty(
    paper: Double = 0.45, isPrinted: Bool = true, _ change: (inout MockDocument) -> Void = { _ in }
  ) throws -> Float {
    try MockDocument.veil(paper: paper, isPrinted: isPrinted, change).certainty
  }

  @Test(arguments: [0.25, 0.35, 0.45])
  func lightThatIsAddedToPrintIsAVeil(_ added: Double) throws {
    #expect(try certainty { $0.mirror { x, _ in added * slope(x) } } > 0.9)
  }

  @Test(arguments: [1.5, 1.8, 2.1])
  func lightThatScalesPrintIsNone(_ factor: Double) throws {
    #expect(try certainty { $0.illuminate { x, _ in 1 + (factor - 1) * slope(x) } } == 0)
  }

  @Test(arguments: [0.6, 0.9])
  func mirroredLightThatBurnsPaperOutIsAVeil(_ added: Double) throws {
    #expect(try certainty(paper: 0.75) { $0.mirror { x, _ in added * slope(x) } } > 0.9)
  }

  @Test(arguments: [1.3, 1.6])
  func exposureThatBurnsPaperOutIsNone(_ factor: Double) throws {
    #expect(
      try certainty(paper: 0.75) { $0.illuminate { x, _ in 1 + (factor - 1) * slope(x) } } == 0)
  }

  @Test func evenlyLitPrintIsWithoutVeil() throws {
    #expect(try certainty() == 0)
  }

  @Test func aSheenOnABlankPageSaysNothing() throws {
    #expect(try certainty(isPrinted: false) { $0.mirror { x, _ in 0.35 * slope(x) } } == 0)
  }

  @Test func palePrintOnABrighterBandIsNoVeil() throws {
    // The band's border is sharp, so it is another part of the paper.
    #expect(try certainty { $0.mirror { x, _ in x > 320 ? 0.35 : 0 } } == 0)
  }
}
