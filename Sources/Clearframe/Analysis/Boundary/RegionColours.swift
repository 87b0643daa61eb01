/// A coarse colour census of the picture, to tell how much the inside of an outline differs from
/// the outside.
struct RegionColours {
  /// Every how many reduced pixels a colour is taken, in both directions.
  static let step = 4
  /// Luma bins; chroma has `chromaBins` for each of its two axes.
  static let lumaBins = 8
  static let chromaBins = 5

  private let columns: Int
  private let rows: Int
  private let bins: [UInt8]
  private let binCount: Int
  /// The summed edge strength of each cell.
  private let edgeSums: [Float]
  private let edgeTotal: Float

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
    Self.add(image.luma, indices, count: Self.lumaBins, leastRange: 40, &bins)
    if image.hasChroma {
      Self.add(image.chromaBlue, indices, count: Self.chromaBins, leastRange: 20, &bins)
      Self.add(image.chromaRed, indices, count: Self.chromaBins, leastRange: 20, &bins)
      binCount = Self.lumaBins * Self.chromaBins * Self.chromaBins
    } else {
      binCount = Self.lumaBins
    }
    self.bins = bins
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
      let (low, high) = Self.span(of: outline.corners, y: (Float(row) + 0.5) * Float(Self.step))
      for column in 0..<columns {
        let x = (Float(column) + 0.5) * Float(Self.step)
        guard x > low, x < high else { continue }
        inside += edgeSums[row * columns + column]
        count += 1
      }
    }
    let rest = Float(columns * rows) - count
    return (inside / max(1, count), (edgeTotal - inside) / max(1, rest))
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
    let sorted = stride(from: 0, to: indices.count, by: 4).map { plane[indices[$0]] }.sorted()
    var low = sorted[sorted.count / 50]
    var high = sorted[sorted.count - 1 - sorted.count / 50]
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
    var outside = [Float](repeating: 0, count: binCount)
    var insideCount: Float = 0
    var outsideCount: Float = 0
    let corners = outline.corners
    let step = Float(Self.step)
    for row in 0..<rows {
      let y = (Float(row) + 0.5) * step
      let (low, high) = Self.span(of: corners, y: y)
      let base = row * columns
      for column in 0..<columns {
        let x = (Float(column) + 0.5) * step
        let bin = Int(bins[base + column])
        if x > low && x < high {
          inside[bin] += 1
          insideCount += 1
        } else {
          outside[bin] += 1
          outsideCount += 1
        }
      }
    }
    let total = Float(columns * rows)
    guard insideCount > 0.005 * total, outsideCount > 0.02 * total else { return nil }
    var overlap: Float = 0
    for bin in 0..<binCount { overlap += (inside[bin] * outside[bin]).squareRoot() }
    overlap /= (insideCount * outsideCount).squareRoot()
    return 1 - min(1, overlap)
  }
}
