extension DocumentBoundary {
  /// The same boundary in pixels of the upright picture, corners clockwise from the one that
  /// appears at the top left.
  package func upright(_ orientation: Orientation, stored: PixelSize) -> DocumentBoundary {
    var corners = outline.corners.map { orientation.upright($0, stored: stored) }
    var turned = sides
    var sum = 0.0
    for index in 0..<4 {
      let here = corners[index]
      let next = corners[(index + 1) & 3]
      sum += here.x * next.y - next.x * here.y
    }
    if sum < 0 {
      // A mirrored picture turns the order round; side i runs from corner i to corner i + 1.
      corners = [corners[0], corners[3], corners[2], corners[1]]
      if turned.count == 4 { turned = [turned[3], turned[2], turned[1], turned[0]] }
    }
    let start = Self.firstSide(of: corners)
    return DocumentBoundary(
      outline: Quadrilateral(corners: (0..<4).map { corners[(start + $0) & 3] }),
      confidence: confidence,
      sides: turned.count == 4 ? (0..<4).map { turned[(start + $0) & 3] } : turned,
      belief: belief)
  }

  /// The side of clockwise corners that runs most nearly to the right: the top as it appears.
  static func firstSide(of corners: [PixelPoint]) -> Int {
    var start = 0
    var longest = -Double.greatestFiniteMagnitude
    for index in 0..<4 {
      let dx = corners[(index + 1) & 3].x - corners[index].x
      let dy = corners[(index + 1) & 3].y - corners[index].y
      let run = dx / max(1e-9, (dx * dx + dy * dy).squareRoot())
      if run > longest {
        longest = run
        start = index
      }
    }
    return start
  }
}
