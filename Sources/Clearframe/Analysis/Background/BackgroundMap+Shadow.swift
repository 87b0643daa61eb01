extension BackgroundMap {
  /// How much the colours of a shadow between hair and the picture's side may differ, in units of
  /// CIELAB, and its greatest lightness over the wall's: grain makes 1, folds of cloth 2.5 and more,
  /// and light falls off to nine tenths towards the corners of a sound picture.
  private static let shadowTone: Float = 2
  private static let plainLight: Float = 0.85

  /// Finds flat, darker pieces of the wall's hue beside the head that an edge kept out.
  mutating func findShadow(_ image: LabImage) {
    guard personCount > 0, wallColor.lightness > 20 else { return }
    let bandHalf = Int(headHalfWidth * 0.4)
    let plainHalf = Int(headHalfWidth * 0.25)
    let latestTop = crown + (height - crown) * 65 / 100
    let smallest = max(20, width * height / 150)
    // Below the shoulders gray cloth looks the same.
    let lastIndex = min(height, shoulderRow) * width
    let chinIndex = (crown + Int(headHalfWidth * 1.8)) * width
    let collarHalf = Int(headHalfWidth)
    var seen = [Bool](repeating: false, count: width * height)
    var fill = FloodFill(width: width, height: height)
    var members: [Int] = []
    func isCandidate(_ index: Int) -> Bool {
      guard labels[index] == .person || labels[index] == .thing else { return false }
      guard slopes[index] < Self.edgeSlope * 0.8, index < lastIndex else { return false }
      // A pale collar under the chin would join the shadows on both sides of it.
      if index >= chinIndex, abs(index % width - middle) < collarHalf { return false }
      let l = image.lightness[index]
      let share = l / wallColor.lightness
      return share > 0.4 && share < 0.97 && Self.hasHue(image[index], of: wallColor, inLight: share)
    }
    for start in labels.indices where !seen[start] && isCandidate(start) {
      members.removeAll(keepingCapacity: true)
      var top = height
      var nearest = width
      var touchesWall = 0
      var touchesSide = false
      var colors = ColorSpread()
      var rim = 0
      seen[start] = true
      func take(_ index: Int) -> Bool {
        guard isCandidate(index) else {
          rim += 1
          return false
        }
        guard !seen[index] else { return false }
        seen[index] = true
        return true
      }
      fill.fill(from: start, taking: take) { index, column, row in
        members.append(index)
        top = min(top, row)
        nearest = min(nearest, abs(column - middle))
        if column == 0 || column == width - 1 { touchesSide = true }
        colors.add(image[index])
        // The outline of a shadow is up to twelve pixels wide.
        for reach in [-12, -8, -4, 4, 8, 12] where column + reach >= 0 && column + reach < width {
          if labels[index + reach] == .wall { touchesWall += 1 }
        }
      }
      // Strands leave gray hair ragged; a shadow is whole.
      guard members.count >= smallest, top < latestTop, rim * 10 < members.count * 7 else {
        continue
      }
      // What is deep and of one tone, as neither hair nor cloth is, may come near the middle, and
      // need not leave any wall to see between wide hair and the picture's side.
      let isPlain =
        colors.deviation < Self.shadowTone
        && colors.mean.lightness < Self.plainLight * wallColor.lightness
      guard nearest > (isPlain ? plainHalf : bandHalf), touchesWall > 8 || isPlain && touchesSide
      else { continue }
      for index in members { labels[index] = .shadow }
    }
  }
}
