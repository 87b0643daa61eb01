/// What the one pass over the decoded picture leaves behind: all that measurements are made of.
package struct PictureAnalysis: ~Copyable, Sendable {
  /// The small copy of the picture.
  package let working: WorkingImage
  /// The full-resolution statistics.
  package let tiles: TileGrid

  package init(working: consuming WorkingImage, tiles: TileGrid) {
    self.working = working
    self.tiles = tiles
  }
}
