import Testing

@testable import Clearframe

@Suite struct HighlightSearchTests {
  /// The features of the widest bright patch on a printed page whose right two thirds a change of its
  /// light makes brighter.
  private func widest(
    _ brighten: (inout MockDocument, _ right: (Double, Double) -> Double) -> Void
  ) throws -> HighlightFeatures {
    var document = MockDocument(paper: 0.5)
    document.print()
    brighten(&document) { x, _ in
      let part = min(max((x - 100) / 200, 0), 1)
      return part * part * (3 - 2 * part)
    }
    var search = HighlightSearch(GlareCells(try #require(document.rectified())))
    let found = search.candidates(levels: GlareDetector.levels, shares: 0.2...0.75)
    return try #require(found.max { $0.features.share < $1.features.share }).features
  }

  @Test func countsInHowMuchOfAPatchPrintHasFaded() throws {
    let lit = try widest { page, right in page.illuminate { 1 + 1.6 * right($0, $1) } }
    #expect(lit.isBroad)
    #expect(lit.fadedShare < 0.25)
    let mirrored = try widest { page, right in page.mirror { 0.6 * right($0, $1) } }
    #expect(mirrored.isBroad)
    #expect(mirrored.fadedShare > 0.4)
  }
}
