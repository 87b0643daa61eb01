import Clearframe

/// Builds evidence for rule tests: a whole 4000 x 3000 JPEG unless told otherwise.
struct EvidenceBuilder {
  var path = "photos/front.jpg"
  var header: ImageHeader
  var exceededLimit: ExceededLimit?
  var decode: DecodeOutcome? = DecodeOutcome()
  /// The luma values of the picture and how many pixels have each; nil for no measurements.
  var luma: [UInt8: Int]? = [30: 20, 120: 50, 200: 30]
  /// What the search for an outline came to.
  var boundary = BoundaryFinding.found(Self.boundary())
  /// Changes the tiles before they are measured.
  var retouch: (inout TileGrid) -> Void = { _ in }

  /// The full-resolution squares that the pass has kept.
  var patches = PatchSet(patches: [])
  /// Whether the picture has colour.
  var hasColor = true

  init(_ format: FileFormat = .jpeg, byteCount: Int = 3_121_023) {
    header = ImageHeader(format: format, byteCount: byteCount)
    switch format {
    case .jpeg:
      header.storedSize = PixelSize(width: 4000, height: 3000)
      var facts = JPEGFacts()
      facts.process = .baseline
      facts.hasEndOfImage = true
      header.jpeg = facts
    case .png:
      path = "photos/front.png"
      header.storedSize = PixelSize(width: 4000, height: 3000)
      var facts = PNGFacts()
      facts.colorType = .rgb
      header.png = facts
    default:
      decode = nil
      luma = nil
    }
    decode?.decodedRows = 3000
  }

  var evidence: Evidence {
    Evidence(
      path: path, header: header, exceededLimit: exceededLimit, decode: decode,
      measurements: luma.map { luma in
        let measurements = Measurements(
          header: header,
          analysis: Self.analysis(
            of: luma, size: Self.size, hasColor: hasColor, retouch: retouch))
        measurements.boundary = boundary
        measurements.glare = GlareFinding()
        measurements.drawnEdges = DrawnEdges(patches)
        measurements.background = .measured(Self.background)
        return measurements
      })
  }

  /// A white background without fault.
  static let background: BackgroundMeasurement = {
    var background = BackgroundMeasurement()
    background.color = LabColor(lightness: 94, a: 0, b: 1)
    background.colors = [.init(color: background.color, share: 1)]
    return background
  }()

  /// The size of the measured picture.
  static let size = PixelSize(width: 4000, height: 3000)

  /// A boundary with four well-seen sides, around most of the picture unless told otherwise.
  static func boundary(
    _ corners: [(Double, Double)] = [(400, 500), (3600, 500), (3600, 2500), (400, 2500)],
    confidence: Double = 0.99, visible: [Double] = [1, 1, 1, 1], frameBorders: Set<Int> = []
  ) -> DocumentBoundary {
    let points = corners.map { PixelPoint(x: $0.0, y: $0.1) }
    return DocumentBoundary(
      outline: Quadrilateral(
        topLeft: points[0], topRight: points[1], bottomRight: points[2], bottomLeft: points[3]),
      confidence: confidence,
      sides: (0..<4).map { index in
        BoundarySide(
          support: 1, contrast: 80, visibleShare: visible[index],
          isFrameBorder: frameBorders.contains(index), coveredShare: 0)
      })
  }

  /// What the fused pass would leave behind for a picture whose tiles all have these luma values.
  static func analysis(
    of luma: [UInt8: Int], size: PixelSize, hasColor: Bool = true,
    retouch: (inout TileGrid) -> Void = { _ in }
  ) -> PictureAnalysis {
    var tiles = TileGrid(storedSize: size)
    for index in tiles.tiles.indices {
      for (value, count) in luma {
        tiles.histograms[index * TileGrid.binCount + Int(value) / 4] += UInt16(count)
        tiles.tiles[index].count += count
        tiles.tiles[index].lumaSum += count * Int(value)
        if value >= 250 { tiles.tiles[index].brightClippedCount += count }
        if value <= 5 { tiles.tiles[index].darkClippedCount += count }
      }
    }
    retouch(&tiles)
    let factor = WorkingImage.factor(for: size)
    let pixels = ((size.width + factor - 1) / factor) * ((size.height + factor - 1) / factor)
    // Sharp blocks in changing order and, unless told otherwise, colours, on an even ground that
    // leaves the outline free.
    let columns = (size.width + factor - 1) / factor
    let rows = pixels / columns
    var blocks = [UInt8](repeating: 190, count: pixels)
    var chroma = [UInt8](repeating: 128, count: hasColor ? pixels : 0)
    for row in 2 * rows / 5..<3 * rows / 5 {
      for column in 2 * columns / 5..<3 * columns / 5 {
        let (x, y) = (column / 9, row / 7)
        let index = row * columns + column
        blocks[index] = (x * x + 3 * y * x + y) % 5 < 2 ? 60 : 190
        if hasColor { chroma[index] = (x + y) % 2 == 0 ? 90 : 170 }
      }
    }
    let working = WorkingImage(
      storedSize: size, factor: factor, luma: blocks, chromaBlue: chroma, chromaRed: chroma)
    return PictureAnalysis(working: working, tiles: tiles, decodedRows: size.height)
  }
}

extension TileGrid {
  /// Gives a tile these luma values and no others.
  mutating func set(_ luma: [UInt8: Int], column: Int, row: Int) {
    let index = index(column: column, row: row)
    for bin in 0..<Self.binCount { histograms[index * Self.binCount + bin] = 0 }
    tiles[index] = TileStatistics()
    for (value, count) in luma {
      histograms[index * Self.binCount + Int(value) / 4] += UInt16(count)
      tiles[index].count += count
      tiles[index].lumaSum += count * Int(value)
      if value >= 250 { tiles[index].brightClippedCount += count }
    }
  }
}

extension Rule {
  /// The rule's answer with the given numbers.
  func answer(_ builder: EvidenceBuilder, _ limits: [String: Double] = [:]) -> Judgement {
    judge(builder.evidence, limits: RuleLimits(limits))
  }
}
