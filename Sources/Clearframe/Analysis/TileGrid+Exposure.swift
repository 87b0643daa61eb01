extension TileGrid {
  /// The luma below which `share` (0 to 1) of the counted pixels lie, 0 to 255; nil where no pixel
  /// was counted.
  ///
  /// Taken from the tiles' histograms and interpolated inside a bin, so the error is under one
  /// bin's width of 4.
  package func lumaPercentile(_ share: Double) -> Double? {
    var bins = [Int](repeating: 0, count: Self.binCount)
    for (index, count) in histograms.enumerated() { bins[index % Self.binCount] += Int(count) }
    let total = bins.reduce(0, +)
    guard total > 0 else { return nil }
    let target = min(1, max(0, share)) * Double(total)
    var below = 0.0
    for (bin, count) in bins.enumerated() where count > 0 {
      if below + Double(count) >= target {
        let width = 256 / Double(Self.binCount)
        let within = (target - below) / Double(count)
        return min(255, (Double(bin) + within) * width)
      }
      below += Double(count)
    }
    return 255
  }

  /// The share of counted pixels with luma at least 250, 0 to 1; nil where none was counted.
  package var brightClippedFraction: Double? {
    let total = tiles.reduce(0) { $0 + $1.count }
    guard total > 0 else { return nil }
    return Double(tiles.reduce(0) { $0 + $1.brightClippedCount }) / Double(total)
  }
}
