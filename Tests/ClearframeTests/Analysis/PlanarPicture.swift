import Clearframe
import ClearframeTestSupport

/// A whole picture in planes, for comparing the streamed pass with plain loops over all of it.
struct PlanarPicture {
  let size: PixelSize
  let luma: [UInt8]
  let horizontalFactor: Int
  let verticalFactor: Int
  /// Empty for a gray picture.
  let blue: [UInt8]
  let red: [UInt8]

  var hasChroma: Bool { !blue.isEmpty }
  var chromaColumns: Int { (size.width + horizontalFactor - 1) / horizontalFactor }
  var chromaRows: Int { (size.height + verticalFactor - 1) / verticalFactor }

  /// A picture of noise, edges, and fully clipped areas.
  init(
    width: Int, height: Int, horizontalFactor: Int = 2, verticalFactor: Int = 2,
    hasChroma: Bool = true, seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    size = PixelSize(width: width, height: height)
    self.horizontalFactor = horizontalFactor
    self.verticalFactor = verticalFactor
    func plane(_ columns: Int, _ rows: Int) -> [UInt8] {
      var samples: [UInt8] = []
      samples.reserveCapacity(columns * rows)
      for y in 0..<rows {
        for x in 0..<columns {
          let noise = UInt8(truncatingIfNeeded: random.next())
          switch (x / 9 + y / 7) % 4 {
          case 0: samples.append(noise)
          case 1: samples.append(noise < 128 ? 0 : 255)
          case 2: samples.append(240 + noise % 16)
          default: samples.append(UInt8(truncatingIfNeeded: 3 * x + y) / 2 + noise % 8)
          }
        }
      }
      return samples
    }
    luma = plane(width, height)
    let chromaColumns = (width + horizontalFactor - 1) / horizontalFactor
    let chromaRows = (height + verticalFactor - 1) / verticalFactor
    blue = hasChroma ? plane(chromaColumns, chromaRows) : []
    red = hasChroma ? plane(chromaColumns, chromaRows) : []
  }

  /// Sends the first `rowLimit` rows through a pass in bands of the given heights, repeated.
  ///
  /// Each band is copied to memory of its own, with a wider stride, so that a pass that kept a
  /// pointer into an earlier band would be found out.
  func analysis(bandHeights: [Int], rowLimit: Int? = nil) -> PictureAnalysis {
    var pass = FusedPass(storedSize: size, hasChroma: hasChroma)
    let end = min(size.height, rowLimit ?? size.height)
    var row = 0
    var index = 0
    while row < end {
      let height = min(end - row, bandHeights[index % bandHeights.count])
      consumeBand(row, height, with: &pass)
      row += height
      index += 1
    }
    return pass.finish()
  }

  private func consumeBand(_ firstRow: Int, _ rowCount: Int, with pass: inout FusedPass) {
    func strided(_ plane: [UInt8], columns: Int, rows: Range<Int>) -> [UInt8] {
      rows.flatMap { row in
        Array(plane[row * columns..<(row + 1) * columns]) + Array(repeating: 0xA5, count: 3)
      }
    }
    let luma = strided(luma, columns: size.width, rows: firstRow..<firstRow + rowCount)
    let chromaFirst = firstRow / verticalFactor
    let chromaEnd = (firstRow + rowCount + verticalFactor - 1) / verticalFactor
    let chromaRange = chromaFirst..<max(chromaFirst, chromaEnd)
    let blue = hasChroma ? strided(blue, columns: chromaColumns, rows: chromaRange) : []
    let red = hasChroma ? strided(red, columns: chromaColumns, rows: chromaRange) : []
    luma.withUnsafeBufferPointer { luma in
      blue.withUnsafeBufferPointer { blue in
        red.withUnsafeBufferPointer { red in
          guard let lumaBase = luma.baseAddress else { return }
          var chroma: PlanarBand.Chroma?
          if hasChroma, let blueBase = blue.baseAddress, let redBase = red.baseAddress {
            chroma = PlanarBand.Chroma(
              blue: blueBase, red: redBase, stride: chromaColumns + 3, columns: chromaColumns,
              rows: chromaRange.count, horizontalFactor: horizontalFactor,
              verticalFactor: verticalFactor)
          }
          pass.consume(
            PlanarBand(
              firstRow: firstRow, rowCount: rowCount, width: size.width, luma: lumaBase,
              lumaStride: size.width + 3, chroma: chroma))
        }
      }
    }
  }

  /// The statistics of every tile from plain loops over the even ones of the first `rowLimit` rows.
  func plainTiles(rowLimit: Int? = nil) -> (tiles: [TileStatistics], histograms: [UInt16]) {
    var grid = TileGrid(storedSize: size)
    let height = min(size.height, rowLimit ?? size.height)
    func at(_ x: Int, _ y: Int) -> Int { Int(luma[y * size.width + x]) }
    func laplacianX(_ x: Int, _ y: Int) -> Int { at(x - 1, y) - 2 * at(x, y) + at(x + 1, y) }
    for y in 0..<height {
      for x in 0..<size.width {
        let tile = y / grid.side * grid.columns + x / grid.side
        let value = at(x, y)
        let isSampled = y % 2 == 0
        if isSampled {
          grid.tiles[tile].count += 1
          grid.tiles[tile].lumaSum += value
          grid.tiles[tile].lumaSquareSum += value * value
          grid.tiles[tile].darkClippedCount += value <= 5 ? 1 : 0
          grid.tiles[tile].brightClippedCount += value >= 250 ? 1 : 0
          grid.histograms[tile * TileGrid.binCount + value / 4] += 1
        }
        guard x >= 2, y >= 2, x < size.width - 2, y < height - 2 else { continue }
        let gx = at(x + 1, y) - at(x - 1, y)
        let gy = at(x, y + 1) - at(x, y - 1)
        grid.tiles[tile].gradientMaximum = max(
          grid.tiles[tile].gradientMaximum, abs(gx), abs(gy))
        guard isSampled else { continue }
        let wx = at(x + 2, y) - at(x - 2, y)
        let wy = at(x, y + 2) - at(x, y - 2)
        let lx = laplacianX(x, y)
        let ly = at(x, y - 1) - 2 * value + at(x, y + 1)
        let noise = laplacianX(x, y - 1) - 2 * lx + laplacianX(x, y + 1)
        grid.tiles[tile].derivativeCount += 1
        grid.tiles[tile].gradientXX += gx * gx
        grid.tiles[tile].gradientYY += gy * gy
        grid.tiles[tile].gradientXY += gx * gy
        grid.tiles[tile].wideGradientXX += wx * wx
        grid.tiles[tile].wideGradientYY += wy * wy
        grid.tiles[tile].laplacianXX += lx * lx
        grid.tiles[tile].laplacianYY += ly * ly
        grid.tiles[tile].laplacianXY += lx * ly
        grid.tiles[tile].noiseSum += abs(noise)
      }
    }
    guard hasChroma else { return (grid.tiles, grid.histograms) }
    for y in stride(from: 0, to: (height + verticalFactor - 1) / verticalFactor, by: 2) {
      for x in 0..<chromaColumns {
        let tileColumn = x * horizontalFactor / grid.side
        let tile = y * verticalFactor / grid.side * grid.columns + tileColumn
        let cb = Int(blue[y * chromaColumns + x]) - 128
        let cr = Int(red[y * chromaColumns + x]) - 128
        grid.tiles[tile].chromaCount += 1
        grid.tiles[tile].chromaBlueSum += cb
        grid.tiles[tile].chromaRedSum += cr
        grid.tiles[tile].chromaBlueSquareSum += cb * cb
        grid.tiles[tile].chromaRedSquareSum += cr * cr
      }
    }
    return (grid.tiles, grid.histograms)
  }

  /// A working plane from plain loops: every stored pixel takes the sample that covers it.
  func plainWorkingPlane(
    _ plane: [UInt8], columns: Int, horizontalFactor: Int, verticalFactor: Int,
    rowLimit: Int? = nil, unseen: UInt8
  ) -> [UInt8] {
    let factor = WorkingImage.factor(for: size)
    let height = min(size.height, rowLimit ?? size.height)
    var means: [UInt8] = []
    for firstRow in stride(from: 0, to: size.height, by: factor) {
      for firstColumn in stride(from: 0, to: size.width, by: factor) {
        var sum = 0
        var count = 0
        for y in firstRow..<max(firstRow, min(firstRow + factor, height)) {
          for x in firstColumn..<min(firstColumn + factor, size.width) {
            sum += Int(plane[y / verticalFactor * columns + x / horizontalFactor])
            count += 1
          }
        }
        means.append(count == 0 ? unseen : UInt8((2 * sum + count) / (2 * count)))
      }
    }
    return means
  }
}
