#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much of a picture a network takes for a gray copy of a card, and how much for an original
/// card.
///
/// The network sees the whole frame, so that it needs no outline; it tells a gray portrait on white
/// paper from a page in black on white, and a coloured card from a copy on a coloured desk.
package struct CopyMarks: Sendable, Hashable {
  /// The area that is taken for a gray copy, in places of the network's map.
  package let copyArea: Double
  /// The area that is taken for an original card, in places of the network's map.
  package let originalArea: Double
  /// The colour inside of what is taken for a gray copy; nil where more is taken for an original,
  /// where nothing but its border is marked, and where too little of it shows colours, as in a gray
  /// or burnt-out picture.
  package let residue: ColorResidue?

  /// The probability from which on a place is taken for a gray copy's.
  private static let certain: Float = 0.5
  /// What is added to both areas, in places: as much says nothing.
  private static let negligible = 2.0
  /// What the training found the logarithm of the areas' ratio to be worth, and its offset.
  private static let gain = 1.240
  private static let offset = 0.030

  /// The log-odds, for or against, below which the network looks at the picture mirrored as well,
  /// which is so in two of five it is asked about. At even odds it then errs on 18 of 1,187 generated
  /// cards and copies, on 21 when it looks once.
  private static let plainLogOdds = 6.0

  package init(copyArea: Double, originalArea: Double, residue: ColorResidue?) {
    self.copyArea = copyArea
    self.originalArea = originalArea
    self.residue = residue
  }

  /// Runs the network on a picture; nil where it has no pixels.
  package init?(_ working: borrowing WorkingImage) {
    let image = ReducedImage(working)
    guard !image.luma.isEmpty else { return nil }
    let first = MarkingNetwork.copies.marks(on: image)
    let isPlain = abs(Self.logOdds(first.areas)) >= Self.plainLogOdds
    let marks = isPlain ? first : MarkingNetwork.copies.marks(on: image, Mirroring.allCases)
    (copyArea, originalArea) = marks.areas
    residue = copyArea > originalArea ? Self.residue(of: marks, on: working) : nil
  }

  /// The log-odds that the picture shows a gray copy rather than an original.
  package var logOdds: Double { Self.logOdds((copyArea, originalArea)) }

  private static func logOdds(_ areas: (copy: Double, original: Double)) -> Double {
    gain * log((areas.copy + negligible) / (areas.original + negligible)) + offset
  }

  /// The colour of the squares that lie on a copy, away from its border and from the tints of lamps.
  private static func residue(
    of marks: NetworkMarks, on working: borrowing WorkingImage
  ) -> ColorResidue? {
    // The marks reach over the border a little: two places of it where that leaves any, or one.
    let isElsewhere = marks.first.map { $0 < certain }
    let besides = [2, 1].map { isElsewhere.widened(columns: marks.width, by: $0) }
    guard let isOutside = besides.first(where: { $0.contains(false) }) else { return nil }
    let grid = DocumentCells(working, in: DocumentArea(wholeOf: working.storedSize))
    let squares = grid.cells.indices.filter { index in
      let row = (2 * (index / grid.columns) + 1) * marks.height / (2 * grid.rows)
      let column = (2 * (index % grid.columns) + 1) * marks.width / (2 * grid.columns)
      return !isOutside[row * marks.width + column]
    }
    let open = squares.filter { grid.isOpen[$0] }
    guard let white = WhitePoint(grid.cells, at: open) else { return nil }
    let distances = ColorResidue.distances(on: grid, open: open, under: white)
    let isTinted = ColorResidue.tint(on: grid, under: white, distances: distances).isTinted
    return ColorResidue(
      of: distances, on: grid, at: isTinted.isEmpty ? open : open.filter { !isTinted[$0] },
      under: white, amongCount: squares.count)
  }
}
