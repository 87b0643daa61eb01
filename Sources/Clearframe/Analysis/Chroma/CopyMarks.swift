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
  private static let gain = 1.245
  private static let offset = 0.075

  package init(copyArea: Double, originalArea: Double, residue: ColorResidue?) {
    self.copyArea = copyArea
    self.originalArea = originalArea
    self.residue = residue
  }

  /// Runs the network on a picture; nil where it has no pixels.
  package init?(_ working: borrowing WorkingImage) {
    let image = ReducedImage(working)
    guard !image.luma.isEmpty else { return nil }
    let marks = MarkingNetwork.copies.marks(on: image)
    copyArea = Double(marks.first.reduce(0, +))
    originalArea = Double(marks.second.reduce(0, +))
    residue = copyArea > originalArea ? Self.residue(of: marks, on: working) : nil
  }

  /// The log-odds that the picture shows a gray copy rather than an original.
  package var logOdds: Double {
    Self.gain * log((copyArea + Self.negligible) / (originalArea + Self.negligible)) + Self.offset
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
