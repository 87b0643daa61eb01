/// Keeps a few squares of full-resolution samples while the bands of a picture pass by.
///
/// The squares lie on an even grid, so that which of them are kept does not depend on the content.
/// Luma squares have 128 samples on a side; chroma squares cover the same pixels at the chroma
/// planes' own resolution. Together they take 2 MB at 4:2:0.
package struct PatchSampler: ~Copyable, BandConsumer {
  /// Squares in each direction where the picture has room for them.
  package static let gridSide = 9

  private let storedSize: PixelSize
  private var patches: [PatchSet.Patch]

  /// Prepares for a picture; one that is smaller than a square keeps none.
  package init(storedSize: PixelSize) {
    self.storedSize = storedSize
    let columns = Self.starts(in: storedSize.width)
    let rows = Self.starts(in: storedSize.height)
    patches = rows.flatMap { row in
      columns.map { PatchSet.Patch(column: $0, row: row) }
    }
  }

  /// Where squares start along one side: evenly, with a margin, and never overlapping by more than
  /// half.
  private static func starts(in length: Int) -> [Int] {
    let side = PatchSet.side
    guard length >= side else { return [] }
    let count = min(gridSide, max(1, 2 * length / side - 1))
    let room = length - side
    // Multiples of 16 keep the squares on JPEG's blocks and on whole chroma samples.
    return (0..<count).map { index in
      (room * (2 * index + 1) / (2 * count)) & ~15
    }
  }

  /// Takes the next band.
  package mutating func consume(_ band: PlanarBand) {
    for index in patches.indices {
      let end = patches[index].row + PatchSet.side
      guard patches[index].row < band.firstRow + band.rowCount, end > band.firstRow else {
        continue
      }
      patches[index].take(band)
    }
  }

  /// The squares of which every row was seen.
  package consuming func finish() -> PatchSet {
    PatchSet(patches: patches.filter(\.isComplete))
  }
}
