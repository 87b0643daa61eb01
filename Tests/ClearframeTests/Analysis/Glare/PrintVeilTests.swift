import Testing

@testable import Clearframe

@Suite struct PrintVeilTests {
  /// How surely a veil lies on a printed page.
  private func certainty(
    paper: Double = 0.45, isPrinted: Bool = true, _ change: (inout MockDocument) -> Void = { _ in }
  ) throws -> Float {
    try veil(paper: paper, isPrinted: isPrinted, change).certainty
  }

  private func veil(
    paper: Double = 0.45, isPrinted: Bool = true, _ change: (inout MockDocument) -> Void = { _ in }
  ) throws -> PrintVeil {
    var document = MockDocument(paper: paper)
    if isPrinted { document.print() }
    change(&document)
    let cells = GlareCells(try #require(document.rectified()))
    let contrasts = cells.contrast.indices.filter { cells.isJudged[$0] }.map { cells.contrast[$0] }
    let contrast = contrasts.sorted()[contrasts.count * 85 / 100]
    return PrintVeil(cells, documentContrast: contrast)
  }

  /// 0 on the left, 1 on the right, with a slope of a third of the width.
  private func slope(_ x: Double) -> Double {
    let part = min(max((x - 180) / 220, 0), 1)
    return part * part * (3 - 2 * part)
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

  @Test func aFaintVeilIsProvenByPrintAlone() throws {
    let veil = try veil { $0.mirror { x, _ in 0.13 * slope(x) } }
    #expect(veil.certainty < 0.5)
    // The brighter end is on the right.
    #expect(veil.veiledCells.count > 1000)
    #expect(veil.veiledCells.allSatisfy { $0 % 80 > 30 })
  }

  @Test(arguments: [1.2, 1.3, 1.5, 2])
  func aFaintLampProvesNone(_ factor: Double) throws {
    let veil = try veil { $0.illuminate { x, _ in 1 + (factor - 1) * slope(x) } }
    #expect(veil.veiledCells.isEmpty)
  }

  @Test func theGrainOfPaperProvesNoVeil() throws {
    // Strokes that keep 85 % of the paper's light are no print.
    var page = MockDocument(paper: 0.45)
    page.print(reflectance: 0.85)
    page.mirror { x, _ in 0.13 * slope(x) }
    let cells = GlareCells(try #require(page.rectified()))
    #expect(PrintVeil(cells, documentContrast: 0.15).veiledCells.isEmpty)
  }
}
