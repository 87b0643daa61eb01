/// Squares of full-resolution samples of one picture.
package struct PatchSet: Sendable {
  /// The side of a square in stored pixels.
  package static let side = 128

  /// One square.
  package struct Patch: Sendable {
    /// The stored column of its left edge, a multiple of 16.
    package let column: Int
    /// The stored row of its upper edge, a multiple of 16.
    package let row: Int
    /// Luma, row by row.
    package private(set) var luma: [UInt8] = []
    /// Cb over the same pixels; empty for a gray picture.
    package private(set) var chromaBlue: [UInt8] = []
    /// Cr over the same pixels; empty for a gray picture.
    package private(set) var chromaRed: [UInt8] = []
    /// Chroma samples in a row of the square.
    package private(set) var chromaColumns = 0

    package init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }

    /// Whether all luma rows were taken.
    package var isComplete: Bool { luma.count == PatchSet.side * PatchSet.side }

    /// Takes the rows of a band that belong to the square; bands come in order.
    mutating func take(_ band: PlanarBand) {
      let side = PatchSet.side
      let first = max(row, band.firstRow)
      let end = min(row + side, band.firstRow + band.rowCount)
      guard first < end, column + side <= band.width else { return }
      luma.reserveCapacity(side * side)
      for index in first..<end {
        luma.append(
          contentsOf: UnsafeBufferPointer(
            start: band.luma + (index - band.firstRow) * band.lumaStride + column, count: side))
      }
      guard let chroma = band.chroma else { return }
      let vertical = chroma.verticalFactor
      chromaColumns = side / chroma.horizontalFactor
      let left = column / chroma.horizontalFactor
      guard left + chromaColumns <= chroma.columns else { return }
      // A chroma row belongs to its first luma row.
      var index = (first - band.firstRow + vertical - 1) / vertical
      while index < chroma.rows, band.firstRow + index * vertical < end {
        let start = index * chroma.stride + left
        chromaBlue.append(
          contentsOf: UnsafeBufferPointer(start: chroma.blue + start, count: chromaColumns))
        chromaRed.append(
          contentsOf: UnsafeBufferPointer(start: chroma.red + start, count: chromaColumns))
        index += 1
      }
    }
  }

  /// The squares, row by row.
  package let patches: [Patch]

  package init(patches: [Patch]) {
    self.patches = patches
  }

  /// The part of a square that each of some is worth, at most 1: in small pictures they overlap, and
  /// the rectangle that they lie in has room for fewer.
  package static func worth(of patches: [Patch]) -> Double {
    let columns = patches.map(\.column)
    let rows = patches.map(\.row)
    guard let left = columns.min(), let right = columns.max(), let top = rows.min(),
      let bottom = rows.max()
    else { return 1 }
    let area = Double((right - left + side) * (bottom - top + side))
    return min(1, area / Double(side * side * patches.count))
  }
}
