extension DerivativeKernel {
  /// The plain form of `sums(rows:rowCount:firstSampledRow:firstColumn:columnCount:)`,
  /// pixel by pixel.
  package static func sumsReference(
    rows: UnsafePointer<UnsafePointer<UInt8>>, rowCount: Int, firstSampledRow: Int,
    firstColumn: Int, columnCount: Int
  ) -> DerivativeSums {
    func luma(_ x: Int, _ y: Int) -> Int { Int(rows[y + 2][x]) }
    func laplacianX(_ x: Int, _ y: Int) -> Int { luma(x - 1, y) - 2 * luma(x, y) + luma(x + 1, y) }
    var sums = DerivativeSums()
    for y in 0..<rowCount {
      for x in firstColumn..<firstColumn + columnCount {
        let gx = luma(x + 1, y) - luma(x - 1, y)
        let gy = luma(x, y + 1) - luma(x, y - 1)
        sums.gradientMaximum = max(sums.gradientMaximum, abs(gx), abs(gy))
        guard (y - firstSampledRow) % 2 == 0 else { continue }
        let wx = luma(x + 2, y) - luma(x - 2, y)
        let wy = luma(x, y + 2) - luma(x, y - 2)
        let lx = laplacianX(x, y)
        let ly = luma(x, y - 1) - 2 * luma(x, y) + luma(x, y + 1)
        let noise = laplacianX(x, y - 1) - 2 * lx + laplacianX(x, y + 1)
        sums.gradientXX += gx * gx
        sums.gradientYY += gy * gy
        sums.gradientXY += gx * gy
        sums.wideGradientXX += wx * wx
        sums.wideGradientYY += wy * wy
        sums.laplacianXX += lx * lx
        sums.laplacianYY += ly * ly
        sums.laplacianXY += lx * ly
        sums.noiseSum += abs(noise)
      }
    }
    return sums
  }
}
