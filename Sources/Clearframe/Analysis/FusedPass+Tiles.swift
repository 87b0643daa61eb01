import ClearframeKernels

extension FusedPass {
  /// Adds the derivatives of every sampled row whose neighbours are known once the band is.
  mutating func addDerivatives(of band: PlanarBand, end: Int) {
    let reach = Self.reach
    let width = storedSize.width
    let firstRow = max(reach, band.firstRow - reach)
    let endRow = end - reach
    let endColumn = width - reach
    guard firstRow < endRow, reach < endColumn else { return }

    let context = UnsafePointer(self.context.base)
    withUnsafeTemporaryAllocation(
      of: UnsafePointer<UInt8>.self, capacity: endRow - firstRow + 2 * reach
    ) { rows in
      for index in 0..<rows.count {
        let row = firstRow - reach + index
        let start =
          row >= band.firstRow
          ? band.luma.advanced(by: (row - band.firstRow) * band.lumaStride)
          : context.advanced(by: row % Self.contextRows * width)
        rows.initializeElement(at: index, to: start)
      }
      guard let rowStarts = UnsafePointer(rows.baseAddress) else { return }
      var row = firstRow
      while row < endRow {
        let tileRow = row / grid.side
        let pieceEnd = min(endRow, (tileRow + 1) * grid.side)
        let tileRows = row - tileRow * grid.side..<pieceEnd - tileRow * grid.side
        let firstSampled = RowSampling.first(from: tileRows.lowerBound) - tileRows.lowerBound
        for tileColumn in 0..<grid.columns {
          let first = max(reach, tileColumn * grid.side)
          let columnCount = min(endColumn, (tileColumn + 1) * grid.side) - first
          guard columnCount > 0 else { continue }
          let sums = DerivativeKernel.sums(
            rows: rowStarts.advanced(by: row - firstRow), rowCount: pieceEnd - row,
            firstSampledRow: firstSampled, firstColumn: first, columnCount: columnCount)
          grid.tiles[tileRow * grid.columns + tileColumn].add(
            sums, count: columnCount * RowSampling.count(in: tileRows))
        }
        row = pieceEnd
      }
    }
  }

  /// Counts the luma values of the band's sampled rows and sums their chroma, tile by tile.
  mutating func addPointStatistics(of band: PlanarBand, end: Int) {
    var row = band.firstRow
    while row < end {
      let tileRow = row / grid.side
      let pieceEnd = min(end, (tileRow + 1) * grid.side)
      addLumaValues(of: band, rows: row..<pieceEnd, tileRow: tileRow)
      if hasChroma, let chroma = band.chroma {
        addChroma(chroma, of: band, rows: row..<pieceEnd, tileRow: tileRow)
      }
      if pieceEnd == (tileRow + 1) * grid.side, pieceEnd < storedSize.height {
        foldValueCounts(ofTileRow: tileRow)
      }
      row = pieceEnd
    }
  }

  private func addLumaValues(of band: PlanarBand, rows: Range<Int>, tileRow: Int) {
    let top = tileRow * grid.side
    let first = top + RowSampling.first(from: rows.lowerBound - top)
    let rowCount = RowSampling.count(in: rows.lowerBound - top..<rows.upperBound - top)
    guard rowCount > 0 else { return }
    let start = band.luma.advanced(by: (first - band.firstRow) * band.lumaStride)
    for tileColumn in 0..<grid.columns {
      let column = tileColumn * grid.side
      LumaHistogramKernel.add(
        start.advanced(by: column), stride: RowSampling.step * band.lumaStride,
        columns: min(grid.side, storedSize.width - column), rows: rowCount,
        to: valueCounts.base.advanced(by: tileColumn * LumaHistogramKernel.tableCount))
    }
  }

  /// Adds the chroma samples whose first luma row is among `rows`.
  private mutating func addChroma(
    _ chroma: PlanarBand.Chroma, of band: PlanarBand, rows: Range<Int>, tileRow: Int
  ) {
    let vertical = chroma.verticalFactor
    let firstRow = (rows.lowerBound - band.firstRow + vertical - 1) / vertical
    let endRow = min(chroma.rows, (rows.upperBound - band.firstRow + vertical - 1) / vertical)
    guard firstRow < endRow else { return }
    // The band's chroma row 0 is this row of the tile's chroma.
    let bandRow = (band.firstRow - tileRow * grid.side) / vertical
    let rowCount = RowSampling.count(in: bandRow + firstRow..<bandRow + endRow)
    guard rowCount > 0 else { return }
    let firstSampled = RowSampling.first(from: bandRow + firstRow) - bandRow
    let stride = RowSampling.step * chroma.stride
    let tileSide = grid.side / chroma.horizontalFactor
    for tileColumn in 0..<grid.columns {
      let first = tileColumn * tileSide
      let columns = min(tileSide, chroma.columns - first)
      guard columns > 0 else { continue }
      let offset = firstSampled * chroma.stride + first
      let blue = MomentsKernel.moments(
        chroma.blue.advanced(by: offset), stride: stride, columns: columns, rows: rowCount)
      let red = MomentsKernel.moments(
        chroma.red.advanced(by: offset), stride: stride, columns: columns, rows: rowCount)
      grid.tiles[tileRow * grid.columns + tileColumn].add(
        blue: blue, red: red, count: columns * rowCount)
    }
  }

  /// Moves a finished tile row's value counts into the grid and clears them for the next.
  mutating func foldValueCounts(ofTileRow tileRow: Int) {
    guard tileRow >= 0, tileRow < grid.rows else { return }
    let first = tileRow * grid.columns
    grid.histograms.withUnsafeMutableBufferPointer { histograms in
      guard let histograms = histograms.baseAddress else { return }
      for tileColumn in 0..<grid.columns {
        let index = first + tileColumn
        let summary = LumaHistogramKernel.summary(
          of: valueCounts.base.advanced(by: tileColumn * LumaHistogramKernel.tableCount),
          bins: histograms.advanced(by: index * TileGrid.binCount))
        grid.tiles[index].add(summary)
      }
    }
    valueCounts.clear()
  }
}
