import ClearframeKernels

/// The one pass over a picture: bands of rows in, the working image and the tile grid out.
///
/// Bands may have any number of rows. Point statistics and block means are taken at once;
/// derivatives follow two rows behind, and the last four rows of a band are kept for them. In bands
/// of 16 rows, 12 megapixels with 4:2:0 chroma take 95 million instructions.
package struct FusedPass: ~Copyable, BandConsumer {
  let storedSize: PixelSize
  let hasChroma: Bool
  let factor: Int

  var grid: TileGrid
  /// Luma value counts of the tile row being filled, one table for each tile column.
  let valueCounts: ScratchBuffer<UInt16>
  /// The last four luma rows before the current band; row `y` is in slot `y % 4`.
  let context: ScratchBuffer<UInt8>
  /// The rows received.
  var rowCount = 0

  var luma: WorkingImagePlane
  var chromaBlue: WorkingImagePlane
  var chromaRed: WorkingImagePlane
  /// The luma columns that one chroma sample covers, as the last band said.
  var horizontalFactor = 1

  /// The rows that derivatives reach up and down, and columns to both sides.
  static let reach = 2
  /// The rows kept for the next band: the two that wait for their derivatives, and two above them.
  static let contextRows = 2 * reach

  /// Prepares a pass over a picture of `storedSize`, with or without chroma planes.
  package init(storedSize: PixelSize, hasChroma: Bool) {
    self.storedSize = storedSize
    self.hasChroma = hasChroma
    factor = WorkingImage.factor(for: storedSize)
    grid = TileGrid(storedSize: storedSize)
    valueCounts = ScratchBuffer(
      count: grid.columns * LumaHistogramKernel.tableCount)
    context = ScratchBuffer(count: Self.contextRows * storedSize.width)
    luma = WorkingImagePlane(storedSize: storedSize, factor: factor, repeating: 0)
    chromaBlue = WorkingImagePlane(
      storedSize: storedSize, factor: factor, repeating: 128, isEmpty: !hasChroma)
    chromaRed = WorkingImagePlane(
      storedSize: storedSize, factor: factor, repeating: 128, isEmpty: !hasChroma)
  }

  /// Takes the next band; rows past the picture's height are ignored.
  package mutating func consume(_ band: PlanarBand) {
    precondition(band.firstRow == rowCount, "bands come in order and without gaps")
    precondition(band.width == storedSize.width, "bands are as wide as the picture")
    let end = min(storedSize.height, band.firstRow + band.rowCount)
    precondition(band.chroma != nil || !hasChroma, "every band has the planes that were announced")
    guard end > rowCount, storedSize.width > 0 else { return }
    addDerivatives(of: band, end: end)
    addPointStatistics(of: band, end: end)
    addToWorkingImage(band, end: end)
    keepContext(of: band, end: end)
    rowCount = end
  }

  /// Ends the pass; what was not decoded keeps counts of 0 and black working pixels.
  ///
  /// - Parameter patches: Squares that were kept beside the pass.
  package consuming func finish(patches: PatchSet = PatchSet(patches: [])) -> PictureAnalysis {
    if rowCount % grid.side != 0 || rowCount == storedSize.height {
      foldValueCounts(ofTileRow: (rowCount - 1) / grid.side)
    }
    if rowCount % factor != 0 {
      writeWorkingRow(rowCount / factor, rowCount: rowCount % factor)
    }
    return PictureAnalysis(
      working: WorkingImage(
        storedSize: storedSize, factor: factor, luma: luma.samples,
        chromaBlue: chromaBlue.samples, chromaRed: chromaRed.samples),
      tiles: grid, decodedRows: rowCount, patches: patches)
  }

  /// Keeps the band's last rows for the derivatives of the rows that wait.
  private func keepContext(of band: PlanarBand, end: Int) {
    let width = storedSize.width
    for row in max(band.firstRow, end - Self.contextRows)..<end {
      context.base.advanced(by: row % Self.contextRows * width).update(
        from: band.luma.advanced(by: (row - band.firstRow) * band.lumaStride), count: width)
    }
  }
}
