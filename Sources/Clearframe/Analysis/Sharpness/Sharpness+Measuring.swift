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
  /// How much it is shrunk to leave the outline out: the shadow of a curled page is no blur.
  private static let shrinkage = 0.965
  /// Fewer edge pixels than this, and the search is repeated for fainter ones.
  private static let fewEdges = 150
  /// The edge pixels that a block needs.
  private static let leastBlockEdges = 40
  /// On a block with a reflection, the slope of edges, as a share of the greatest of all blocks, below
  /// which they are those of the reflection: its soft borders reach beyond the part that was found,
  /// and say nothing of the focus.
  private static let faintSlopeShare = 0.5
  /// The places across and down a block that are asked for a reflection: one that takes less than
  /// a sixth of its sides leaves few edges there.
  private static let reflectionPlaces = 6
  /// Where the edges inside the document are less than this part as wide as all of a block, the trend
  /// is as narrow there as they are: a page that curls, or throws a shadow on the desk, has a soft
  /// outline on one side. Blur makes print and outline alike, and fine print is taken for at most 1.5
  /// times as sharp.
  private static let softOutlineShare = 0.5
  /// Where a block's outline is less than this part as wide as its print, the print is soft by
  /// itself, as a hologram or a stain is, and the block has no trend.
  private static let softPrintShare = 0.5
  /// Where the mean contrast of a block's print is less than this part of the strongest block's, it is
  /// the grain of a cover or the fine pattern behind print, whose edges are near the noise and soft;
  /// blurred print keeps 0.26 and more, sharp grain has 0.1 to 0.2.
  private static let faintPrintShare = 0.22
  /// Where a view pixel is less than this many working pixels, the working image cannot tell a
  /// sharp document from one that is just blurred, and tiles of stored pixels help.
  private static let workingResolution = 0.37
  /// A point spread that is less than this part as wide across as along is a shake; the greatest
  /// gradients of tiles, which tell no direction, say nothing about its length.
  private static let slimness = 0.55
  /// The width in pixels of the view that is as sharp as print gets; what is narrower may be sharper
  /// than can be measured.
  static let sharpWidth = 0.5
  /// The part of a person's edges that must be sharp, by weight: eyes, strands of hair, collars.
  /// Cheeks, lips, folds and shadows are soft in the sharpest portrait.
  private static let personQuantile = 0.2
  /// The share of the frame's sides that is measured where no person was told apart: the rim,
  /// where nobody stands, is left out.
  private static let frameShare = 0.85

  /// Below this confidence the outline may be that of a photo printed on the document, which is
  /// soft by itself, or of a thing beside it.
  private static let doubtfulConfidence = 0.8
  /// Up to this width a picture is sharp beyond doubt, in pixels of the view.
  private static let clearWidth = 1.0
  /// How blurred the sharp edges of a frame may be, against those inside a doubtful outline.
  private static let frameWidthShare = 0.5

  /// Measures the document's area of a picture, or all of it where the outline is doubtful and what
  /// lies inside is much more blurred than the rest.
  ///
  /// - Parameter highlights: Where reflections were found; their soft borders are no print.
  package init(
    analysis: borrowing PictureAnalysis, area: DocumentArea, highlights: HighlightMask? = nil
  ) {
    let inside = Sharpness(inside: area, of: analysis, besides: highlights)
    if !area.isWholeFrame, area.confidence < Self.doubtfulConfidence, let width = inside.width,
      width > Self.clearWidth
    {
      let frame = Sharpness(
        inside: DocumentArea(wholeOf: analysis.working.storedSize), of: analysis,
        besides: nil)
      if let other = frame.width, other <= Self.clearWidth,
        other * frame.viewScale < Self.frameWidthShare * width * inside.viewScale
      {
        self = frame
        return
      }
    }
    self = inside
  }

  private init(
    inside area: DocumentArea, of analysis: borrowing PictureAnalysis,
    besides highlights: HighlightMask?
  ) {
    let scan = Scan(
      analysis.working, polygon: area.polygon, growth: Self.growth,
      shrinkage: area.isWholeFrame ? Self.growth : Self.shrinkage,
      scale: max(
        Self.leastViewScale(of: analysis.working.storedSize),
        Self.longSide(of: area, stored: analysis.working.storedSize) / Self.viewLongSide),
      highlights: highlights)
    let ellipse = BlurEllipse(scan.field)
    var widest = ellipse.map { scan.view($0.major) }
    var least = ellipse.map { scan.view($0.minor) }
    var direction = ellipse?.direction
    if scan.scale < Self.workingResolution * Double(scan.factor), let rough = widest,
      rough * scan.scale < Double(scan.factor), least ?? 0 >= Self.slimness * rough,
      let fine = TileEdgeWidth.deviation(tiles: analysis.tiles, area: area)
    {
      widest = min(rough, fine / scan.scale)
    }
    if let smear = SmearedDirection(scan.field, sharpest: Self.sharpWidth, net: scan.view),
      let width = widest, smear.along > width
    {
      widest = smear.along
      least = smear.across
      direction = smear.direction
    }
    self.init(
      isWholeFrame: area.isWholeFrame, edgeCount: scan.edgeCount, viewScale: scan.scale,
      width: widest,
      leastWidth: least.map { min($0, widest ?? .infinity) }, direction: direction,
      blocks: Self.blocks(of: scan, area: area))
  }

  /// Measures a person in a portrait.
  ///
  /// - Parameter person: The head and shoulders in stored pixels; nil for the middle of the frame.
  package init(analysis: borrowing PictureAnalysis, person: [PixelPoint]?) {
    let size = analysis.working.storedSize
    let frame = [
      PixelPoint(x: 0, y: 0), PixelPoint(x: Double(size.width), y: 0),
      PixelPoint(x: Double(size.width), y: Double(size.height)),
      PixelPoint(x: 0, y: Double(size.height)),
    ]
    let scale = max(Self.leastViewScale(of: size), Double(size.longSide) / Self.viewLongSide)
    func scanned(_ polygon: [PixelPoint], growth: Double) -> Scan {
      Scan(analysis.working, polygon: polygon, growth: growth, shrinkage: growth, scale: scale)
    }
    var scan = scanned(person ?? frame, growth: person == nil ? Self.frameShare : 1)
    var isWholeFrame = person == nil
    if !isWholeFrame, scan.edgeCount < Self.fewEdges {
      scan = scanned(frame, growth: Self.frameShare)
      isWholeFrame = true
    }
    let ellipse = BlurEllipse(scan.field, quantile: Self.personQuantile)
    self.init(
      isWholeFrame: isWholeFrame, edgeCount: scan.edgeCount, viewScale: scan.scale,
      width: ellipse.map { scan.view($0.major) },
      leastWidth: ellipse.map { scan.view($0.minor) }, direction: ellipse?.direction, blocks: [])
  }

  /// The edges of one region of the working image.
  private struct Scan {
    let field: EdgeWidthField
    let region: SampleRegion
    /// Stored pixels for one pixel of the view.
    let scale: Double
    /// Stored pixels for one working pixel.
    let factor: Int
    let stored: PixelSize
    private let highlights: HighlightMask?

    init(
      _ working: borrowing WorkingImage, polygon: [PixelPoint], growth: Double, shrinkage: Double,
      scale: Double, highlights: HighlightMask? = nil
    ) {
      let luma = working.luma
      let width = working.width
      let height = working.height
      let factor = working.factor
      func grown(_ growth: Double) -> SampleRegion {
        SampleRegion(polygon: polygon, growth: growth, factor: factor, width: width, height: height)
      }
      let region = grown(growth)
      let interior = shrinkage == growth ? region : grown(shrinkage)
      let noise = WorkingNoise.deviation(luma: luma, width: width, height: height)
      func scan(
        leastGradient: Int, leastContrast: Int, besides highlights: HighlightMask? = nil
      ) -> EdgeWidthField {
        let isExcluded = highlights.map { highlights in
          { (column: Int, row: Int) -> Bool in
            highlights.covers(
              PixelPoint(
                x: (Double(column) + 0.5) * Double(factor),
                y: (Double(row) + 0.5) * Double(factor)))
          }
        }
        return EdgeWidthScan.field(
          luma: luma, width: width, height: height, region: region, interior: interior,
          threshold: EdgeWidthScan.Threshold(
            noise: noise, leastGradient: leastGradient, leastContrast: leastContrast),
          isExcluded: isExcluded)
      }
      var field = scan(leastGradient: 6, leastContrast: 16, besides: highlights)
      if highlights != nil, field.count * field.step < Sharpness.fewEdges {
        field = scan(leastGradient: 6, leastContrast: 16)
      }
      if field.count * field.step < Sharpness.fewEdges {
        field = scan(leastGradient: 3, leastContrast: 10)
      }
      self.field = field
      self.region = region
      self.scale = scale
      self.factor = factor
      stored = working.storedSize
      self.highlights = highlights
    }

    /// Whether a reflection lies on a block.
    func isReflecting(block: Int) -> Bool {
      guard let highlights else { return false }
      let column = block % field.columns
      let row = block / field.columns
      let places = Sharpness.reflectionPlaces
      for y in 0..<places {
        for x in 0..<places {
          let across = (Double(column) + (Double(x) + 0.5) / Double(places)) / Double(field.columns)
          let down = (Double(row) + (Double(y) + 0.5) / Double(places)) / Double(field.rows)
          let place = PixelPoint(
            x: (Double(region.columns.lowerBound) + across * Double(region.columns.count))
              * Double(factor),
            y: (Double(region.rows.lowerBound) + down * Double(region.rows.count)) * Double(factor))
          if highlights.covers(place) { return true }
        }
      }
      return false
    }

    var edgeCount: Int { field.count * field.step }

    /// From working pixels to pixels of the view; averaging blocks of `factor` pixels has added
    /// their variance, which is not the picture's.
    func view(_ deviation: Double) -> Double {
      let stored = deviation * Double(factor)
      let box = Double(factor * factor - 1) / 12
      return max(0, stored * stored - box).squareRoot() / scale
    }
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

  /// What the growth of blur along the outline tells of each block; nil for all where the outline
  /// is not sure.
  private static func outlineTrend(
    of scan: Scan, area: DocumentArea, prints: [Double?]
  ) -> [Double?] {
    guard !area.isWholeFrame, area.confidence >= doubtfulConfidence else {
      return [Double?](repeating: nil, count: prints.count)
    }
    let factor = Double(scan.factor)
    let segments = OutlineSegment.segments(
      of: scan.field.rim, step: scan.field.step,
      corners: area.outline.corners.map { PixelPoint(x: $0.x / factor, y: $0.y / factor) },
      view: scan.view)
    return OutlineTrend.widths(
      segments,
      prints: zip(prints, scan.field.places).map { width, places in
        width.map { OutlineTrend.Print(width: $0, places: places) }
      },
      clear: clearWidth)
  }

  private static func blocks(of scan: Scan, area: DocumentArea) -> [Block] {
    let field = scan.field
    let region = scan.region
    let known = (0..<field.blockCount).map { index -> BlurTrend.Block? in
      let histogram = field.histogram(blocks: CollectionOfOne(index))
      let count = histogram.count * field.step
      guard count >= leastBlockEdges, histogram.count >= 10, let median = histogram.quantile(0.5)
      else { return nil }
      return BlurTrend.Block(
        width: scan.view(median), count: count,
        slope: (histogram.weight / Double(histogram.count)).squareRoot())
    }
    let faint = faintSlopeShare * (known.compactMap { $0?.slope }.max() ?? 0)
    let trend = BlurTrend.widths(
      known.enumerated().map { index, block in
        block.map { $0.slope < faint && scan.isReflecting(block: index) } == true ? nil : block
      },
      columns: field.columns, isWholeFrame: area.isWholeFrame)
    func widths(_ part: EdgeWidthField.Part) -> [Double?] {
      (0..<field.blockCount).map { index in
        let edges = field.histogram(blocks: CollectionOfOne(index), part: part)
        guard edges.count * field.step >= leastBlockEdges else { return nil }
        return edges.quantile(0.5).map(scan.view)
      }
    }
    let prints = widths(.interior)
    let outline = outlineTrend(of: scan, area: area, prints: prints)
    let contrasts = zip(prints.indices, prints).map { index, print in
      print == nil ? 0 : field.interiorContrast(block: index)
    }
    let strongest = max(1, contrasts.max() ?? 0)
    let told = zip(prints.indices, zip(prints, widths(.rim))).map { index, widths in
      Self.trend(
        trend[index], ofEdges: known[index]?.width ?? 0, print: widths.0, rim: widths.1,
        contrast: contrasts[index] / strongest)
    }
    let borneOut = BlurTrend.borneOut(told, others: outline)
    func range(_ index: Int, of count: Int, in samples: Range<Int>, limit: Int) -> Range<Int> {
      func position(_ index: Int) -> Int {
        min(limit, (samples.lowerBound + index * samples.count / count) * scan.factor)
      }
      return position(index)..<max(position(index), position(index + 1))
    }
    return (0..<field.blockCount).map { index in
      Block(
        columns: range(
          index % field.columns, of: field.columns, in: region.columns, limit: scan.stored.width),
        rows: range(
          index / field.columns, of: field.rows, in: region.rows, limit: scan.stored.height),
        width: known[index]?.width,
        trend: [borneOut[index], outline[index]].compactMap(\.self).max())
    }
  }

  /// The trend of a block, no wider than its print where the print is far narrower than all of its
  /// edges; nil where the print is far wider than the document's outline beside it, since blur makes
  /// both alike, and where it is far fainter than elsewhere.
  ///
  /// - Parameters:
  ///   - width: The width of the block's edges, the document's outline among them.
  ///   - print: The width of the edges inside the document; nil where there are too few, and the
  ///     block says nothing.
  ///   - rim: The width of the edges along the document's outline; nil where there are too few.
  ///   - contrast: The contrast of the print as a share of that in the block where it is strongest.
  package static func trend(
    _ trend: Double?, ofEdges width: Double, print: Double?, rim: Double?, contrast: Double
  ) -> Double? {
    guard let trend, let print, contrast >= faintPrintShare else { return nil }
    if let rim, rim < softPrintShare * print { return nil }
    return print < softOutlineShare * width ? min(trend, print) : trend
  }
}
