extension BackgroundMap {
  /// Sets aside surface where clothes may be: white cloth on a white wall can let growing in.
  mutating func dropClothes() {
    guard personCount > 0 else { return }
    let half = Int(2.7 * headHalfWidth)
    for column in 0..<width {
      var isCovered = false
      for row in 0..<height {
        let index = row * width + column
        if labels[index] == .person { isCovered = true }
        guard labels[index] != .person, row > shoulderRow, !standsBesideShoulders[index] else {
          continue
        }
        if isCovered || abs(column - middle) < half { labels[index] = .doubtful }
      }
    }
  }

  /// The width of a strip along the left or the right edge that a person hardly ever covers.
  var sideWidth: Int { max(3, width * 7 / 100) }

  /// The columns and rows of the picture's rim that a person hardly ever covers.
  package func isRim(column: Int, row: Int) -> Bool {
    let side = sideWidth
    let lower = min(rimEnd, min(height * 9 / 20, max(height / 5, shoulderRow)))
    if row < lower, column < side || column >= width - side { return true }
    let isAside = Float(abs(column - middle)) > headHalfWidth * 1.4
    return row < max(3, height * 5 / 100) && isAside
  }

  /// Whether a pixel of the rim hangs together with the picture's edge along its row or column;
  /// hair that comes near the edge without touching it does not.
  package func hangsOnEdge(column: Int, row: Int) -> Bool {
    let edge = column < width / 2 ? 0 : width - 1
    return labels[row * width + edge] == .person || labels[column] == .person
  }

  /// Measures how much of the rim growing reached, down to where hair covers both sides.
  mutating func measureRim(_ image: LabImage) {
    // Joints of tiles touch an edge for a few rows, hair for many.
    let least = max(4, height / 40)
    func firstTouch(_ column: Int) -> Int {
      var count = 0
      for row in 0..<height {
        count = labels[row * width + column] == .person ? count + 1 : 0
        if count == least { return row + 1 - least }
      }
      return height
    }
    let touches = (firstTouch(0), firstTouch(width - 1))
    let isWide = max(touches.0, touches.1) < shoulderRow
    rimEnd = isWide ? min(touches.0, touches.1) : .max
    // Joints of bricks touch from the top on; hair does not.
    if rimEnd < height / 10 { rimEnd = .max }
    isHairAtSide = hairAtSides(image)
    var count = 0
    var reached = 0
    for row in 0..<height / 2 {
      for column in 0..<width where isRim(column: column, row: row) {
        let label = labels[row * width + column]
        if label == .person, isHairSide(column) { continue }
        count += 1
        if label == .wall || label == .shadow { reached += 1 }
      }
    }
    reachedRim = count > 0 ? Double(reached) / Double(count) : 0
  }
}
