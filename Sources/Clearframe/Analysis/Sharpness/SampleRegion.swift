/// A convex region of working pixels, row by row.
struct SampleRegion: Sendable {
  /// The columns of each row that belong to it, from `firstRow` on.
  let spans: [Range<Int>]
  let firstRow: Int
  /// The columns from the leftmost to the rightmost.
  let columns: Range<Int>
  /// The number of samples.
  let count: Int

  /// The rows from the first to the last.
  var rows: Range<Int> { firstRow..<firstRow + spans.count }

  /// The samples of a `width` by `height` image whose centres lie in a convex polygon, which is
  /// given in units of `factor` and grown about its middle by `growth`.
  init(
    polygon: [PixelPoint], growth: Double, factor: Int, width: Int, height: Int
  ) {
    let count = Double(max(1, polygon.count))
    let middleX = polygon.reduce(0) { $0 + $1.x } / count
    let middleY = polygon.reduce(0) { $0 + $1.y } / count
    let scale = 1 / Double(factor)
    let corners = polygon.map { corner in
      PixelPoint(
        x: (middleX + (corner.x - middleX) * growth) * scale,
        y: (middleY + (corner.y - middleY) * growth) * scale)
    }
    let top = Self.sample(corners.map(\.y).min() ?? 0, limit: height)
    let bottom = Self.sample(corners.map(\.y).max() ?? 0, limit: height)
    var spans: [Range<Int>] = []
    spans.reserveCapacity(bottom - top)
    var left = width
    var right = 0
    var total = 0
    for row in top..<max(top, bottom) {
      let y = Double(row) + 0.5
      var least = Double.infinity
      var greatest = -Double.infinity
      for (index, from) in corners.enumerated() {
        let to = corners[(index + 1) % corners.count]
        guard (from.y <= y) != (to.y <= y) else { continue }
        let x = from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x)
        least = min(least, x)
        greatest = max(greatest, x)
      }
      guard least <= greatest else {
        spans.append(0..<0)
        continue
      }
      let first = Self.sample(least, limit: width)
      let span = first..<max(first, Self.sample(greatest, limit: width))
      spans.append(span)
      guard !span.isEmpty else { continue }
      left = min(left, span.lowerBound)
      right = max(right, span.upperBound)
      total += span.count
    }
    self.spans = spans
    firstRow = top
    columns = left..<max(left, right)
    self.count = total
  }

  /// The first sample whose centre is at or after a coordinate, in `0...limit`.
  private static func sample(_ position: Double, limit: Int) -> Int {
    guard position.isFinite else { return 0 }
    return Int(min(max((position - 0.5).rounded(.up), 0), Double(limit)))
  }
}
