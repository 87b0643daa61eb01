#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What each cell of a rectified document says about highlights: how bright its paper is, how dark
/// its print, how steep its edges.
struct GlareCells: Sendable {
  /// The side of a cell in samples.
  static let side = 4
  /// The luma from which a sample counts as burnt out: JPEG and averaging take a little off 255.
  static let clippedLuma: UInt8 = 249
  /// The share of the shorter side ignored along each edge, where an outline that is slightly off
  /// would bring in the table; Regula's web component ignores 5 % in all, and so do we, nearly.
  static let edgeStripShare: Float = 0.03

  /// The number of cell columns.
  let columns: Int
  /// The number of cell rows.
  let rows: Int
  /// The mean luma of the paper, with strokes closed, of each cell.
  private(set) var paper: [Float]
  /// The same in linear light, 0 to 1.
  private(set) var light: [Float]
  /// The print contrast of each cell, 0 to 1: by how much, in linear light, the darkest sample of
  /// the cell and its neighbours stays below its paper, as a share of the paper.
  ///
  /// Light that falls on matte paper brightens print and paper alike and leaves it as it is; light
  /// that a glossy face mirrors is added to both and lowers it.
  private(set) var contrast: [Float]
  /// The linear light, 0 to 1, of the darkest sample of each cell and its neighbours: of its print,
  /// where there is some.
  private(set) var ink: [Float]
  /// The share of burnt-out samples of each cell.
  private(set) var clipped: [Float]
  /// The steepness of the paper's brightness at each cell, 0 to 1: the largest step over two
  /// samples nearby as a share of the range within three cells.
  private(set) var steepness: [Float]
  /// The steepness of the document's own sharp edges; tells a blurred edge from a blurred picture.
  private(set) var printSteepness: Float
  /// Whether a cell lies wholly inside the frame.
  private(set) var isSeen: [Bool]
  /// Whether a cell is judged: seen, and not in the edge strip.
  private(set) var isJudged: [Bool]
  /// The number of judged cells.
  private(set) var judgedCount: Int

  /// Measures the cells of a document; samples right of or below the last whole cell are left out.
  init(_ document: RectifiedDocument) {
    let columns = document.width / Self.side
    let rows = document.height / Self.side
    self.columns = columns
    self.rows = rows
    let count = columns * rows
    let closed = ClosingFilter.closed(
      document.luma, width: document.width, height: document.height)
    paper = [Float](repeating: 0, count: count)
    clipped = [Float](repeating: 0, count: count)
    isSeen = [Bool](repeating: true, count: count)
    var darkest = [Float](repeating: 0, count: count)
    var brightest = [Float](repeating: 0, count: count)
    var paperStep = [Float](repeating: 0, count: count)
    var printStep = [Float](repeating: 0, count: count)
    for row in 0..<rows {
      let band = GlareCellBand(document, closed: closed, top: row * Self.side)
      for column in 0..<columns {
        let cell = band.cell(column)
        let index = row * columns + column
        paper[index] = Float(cell.sum) / Float(Self.side * Self.side)
        clipped[index] = Float(cell.clippedCount) / Float(Self.side * Self.side)
        darkest[index] = Float(cell.darkest)
        brightest[index] = Float(cell.brightest)
        paperStep[index] = Float(cell.paperStep)
        printStep[index] = Float(cell.printStep)
        isSeen[index] = cell.isSeen
      }
    }

    func extreme(_ values: [Float], reach: Int, largest: Bool) -> [Float] {
      Self.extreme(values, columns: columns, rows: rows, reach: reach, largest: largest)
    }
    light = paper.map { Self.linear($0) }
    let nearDarkest = extreme(darkest, reach: 1, largest: false)
    ink = nearDarkest.map { Self.linear($0) }
    contrast = zip(light, ink).map { light, ink in
      min(max((light - ink) / max(light, 0.003), 0), 1)
    }
    let nearStep = extreme(paperStep, reach: 1, largest: true)
    let high = extreme(paper, reach: 3, largest: true)
    let low = extreme(paper, reach: 3, largest: false)
    steepness = (0..<count).map { min(1, nearStep[$0] / max(high[$0] - low[$0], 6)) }

    let nearPrintStep = extreme(printStep, reach: 1, largest: true)
    let printHigh = extreme(brightest, reach: 2, largest: true)
    let printLow = extreme(darkest, reach: 2, largest: false)
    var range = (0..<count).map { printHigh[$0] - printLow[$0] }
    // The outermost cells hold the document's own edge.
    for index in 0..<count {
      let (row, column) = (index / columns, index % columns)
      if row < 2 || column < 2 || row >= rows - 2 || column >= columns - 2 { range[index] = 0 }
    }
    // Low contrast gives noise, not edges.
    let least = max(24, 0.4 * (range.max() ?? 0))
    var steps = ValueHistogram()
    for index in 0..<count where range[index] >= least {
      steps.add(min(1, nearPrintStep[index] / range[index]))
    }
    printSteepness = steps.total >= 20 ? steps.percentile(0.8) : 0.8

    isJudged = isSeen
    let strip = max(1, Int((Self.edgeStripShare * Float(min(columns, rows))).rounded()))
    for index in 0..<count {
      let (row, column) = (index / columns, index % columns)
      if row < strip || column < strip || row >= rows - strip || column >= columns - strip {
        isJudged[index] = false
      }
    }
    judgedCount = isJudged.reduce(0) { $0 + ($1 ? 1 : 0) }
  }

  /// The largest or smallest value within `reach` cells in each direction.
  private static func extreme(
    _ values: [Float], columns: Int, rows: Int, reach: Int, largest: Bool
  ) -> [Float] {
    // Smallest values are negatives of the largest negatives: one loop serves both.
    let sign: Float = largest ? 1 : -1
    let count = values.count
    guard count > 0 else { return values }
    let across = [Float](unsafeUninitializedCapacity: count) { across, initialized in
      initialized = count
      withUnsafeTemporaryAllocation(of: Float.self, capacity: columns + 2 * reach) { padded in
        values.withUnsafeBufferPointer { values in
          guard let source = values.baseAddress, let row = padded.baseAddress,
            let result = across.baseAddress
          else { return }
          for index in 0..<reach {
            row[index] = -.infinity
            row[reach + columns + index] = -.infinity
          }
          for start in stride(from: 0, to: count, by: columns) {
            for x in 0..<columns { row[reach + x] = sign * source[start + x] }
            let target = result + start
            for x in 0..<columns { target[x] = row[x] }
            for shift in 1...2 * reach { raise(target, by: row + shift, count: columns) }
          }
        }
      }
    }
    return [Float](unsafeUninitializedCapacity: count) { result, initialized in
      initialized = count
      across.withUnsafeBufferPointer { across in
        guard let source = across.baseAddress, let result = result.baseAddress else { return }
        for row in 0..<rows {
          let target = result + row * columns
          for x in 0..<columns { target[x] = source[row * columns + x] }
          for near in max(0, row - reach)...min(rows - 1, row + reach) where near != row {
            raise(target, by: source + near * columns, count: columns)
          }
          for x in 0..<columns { target[x] = sign * target[x] }
        }
      }
    }
  }

  @inline(__always)
  private static func raise(
    _ target: UnsafeMutablePointer<Float>, by source: UnsafePointer<Float>, count: Int
  ) {
    for x in 0..<count { target[x] = source[x] > target[x] ? source[x] : target[x] }
  }

  /// Linear light, 0 to 1, of a luma value by the sRGB curve (IEC 61966-2-1).
  static func linear(_ luma: Float) -> Float {
    linearTable[Int(min(max(luma.rounded(), 0), 255))]
  }

  private static let linearTable: [Float] = (0...255).map { value in
    let share = Float(value) / 255
    return share <= 0.04045 ? share / 12.92 : powf((share + 0.055) / 1.055, 2.4)
  }
}
