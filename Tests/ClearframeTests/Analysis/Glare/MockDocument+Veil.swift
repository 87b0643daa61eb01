import Testing

@testable import Clearframe

extension MockDocument {
  /// The veil over a page, printed or not, that is changed in some way.
  static func veil(
    paper: Double, isPrinted: Bool, _ change: (inout MockDocument) -> Void
  ) throws -> PrintVeil {
    var document = MockDocument(paper: paper)
    if isPrinted { document.print() }
    change(&document)
    let cells = GlareCells(try #require(document.rectified()))
    let contrasts = cells.contrast.indices.filter { cells.isJudged[$0] }.map { cells.contrast[$0] }
    let contrast = contrasts.sorted()[contrasts.count * 85 / 100]
    return PrintVeil(cells, documentContrast: contrast)
  }
}

/// 0 on the left of a page, 1 on the right, with a slope of a third of the width.
func slope(_ x: Double, from start: Double = 180, width: Double = 220) -> Double {
  let part = min(max((x - start) / width, 0), 1)
  return part * part * (3 - 2 * part)
}
