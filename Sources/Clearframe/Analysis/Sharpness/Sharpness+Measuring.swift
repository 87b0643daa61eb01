#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Sharpness {
  /// How much the area is grown about its middle, so that the document's own outline, the longest
  /// edge of a nearly empty page, is measured with it.
  private static let growth = 1.04
  /// Fewer edge pixels than this, and the search is repeated for fainter ones.
  private static let fewEdges = 150
  /// The edge pixels that a block needs.
  private static let leastBlockEdges = 40
  /// The blocks that a trend needs.
  private static let leastTrendBlocks = 5
  /// The width in the view below which edges are as sharp as print gets; the trend is taken over
  /// logarithms, in which differences between sharp blocks would count for too much.
  private static let sharpWidth = 0.4
  /// Where a view pixel is less than this many working pixels, the working image cannot tell a
  /// sharp document from one that is just blurred, and tiles of stored pixels help.
  private static let workingResolution = 0.37

  /// Measures the document's area of a picture.
  package init(analysis: borrowing PictureAnalysis, area: DocumentArea) {
    self.init(
      luma: analysis.working.luma, width: analysis.working.width,
      height: analysis.working.height, factor: analysis.working.factor, tiles: analysis.tiles,
      area: area)
  }

  private init(
    luma: [UInt8], width: Int, height: Int, factor: Int, tiles: TileGrid, area: DocumentArea
  ) {
    let region = SampleRegion(
      polygon: area.polygon, growth: Self.growth, factor: factor, width: width, height: height)
    let noise = WorkingNoise.deviation(luma: luma, width: width, height: height)
    func scan(leastGradient: Int, leastContrast: Int) -> EdgeWidthField {
      EdgeWidthScan.field(
        luma: luma, width: width, height: height, region: region,
        threshold: EdgeWidthScan.Threshold(
          noise: noise, leastGradient: leastGradient, leastContrast: leastContrast))
    }
    var field = scan(leastGradient: 6, leastContrast: 16)
    if field.count * field.step < Self.fewEdges {
      field = scan(leastGradient: 3, leastContrast: 10)
    }

    let scale = max(1, Self.longSide(of: area, stored: tiles.storedSize) / Self.viewLongSide)
    let box = Double(factor * factor - 1) / 12
    /// From working pixels to pixels of the view; averaging blocks of `factor` pixels has added
    /// their variance, which is not the picture's.
    func view(_ deviation: Double) -> Double {
      let stored = deviation * Double(factor)
      return max(0, stored * stored - box).squareRoot() / scale
    }

    let ellipse = BlurEllipse(field)
    var widest = ellipse.map { view($0.major) }
    if scale < Self.workingResolution * Double(factor), let rough = widest,
      rough * scale < Double(factor),
      let fine = TileEdgeWidth.deviation(tiles: tiles, area: area)
    {
      widest = min(rough, fine / scale)
    }
    self.init(
      edgeCount: field.count * field.step, viewScale: scale, width: widest,
      leastWidth: ellipse.map { min(view($0.minor), widest ?? .infinity) },
      direction: ellipse?.direction,
      blocks: Self.blocks(of: field, region: region, factor: factor, stored: tiles.storedSize) {
        view($0)
      })
  }

  /// The longest side of the document, but no longer than the picture.
  private static func longSide(of area: DocumentArea, stored: PixelSize) -> Double {
    let corners = area.outline.corners
    var longest = 0.0
    for (index, from) in corners.enumerated() {
      let to = corners[(index + 1) % corners.count]
      longest = max(longest, hypot(to.x - from.x, to.y - from.y))
    }
    return min(longest, Double(stored.longSide))
  }

  private static func blocks(
    of field: EdgeWidthField, region: SampleRegion, factor: Int, stored: PixelSize,
    view: (Double) -> Double
  ) -> [Block] {
    let histograms = (0..<field.blockCount).map { field.histogram(blocks: CollectionOfOne($0)) }
    let widths = histograms.map { histogram -> Double? in
      guard histogram.count * field.step >= leastBlockEdges, histogram.count >= 10 else {
        return nil
      }
      return histogram.quantile(0.5).map(view)
    }
    let trend = trend(widths, weights: histograms.map(\.weight), columns: field.columns)
    func range(_ index: Int, of count: Int, in samples: Range<Int>, limit: Int) -> Range<Int> {
      func position(_ index: Int) -> Int {
        min(limit, (samples.lowerBound + index * samples.count / count) * factor)
      }
      return position(index)..<max(position(index), position(index + 1))
    }
    return (0..<field.blockCount).map { index in
      Block(
        columns: range(
          index % field.columns, of: field.columns, in: region.columns, limit: stored.width),
        rows: range(
          index / field.columns, of: field.rows, in: region.rows, limit: stored.height),
        width: widths[index], trend: trend[index])
    }
  }

  /// The widths of a plane through the logarithms of the blocks' widths.
  ///
  /// A lens out of level with the document blurs one side of it, and that is a trend; a photo or
  /// a seal with soft print is one soft block among sharp ones, and is not.
  private static func trend(
    _ widths: [Double?], weights: [Double], columns: Int
  ) -> [Double?] {
    let none = [Double?](repeating: nil, count: widths.count)
    let known = widths.indices.filter { widths[$0] != nil }
    guard known.count >= leastTrendBlocks else { return none }
    let roots = known.map { weights[$0].squareRoot() }
    let middle = roots.sorted()[roots.count / 2]
    guard middle > 0 else { return none }
    let points = zip(known, roots).map { index, root in
      WeightedPlane.Point(
        x: Double(index % columns), y: Double(index / columns),
        value: log(max(widths[index] ?? 0, sharpWidth)),
        weight: min(max(root / middle, 0.1), 2))
    }
    guard let plane = WeightedPlane.solve(points) else { return none }
    var trend = none
    for point in zip(known, points) {
      trend[point.0] = exp(plane.value(x: point.1.x, y: point.1.y))
    }
    return trend
  }
}
