import Clearframe

/// Builds evidence for rule tests: a whole 4000 x 3000 JPEG unless told otherwise.
struct EvidenceBuilder {
  var path = "photos/front.jpg"
  var header: ImageHeader
  var exceededLimit: ExceededLimit?
  var decode: DecodeOutcome? = DecodeOutcome()
  /// The luma values of the picture and how many pixels have each; nil for no measurements.
  var luma: [UInt8: Int]? = [30: 20, 120: 50, 200: 30]

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
      measurements: luma.map {
        Measurements(header: header, analysis: Self.analysis(of: $0, hasColor: hasColor))
      })
  }

  /// What the fused pass would leave behind for a small picture with these luma values.
  static func analysis(of luma: [UInt8: Int], hasColor: Bool = true) -> PictureAnalysis {
    let chroma = hasColor ? (0..<1024).map { UInt8($0 % 2 == 0 ? 90 : 170) } : []
    let size = PixelSize(width: 32, height: 32)
    var tiles = TileGrid(storedSize: size)
    for (value, count) in luma {
      tiles.histograms[Int(value) / 4] += UInt16(count)
      tiles.tiles[0].count += count
      if value >= 250 { tiles.tiles[0].brightClippedCount += count }
      if value <= 5 { tiles.tiles[0].darkClippedCount += count }
    }
    let working = WorkingImage(
      storedSize: size, factor: 1, luma: [UInt8](repeating: 0, count: 1024), chromaBlue: chroma,
      chromaRed: chroma)
    return PictureAnalysis(working: working, tiles: tiles, decodedRows: 32)
  }
}

extension Rule {
  /// The rule's answer with the given numbers.
  func answer(_ builder: EvidenceBuilder, _ limits: [String: Double] = [:]) -> Judgement {
    judge(builder.evidence, limits: RuleLimits(limits))
  }
}
