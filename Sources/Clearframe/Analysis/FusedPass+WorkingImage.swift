extension FusedPass {
  /// Adds the band's rows to the working rows they fall in, and writes those that are complete.
  mutating func addToWorkingImage(_ band: PlanarBand, end: Int) {
    var row = band.firstRow
    while row < end {
      let workingRow = row / factor
      let pieceEnd = min(end, (workingRow + 1) * factor)
      luma.addWhole(
        workingRow, band.luma.advanced(by: (row - band.firstRow) * band.lumaStride),
        stride: band.lumaStride, columns: storedSize.width, rows: pieceEnd - row,
        horizontalFactor: 1, weight: 1)
      if hasChroma, let chroma = band.chroma {
        horizontalFactor = chroma.horizontalFactor
        addChroma(
          chroma, rows: row - band.firstRow..<pieceEnd - band.firstRow, to: workingRow)
      }
      if pieceEnd == (workingRow + 1) * factor {
        writeWorkingRow(workingRow, rowCount: factor)
      }
      row = pieceEnd
    }
  }

  /// Adds the chroma of the band's luma rows `rows`, each chroma row by the luma rows it covers.
  private mutating func addChroma(
    _ chroma: PlanarBand.Chroma, rows: Range<Int>, to workingRow: Int
  ) {
    guard chroma.rows > 0 else { return }
    let vertical = chroma.verticalFactor
    var row = rows.lowerBound
    while row < rows.upperBound {
      let chromaRow = min(row / vertical, chroma.rows - 1)
      // Whole chroma rows go together; a row that two working rows share goes alone.
      let whole = row % vertical == 0 ? (rows.upperBound - row) / vertical : 0
      let weight =
        whole > 0 ? vertical : min(rows.upperBound - row, vertical - row % vertical)
      let count = max(1, min(whole, chroma.rows - chromaRow))
      let offset = chromaRow * chroma.stride
      chromaBlue.addWhole(
        workingRow, chroma.blue.advanced(by: offset), stride: chroma.stride,
        columns: chroma.columns, rows: count, horizontalFactor: chroma.horizontalFactor,
        weight: weight)
      chromaRed.addWhole(
        workingRow, chroma.red.advanced(by: offset), stride: chroma.stride,
        columns: chroma.columns, rows: count, horizontalFactor: chroma.horizontalFactor,
        weight: weight)
      row += count * weight
    }
  }

  /// Writes the means of a working row of which `rowCount` picture rows were seen.
  mutating func writeWorkingRow(_ row: Int, rowCount: Int) {
    luma.writeRow(row, rowCount: rowCount, horizontalFactor: 1)
    guard hasChroma else { return }
    chromaBlue.writeRow(row, rowCount: rowCount, horizontalFactor: horizontalFactor)
    chromaRed.writeRow(row, rowCount: rowCount, horizontalFactor: horizontalFactor)
  }
}
