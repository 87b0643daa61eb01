/// The nine places of a picture around one of them, some way apart.
enum PixelNeighbours {
  /// Gives the index of each, row by row, of a plane of `width` columns and `height` rows; those beyond
  /// its borders are the ones at them.
  @inline(__always)
  static func forEachIndex(
    column: Int, row: Int, gap: Int, width: Int, height: Int, _ body: (Int) -> Void
  ) {
    for line in -1...1 {
      let start = min(max(row + line * gap, 0), height - 1) * width
      for place in -1...1 {
        body(start + min(max(column + place * gap, 0), width - 1))
      }
    }
  }
}
