/// Finds reflections on a rectified document.
///
/// The paper's brightness (print closed) is cut at a row of levels; every connected patch above a
/// level is a candidate, from the burnt-out core of a lamp to the broad sheen around it. Each is
/// weighed by `HighlightFeatures.evidence`; of candidates that lie in one another the strongest
/// proves the reflection, and the widest that is nearly as strong gives its extent.
package enum GlareDetector {
  /// The levels in luma; denser towards the top, where the camera's curve is flat.
  static let levels: [Float] = [253, 250, 246, 240, 232, 222, 210, 196, 180, 162, 144, 126, 108]
  /// The least and the largest share of the judged cells that a candidate covers: smaller ones are
  /// no more than a few cells, larger ones are the paper itself.
  static let shares: ClosedRange<Float> = 0.005...0.75
  /// The largest share of a candidate where print shows that mirrored light lies on much of it.
  static let largestVeiledShare: Float = 0.95
  /// How steep the border of a patch is from where the patch must count at a second level as well, and
  /// what is taken off its evidence where it does not. Each level is one more chance for a printed
  /// emblem or a white box to look like a reflection, while a mirrored lamp falls off softly and so is
  /// one at many: of 2,100 generated photos nine had something else counted at all, seven of them at a
  /// single level, but one reflection in 44.
  static let loneSteepness: Float = 0.45
  static let loneDiscount: Float = 0.7
  /// The fewest judged cells on which anything can be said.
  static let minimumCells = 100

  /// The reflections whose evidence is over `threshold` (log-odds).
  ///
  /// - Parameter leastSurroundings: The least light around a reflection as a share of the brightest
  ///   light beside it: over 0 where not all that is measured is paper.
  package static func find(
    in document: RectifiedDocument, threshold: Float = 0, leastSurroundings: Float = 0
  ) -> GlareFinding {
    let cells = GlareCells(document)
    guard cells.judgedCount >= minimumCells else { return GlareFinding() }
    var search = HighlightSearch(cells, isDocument: leastSurroundings == 0)
    let largest = search.isVeiled ? largestVeiledShare : shares.upperBound
    var candidates = search.candidates(levels: levels, shares: shares.lowerBound...largest)
      .filter {
        $0.features.surroundingLight >= leastSurroundings * $0.features.documentLight
      }
    discountLoneLevels(of: &candidates, threshold: threshold)
    candidates.sort { $0.evidence > $1.evidence }
    var taken = [Bool](repeating: false, count: cells.columns * cells.rows)
    var finding = GlareFinding()
    for candidate in candidates where candidate.cells.allSatisfy({ !taken[$0] }) {
      guard candidate.evidence > threshold else {
        finding.runnerUp = highlight(candidate, in: cells, of: document)
        break
      }
      let widest = widest(around: candidate, among: candidates, threshold: threshold)
      var extent = candidate
      extent.cells = widest.cells.filter { !taken[$0] }
      for cell in extent.cells { taken[cell] = true }
      finding.highlights.append(highlight(extent, in: cells, of: document))
    }
    finding.highlights.sort { $0.share > $1.share }
    if !finding.highlights.isEmpty {
      finding.mask = HighlightMask(
        columns: cells.columns, rows: cells.rows, isCovered: taken,
        extent: SIMD2(Double(document.width), Double(document.height)) / Double(GlareCells.side),
        homography: document.homography, isVeil: search.isVeiled)
    }
    return finding
  }

  /// Lowers the evidence of patches with steep borders that count at a single level, unless all print of
  /// the document speaks for mirrored light.
  static func discountLoneLevels(
    of candidates: inout [HighlightCandidate], threshold: Float
  ) {
    let counted = candidates.indices.filter { candidates[$0].evidence > threshold }
    let lone = counted.filter { index in
      let features = candidates[index].features
      guard features.steepness >= loneSteepness, features.trend == 0 else { return false }
      return !counted.contains { $0 != index && candidates[$0].overlaps(candidates[index]) }
    }
    for index in lone { candidates[index].evidence -= loneDiscount }
  }

  /// The largest patch at a lower level that holds `core` and still has at least half its evidence:
  /// the core is where the reflection is surest, not where it ends.
  private static func widest(
    around core: HighlightCandidate, among candidates: [HighlightCandidate], threshold: Float
  ) -> HighlightCandidate {
    let least = max(threshold, core.features.extentEvidence / 2)
    var widest = core
    for candidate in candidates
    where candidate.cells.count > widest.cells.count
      && candidate.features.extentEvidence > least && candidate.overlaps(core)
    {
      widest = candidate
    }
    return widest
  }

  private static func highlight(
    _ candidate: HighlightCandidate, in cells: GlareCells, of document: RectifiedDocument
  ) -> Highlight {
    var (left, right, top, bottom) = (Int.max, 0, Int.max, 0)
    for cell in candidate.cells {
      left = min(left, cell % cells.columns)
      right = max(right, cell % cells.columns + 1)
      top = min(top, cell / cells.columns)
      bottom = max(bottom, cell / cells.columns + 1)
    }
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map { corner in
      document.stored(
        column: Double(corner.0 * GlareCells.side), row: Double(corner.1 * GlareCells.side))
    }
    return Highlight(
      share: Double(candidate.cells.count) / Double(cells.judgedCount),
      evidence: Double(candidate.evidence), outline: corners)
  }
}
