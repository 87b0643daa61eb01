/// A coarse colour census of the picture, to tell how much the inside of an outline differs from
/// the outside.
struct RegionColours {
  /// Every how many reduced pixels a colour is taken, in both directions.
  static let step = 4
  /// Luma bins; chroma has `chromaBins` for each of its two axes.
  static let lumaBins = 8
  static let chromaBins = 5
  /// The least range of luma and chroma over which the bins are spread, in levels: in a picture of
  /// fewer levels noise would be taken for colours.
  static let leastRange: (luma: Float, chroma: Float) = (40, 20)
  private let columns: Int
  private let rows: Int
  private let bins: [UInt8]
  private let binCount: Int
  /// How many cells have each colour.
  private let binTotals: [Float]
  /// The summed edge strength of each cell.
  private let edgeSums: [Float]
  private let edgeTotal: Float

  /// Counts the colours and edges of `image`.
  init(_ image: ReducedImage, edges: EdgeMap) {
    columns = image.width / Self.step
    rows = image.height / Self.step
    var indices: [Int] = []
    indices.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let y = row * Self.step + Self.step / 2
        let x = column * Self.step + Self.step / 2
        indices.append(y * image.width + x)
      }
    }
    var bins = [UInt8](repeating: 0, count: indices.count)
    Self.add(image.luma, indices, count: Self.lumaBins, leastRange: Self.leastRange.luma, &bins)
    if image.hasChroma {
      for plane in [image.chromaBlue, image.chromaRed] {
        Self.add(
          plane, indices, count: Self.chromaBins, leastRange: Self.leastRange.chroma, &bins)
      }
      binCount = Self.lumaBins * Self.chromaBins * Self.chromaBins
    } else {
      binCount = Self.lumaBins
    }
    self.bins = bins
    var totals = [Float](repeating: 0, count: binCount)
    for bin in bins { totals[Int(bin)] += 1 }
    binTotals = totals
    var sums = [Float](repeating: 0, count: columns * rows)
    var total: Float = 0
    for pixel in edges.pixels {
      let index = Int(pixel)
      let row = index / image.width / Self.step
      let column = index % image.width / Self.step
      guard row < rows, column < columns else { continue }
      sums[row * columns + column] += edges.strength[index]
      total += edges.strength[index]
    }
    edgeSums = sums
    edgeTotal = total
  }

  /// The edge strength per cell inside an outline and outside of it.
  func edgeDensity(of outline: OutlineHypothesis) -> (inside: Float, outside: Float) {
    var inside: Float = 0
    var count: Float = 0
    for row in 0..<rows {
      let cells = cells(ofRow: row, in: outline.corners)
      for index in cells { inside += edgeSums[index] }
      count += Float(cells.count)
    }
    let rest = Float(columns * rows) - count
    // The sums are added up in different orders: what is left of equal ones may be less than 0.
    return (inside / max(1, count), max(0, edgeTotal - inside) / max(1, rest))
  }

  /// The cells of a row whose middles lie inside four corners, clockwise on screen.
  private func cells(ofRow row: Int, in corners: [SIMD2<Float>]) -> Range<Int> {
    let (low, high) = Self.span(of: corners, y: (Float(row) + 0.5) * Float(Self.step))
    let base = row * columns
    guard low < high else { return base..<base }
    func middle(_ column: Int) -> Float { (Float(column) + 0.5) * Float(Self.step) }
    let step = Float(Self.step)
    let reach = Float(columns)
    var first = Int(min(max(low / step, 0), reach))
    while first > 0, middle(first - 1) > low { first -= 1 }
    while first < columns, middle(first) <= low { first += 1 }
    var end = Int(min(max(high / step, Float(first)), reach))
    while end > first, middle(end - 1) >= high { end -= 1 }
    while end < columns, middle(end) < high { end += 1 }
    return (base + first)..<(base + end)
  }

  /// The stretch of a row that lies inside four corners, clockwise on screen.
  private static func span(of corners: [SIMD2<Float>], y: Float) -> (low: Float, high: Float) {
    var low = -Float.greatestFiniteMagnitude
    var high = Float.greatestFiniteMagnitude
    for index in 0..<4 {
      let a = corners[index]
      let b = corners[(index + 1) & 3]
      let dx = b.x - a.x
      let dy = b.y - a.y
      // Inside is where dx * (y - a.y) - dy * (x - a.x) is positive.
      if abs(dy) < 1e-5 {
        if dx * (y - a.y) < 0 { high = -Float.greatestFiniteMagnitude }
      } else {
        let x = a.x + dx * (y - a.y) / dy
        if dy < 0 { low = max(low, x) } else { high = min(high, x) }
      }
    }
    return (low, high)
  }

  /// Extends each bin index by the bin of a channel, stretched over the channel's own range.
  private static func add(
    _ plane: [Float], _ indices: [Int], count: Int, leastRange: Float, _ bins: inout [UInt8]
  ) {
    guard !indices.isEmpty else { return }
    // Every fourth value tells the range well enough.
    let values = stride(from: 0, to: indices.count, by: 4).map { plane[indices[$0]] }
    var low = values.value(ofRank: values.count / 50)
    var high = values.value(ofRank: values.count - 1 - values.count / 50)
    if high - low < leastRange {
      let middle = (low + high) / 2
      low = middle - leastRange / 2
      high = middle + leastRange / 2
    }
    let scale = Float(count) / (high - low)
    for (position, index) in indices.enumerated() {
      let bin = Int(min(max((plane[index] - low) * scale, 0), Float(count) - 1))
      bins[position] = UInt8(truncatingIfNeeded: Int(bins[position]) * count + bin)
    }
  }

  /// The Bhattacharyya distance between the colours inside and outside an outline, 0 (the same)
  /// to 1 (nothing in common); nil where almost nothing lies on one of the two sides.
  func separation(of outline: OutlineHypothesis) -> Float? {
    var inside = [Float](repeating: 0, count: binCount)
    var insideCount: Float = 0
    bins.withUnsafeBufferPointer { bins in
      for row in 0..<rows {
        let cells = cells(ofRow: row, in: outline.corners)
        for index in cells { inside[Int(bins[index])] += 1 }
        insideCount += Float(cells.count)
      }
    }
    let total = Float(columns * rows)
    let outsideCount = total - insideCount
    guard insideCount > 0.005 * total, outsideCount > 0.02 * total else { return nil }
    var overlap: Float = 0
    for bin in 0..<binCount {
      overlap += (inside[bin] * (binTotals[bin] - inside[bin])).squareRoot()
    }
    overlap /= (insideCount * outsideCount).squareRoot()
    return 1 - min(1, overlap)
  }
}
