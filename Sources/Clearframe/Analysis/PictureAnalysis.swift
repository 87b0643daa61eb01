/// What the one pass over the decoded picture leaves behind: all that measurements are made of.
package struct PictureAnalysis: ~Copyable, Sendable {
  /// The small copy of the picture.
  package let working: WorkingImage
  /// The full-resolution statistics.
  package let tiles: TileGrid
  /// The stored rows that were decoded; fewer than the picture's height where its data ended early.
  ///
  /// Tiles below them have counts of 0, and working pixels below them are black (luma 0,
  /// chroma 128).
  package let decodedRows: Int

  /// Squares of full-resolution samples; none where no rule of the profile needs them.
  package let patches: PatchSet

  package init(
    working: consuming WorkingImage, tiles: TileGrid, decodedRows: Int,
    patches: PatchSet = PatchSet(patches: [])
  ) {
    self.working = working
    self.tiles = tiles
    self.decodedRows = decodedRows
    self.patches = patches
  }
}
