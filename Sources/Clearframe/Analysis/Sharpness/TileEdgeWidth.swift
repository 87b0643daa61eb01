/// The blur that full-resolution tile statistics show.
///
/// A tile's greatest gradient against its range of luma is `EdgeModel`'s share for its sharpest
/// edge. It tells no direction, but it sees pixels that the working image has averaged away.
enum TileEdgeWidth {
  /// The least range of luma of a tile that holds an edge, in levels.
  private static let leastRange = 25.0
  /// The share of pixels cut off at both ends of a tile's range of luma.
  private static let tail = 0.002
  /// What noise of deviation 1 in a central difference adds to the greatest of a tile's
  /// differences: the expected greatest of the thousand to four thousand normal values.
  private static let noiseMaximum = 3.6
  /// What the same noise adds to a tile's range of luma, by its normal quantiles at `tail`.
  private static let noiseRange = 4.1

  /// The blur of the tiles in an area, in stored pixels: the median over tiles by their gradient
  /// energy; nil where no tile holds an edge.
  static func deviation(tiles grid: TileGrid, area: DocumentArea) -> Double? {
    let energies = grid.tiles.map { $0.structureTensor?.energy ?? 0 }
    let known = energies.filter { $0 > 0 }.sorted()
    guard !known.isEmpty else { return nil }
    let floor = known[known.count * 8 / 100]
    let noise = (floor / 2).squareRoot()
    var found: [(deviation: Double, weight: Double)] = []
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let index = grid.index(column: column, row: row)
        let tile = grid.tiles[index]
        guard energies[index] > 2 * floor else { continue }
        let centre = PixelPoint(
          x: (Double(column) + 0.5) * Double(grid.side),
          y: (Double(row) + 0.5) * Double(grid.side))
        guard area.contains(centre) else { continue }
        let histogram = grid.histogram(index: index)
        guard let low = histogram.percentile(tail), let high = histogram.percentile(1 - tail)
        else { continue }
        // Noise must not pass as sharpness, nor an estimate of noise that is really fine print
        // take all of it away.
        let range = max(0.5 * (high - low), high - low - noiseRange * noise)
        let gradient = Double(tile.gradientMaximum)
        let net = gradient * gradient - noiseMaximum * noiseMaximum * noise * noise
        let slope = max(0.4 * gradient, max(0, net).squareRoot())
        guard range > leastRange else { continue }
        found.append((EdgeModel.deviation(share: slope / range), energies[index] - floor))
      }
    }
    return median(found)
  }

  private static func median(_ values: [(deviation: Double, weight: Double)]) -> Double? {
    let half = values.reduce(0) { $0 + $1.weight } / 2
    var sum = 0.0
    for value in values.sorted(by: { $0.deviation < $1.deviation }) {
      sum += value.weight
      if sum >= half { return value.deviation }
    }
    return nil
  }
}
