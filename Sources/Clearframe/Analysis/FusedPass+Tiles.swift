import ClearframeKernels

extension FusedPass {
  /// How many even numbers a range holds: the rows that the statistics sample.
  private static func evenCount(in range: Range<Int>) -> Int {
    (range.upperBound + 1) / 2 - (range.lowerBound + 1) / 2
  }

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
        for tileColumn in 0..<grid.columns {
          let first = max(reach, tileColumn * grid.side)
          let columnCount = min(endColumn, (tileColumn + 1) * grid.side) - first
          guard columnCount > 0 else { continue }
          let sums = DerivativeKernel.sums(
            rows: rowStarts.advanced(by: row - firstRow), rowCount: pieceEnd - row,
            firstSampledRow: row & 1, firstColumn: first, columnCount: columnCount)
          grid.tiles[tileRow * grid.columns + tileColumn].add(
            sums, count: columnCount * Self.evenCount(in: row..<pieceEnd))
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
      addLumaValues(of: band, rows: row..<pieceEnd)
      if hasChroma, let chroma = band.chroma {
        addChroma(chroma, of: band, rows: row..<pieceEnd, tileRow: tileRow)
      }
      if pieceEnd == (tileRow + 1) * grid.side, pieceEnd < storedSize.height {
        foldValueCounts(ofTileRow: tileRow)
      }
      row = pieceEnd
    }
  }

  private func addLumaValues(of band: PlanarBand, rows: Range<Int>) {
    let first = rows.lowerBound + rows.lowerBound % 2
    let start = band.luma.advanced(by: (first - band.firstRow) * band.lumaStride)
    for tileColumn in 0..<grid.columns {
      let column = tileColumn * grid.side
      LumaHistogramKernel.add(
        start.advanced(by: column), stride: 2 * band.lumaStride,
        columns: min(grid.side, storedSize.width - column), rows: Self.evenCount(in: rows),
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
    // Rows are sampled by their number in the picture, not in the band.
    let bandRow = band.firstRow / vertical
    let rowCount = Self.evenCount(in: bandRow + firstRow..<bandRow + max(firstRow, endRow))
    guard rowCount > 0 else { return }
    let firstSampled = firstRow + (bandRow + firstRow) % 2
    let tileSide = grid.side / chroma.horizontalFactor
    for tileColumn in 0..<grid.columns {
      let first = tileColumn * tileSide
      let columns = min(tileSide, chroma.columns - first)
      guard columns > 0 else { continue }
      let offset = firstSampled * chroma.stride + first
      let blue = MomentsKernel.moments(
        chroma.blue.advanced(by: offset), stride: 2 * chroma.stride, columns: columns,
        rows: rowCount)
      let red = MomentsKernel.moments(
        chroma.red.advanced(by: offset), stride: 2 * chroma.stride, columns: columns,
        rows: rowCount)
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
