/// How bright the colour channels of some tiles are.
///
/// A tile has a histogram of luma and its mean chroma. Red, green and blue lie above or below luma
/// by what BT.601 derives from chroma (`1.402 Cr`, `-0.344 Cb - 0.714 Cr`, `1.772 Cb`), so that the
/// histogram moved by these offsets stands for a channel's. Paper and card are of one colour over
/// most of a tile; small print of another colour is counted with the paper's.
struct ChannelLevels {
  /// The level that 99 % of the pixels do not exceed in the tile's brightest channel, those with a
  /// luma of `DocumentLight.burntLuma` or more left aside; 255 where less than half is left, since
  /// paper that is white all over is not dark, and in a scan of two tones only the print would be
  /// left; nil without pixels.
  let highlight: Double?
  /// The share of pixels whose two brightest channels reach `DocumentLight.saturation`, 0 to 1; in
  /// tiles of a strong colour, those whose luma does.
  let burntShare: Double
  /// The share of pixels whose brightest channel reaches it, 0 to 1; none in tiles of a strong
  /// colour.
  let clippedShare: Double

  init(_ tiles: TileGrid, indexes: [Int]) {
    var brightest = LumaHistogram()
    var total = 0
    var burnt = 0
    var clipped = 0
    for index in indexes {
      let tile = tiles.tiles[index]
      let bins = tiles.histograms[index * TileGrid.binCount..<(index + 1) * TileGrid.binCount]
      let offsets = Self.offsets(of: tile)
      let isColored = offsets.least < -DocumentLight.colorDepth
      func count(from luma: Double) -> Int {
        bins[(bins.startIndex + Self.bin(luma))...].reduce(0) { $0 + Int($1) }
      }
      burnt += count(from: DocumentLight.saturation - (isColored ? 0 : max(0, offsets.middle)))
      if !isColored {
        // The first bin that lies wholly above: a clipped channel moves it by less than a bin.
        clipped += count(
          from: DocumentLight.saturation + Double(LumaHistogram.binWidth - 1)
            - max(0, offsets.largest))
      }
      for count in bins { total += Int(count) }
      brightest.add(
        bins.prefix(DocumentLight.burntLuma / LumaHistogram.binWidth),
        raisedBy: Int((max(0, offsets.largest) / Double(LumaHistogram.binWidth)).rounded()))
    }
    burntShare = total > 0 ? Double(burnt) / Double(total) : 0
    clippedShare = total > 0 ? Double(clipped) / Double(total) : 0
    highlight =
      total == 0
      ? nil : 2 * brightest.total < total ? 255 : brightest.percentile(0.99) ?? 255
  }

  /// How far the brightest, the second and the darkest channel lie above luma in the mean.
  private static func offsets(
    of tile: TileStatistics
  ) -> (largest: Double, middle: Double, least: Double) {
    let blue = tile.chromaBlueMean ?? 0
    let red = tile.chromaRedMean ?? 0
    let channels = [1.402 * red, -0.344136 * blue - 0.714136 * red, 1.772 * blue].sorted()
    return (channels[2], channels[1], channels[0])
  }

  private static func bin(_ luma: Double) -> Int {
    min(max(0, Int(luma) / LumaHistogram.binWidth), TileGrid.binCount - 1)
  }
}
