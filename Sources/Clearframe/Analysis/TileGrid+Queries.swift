extension TileGrid {
  /// Which tiles a rectangle of pixels stands for.
  package enum Coverage: Sendable {
    /// The tiles that share at least one pixel with it.
    case touching
    /// The tiles that lie wholly inside it; an edge tile ends where the picture does.
    case inside
  }

  /// The index of a tile in `tiles`.
  package func index(column: Int, row: Int) -> Int {
    row * columns + column
  }

  /// The tile at a column and a row of tiles.
  package subscript(column: Int, row: Int) -> TileStatistics {
    tiles[index(column: column, row: row)]
  }

  /// The stored pixels of a tile, cut off at the picture's edges.
  package func pixelRange(column: Int, row: Int) -> (columns: Range<Int>, rows: Range<Int>) {
    let left = column * side
    let top = row * side
    return (
      left..<min(left + side, storedSize.width), top..<min(top + side, storedSize.height)
    )
  }

  /// The middle of a tile in stored pixels.
  package func middle(ofTile index: Int) -> PixelPoint {
    let pixels = pixelRange(column: index % columns, row: index / columns)
    return PixelPoint(
      x: Double(pixels.columns.lowerBound + pixels.columns.upperBound) / 2,
      y: Double(pixels.rows.lowerBound + pixels.rows.upperBound) / 2)
  }

  /// All tiles.
  package var allTiles: TileRange {
    TileRange(columns: 0..<columns, rows: 0..<rows)
  }

  /// The tiles that a rectangle of stored pixels stands for; what lies outside the picture is
  /// ignored.
  package func tileRange(
    columns pixelColumns: Range<Int>, rows pixelRows: Range<Int>, coverage: Coverage = .touching
  ) -> TileRange {
    TileRange(
      columns: tileIndexes(
        of: pixelColumns.clamped(to: 0..<storedSize.width), length: storedSize.width,
        coverage: coverage),
      rows: tileIndexes(
        of: pixelRows.clamped(to: 0..<storedSize.height), length: storedSize.height,
        coverage: coverage))
  }

  private func tileIndexes(of pixels: Range<Int>, length: Int, coverage: Coverage) -> Range<Int> {
    guard !pixels.isEmpty else { return 0..<0 }
    switch coverage {
    case .touching:
      return pixels.lowerBound / side..<(pixels.upperBound - 1) / side + 1
    case .inside:
      let first = (pixels.lowerBound + side - 1) / side
      let end =
        pixels.upperBound == length ? (length + side - 1) / side : pixels.upperBound / side
      return first..<max(first, end)
    }
  }

  /// The indexes of a rectangle's tiles in `tiles`, row by row.
  package func indexes(of range: TileRange) -> [Int] {
    range.rows.flatMap { row in range.columns.map { index(column: $0, row: row) } }
  }

  /// The sums over a rectangle of tiles.
  package func merged(_ range: TileRange) -> TileStatistics {
    var sums = TileStatistics()
    for row in range.rows {
      for column in range.columns {
        sums += tiles[index(column: column, row: row)]
      }
    }
    return sums
  }

  /// The sums over the tiles that a rectangle of stored pixels stands for.
  package func merged(
    columns: Range<Int>, rows: Range<Int>, coverage: Coverage = .touching
  ) -> TileStatistics {
    merged(tileRange(columns: columns, rows: rows, coverage: coverage))
  }

  /// The sums over tiles given by their indexes in `tiles`.
  package func merged(indexes: some Sequence<Int>) -> TileStatistics {
    var sums = TileStatistics()
    for index in indexes {
      sums += tiles[index]
    }
    return sums
  }

  /// The sums over the whole picture.
  package func merged() -> TileStatistics {
    merged(allTiles)
  }

  /// The luma histogram of one tile.
  package func histogram(index: Int) -> LumaHistogram {
    histogram(indexes: CollectionOfOne(index))
  }

  /// The luma histogram over a rectangle of tiles.
  package func histogram(_ range: TileRange) -> LumaHistogram {
    var histogram = LumaHistogram()
    for row in range.rows {
      for column in range.columns {
        add(tile: index(column: column, row: row), to: &histogram)
      }
    }
    return histogram
  }

  /// The luma histogram over the tiles that a rectangle of stored pixels stands for.
  package func histogram(
    columns: Range<Int>, rows: Range<Int>, coverage: Coverage = .touching
  ) -> LumaHistogram {
    histogram(tileRange(columns: columns, rows: rows, coverage: coverage))
  }

  /// The luma histogram over tiles given by their indexes in `tiles`.
  package func histogram(indexes: some Sequence<Int>) -> LumaHistogram {
    var histogram = LumaHistogram()
    for index in indexes {
      add(tile: index, to: &histogram)
    }
    return histogram
  }

  /// The luma histogram over the whole picture.
  package func histogram() -> LumaHistogram {
    histogram(allTiles)
  }

  private func add(tile: Int, to histogram: inout LumaHistogram) {
    histogram.add(histograms[tile * Self.binCount..<(tile + 1) * Self.binCount])
  }
}
