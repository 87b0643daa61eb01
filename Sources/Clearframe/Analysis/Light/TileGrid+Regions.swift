extension TileGrid {
  /// The smallest rectangle around tiles, in pixels of the upright picture; empty without tiles.
  package func uprightBox(of indexes: [Int], orientation: Orientation) -> [PixelRegion] {
    let columnIndexes = indexes.map { $0 % columns }
    let rowIndexes = indexes.map { $0 / columns }
    guard let left = columnIndexes.min(), let right = columnIndexes.max(),
      let top = rowIndexes.min(), let bottom = rowIndexes.max()
    else { return [] }
    let first = orientation.upright(
      PixelPoint(x: Double(left * side), y: Double(top * side)), stored: storedSize)
    let last = orientation.upright(
      PixelPoint(
        x: Double(min((right + 1) * side, storedSize.width)),
        y: Double(min((bottom + 1) * side, storedSize.height))), stored: storedSize)
    let x = Int(min(first.x, last.x))
    let y = Int(min(first.y, last.y))
    return [
      PixelRegion(
        x: x, y: y, width: Int(max(first.x, last.x)) - x, height: Int(max(first.y, last.y)) - y)
    ]
  }
}
