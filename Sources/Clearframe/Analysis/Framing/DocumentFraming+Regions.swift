extension DocumentFraming {
  /// The depth of the strips that show where the document is cut off, over the frame's shorter
  /// side: wide enough to be seen when drawn over the picture.
  static let stripShare = 0.03

  /// A strip along a side of the frame over the stretch at which the document is cut off there.
  package func strip(along side: FrameSide) -> PixelRegion {
    let depth = max(1, Double(frame.shortSide) * Self.stripShare)
    let width = Double(frame.width)
    let height = Double(frame.height)
    // The document's extent near the side: what lies within the strip or beyond it.
    let near = clippedOutline(within: depth, of: side)
    let xs = near.map(\.x)
    let ys = near.map(\.y)
    let left = min(max(xs.min() ?? 0, 0), width)
    let right = min(max(xs.max() ?? width, 0), width)
    let top = min(max(ys.min() ?? 0, 0), height)
    let bottom = min(max(ys.max() ?? height, 0), height)
    switch side {
    case .left: return region(0, top, depth, bottom)
    case .right: return region(width - depth, top, width, bottom)
    case .top: return region(left, 0, right, depth)
    case .bottom: return region(left, height - depth, right, height)
    }
  }

  /// A square around a corner, a tenth of the document's shorter side in each direction, as far
  /// as it lies in the frame.
  package func square(around corner: DocumentCorner) -> PixelRegion {
    let centre = outline.corners[corner.rawValue]
    let reach = shortSide / 10
    return region(
      centre.x - reach, centre.y - reach, centre.x + reach, centre.y + reach)
  }

  /// The rectangle around a side of the document.
  package func box(aroundSide index: Int) -> PixelRegion {
    let one = outline.corners[index & 3]
    let two = outline.corners[(index + 1) & 3]
    let reach = shortSide / 20
    return region(
      min(one.x, two.x) - reach, min(one.y, two.y) - reach, max(one.x, two.x) + reach,
      max(one.y, two.y) + reach)
  }

  /// A rectangle cut to the frame, in whole pixels; of one that lies beyond the frame, the pixels
  /// nearest to it.
  private func region(
    _ left: Double, _ top: Double, _ right: Double, _ bottom: Double
  ) -> PixelRegion {
    func whole(_ value: Double, _ limit: Int) -> Int {
      value.isFinite ? Int(min(max(value, 0), Double(limit))) : 0
    }
    let x = whole(left.rounded(.down), max(0, frame.width - 1))
    let y = whole(top.rounded(.down), max(0, frame.height - 1))
    return PixelRegion(
      x: x, y: y, width: max(1, whole(right.rounded(.up), frame.width) - x),
      height: max(1, whole(bottom.rounded(.up), frame.height) - y))
  }

  /// The points where the outline enters the strip of `depth` pixels along `side`, and its corners
  /// in the strip or beyond the side.
  private func clippedOutline(within depth: Double, of side: FrameSide) -> [PixelPoint] {
    let corners = outline.corners
    var points: [PixelPoint] = []
    for index in 0..<4 {
      let one = corners[index]
      let two = corners[(index + 1) & 3]
      let first = side.reach(of: one, in: frame) + depth
      let second = side.reach(of: two, in: frame) + depth
      if first >= 0 { points.append(one) }
      if (first < 0) != (second < 0) {
        let part = first / (first - second)
        points.append(
          PixelPoint(x: one.x + part * (two.x - one.x), y: one.y + part * (two.y - one.y)))
      }
    }
    return points
  }
}
