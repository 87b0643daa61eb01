extension BackgroundMap {
  /// Takes from the person what rises above the outline that falls from the head outwards.
  mutating func splitThings(_ image: LabImage) {
    guard personCount > 0 else { return }
    let tops = outline()
    let margin = max(4, height / 20)
    let reach = max(2, Int(headHalfWidth * 0.8))
    let first = max(0, middle - reach)
    let last = min(width - 1, middle + reach)
    let start = (first...last).min { tops[$0] < tops[$1] } ?? middle
    let hair = hairColors(image)
    // Joints of tiles reach the upper edge in thin lines.
    let cutCount = (first...last).count { tops[$0] == 0 }
    let isCutAbove =
      Float(cutCount) > 0.5 * headHalfWidth && hair.count > 0
      && hair.mean.difference(to: wallColor) > 10
    for direction in [-1, 1] {
      var lowest = tops[start]
      var column = start
      while column >= 0, column < width {
        let top = tops[column]
        if top >= lowest {
          lowest = top
        } else if top < lowest - margin, Float(abs(column - start)) > headHalfWidth * 1.2 {
          for row in top..<min(height, lowest - margin / 2)
          where labels[row * width + column] == .person {
            // Hair that the upper edge cuts may meet it again beside a gap.
            if isCutAbove,
              image[row * width + column].difference(to: hair.mean) < hair.hairTolerance
            {
              continue
            }
            labels[row * width + column] = .thing
          }
        }
        column += direction
      }
      splitBesideHead(image, direction, margin: margin)
    }
    locatePerson()
  }

  /// Takes from the person what lies too far beside the head, above the shoulders.
  private mutating func splitBesideHead(_ image: LabImage, _ direction: Int, margin: Int) {
    let lastRow = max(0, min(height, shoulderRow - margin))
    let edge = direction < 0 ? 0 : width - 1
    func touches(_ column: Int) -> [Int] {
      (0..<lastRow).filter { labels[$0 * width + column] == .person }
    }
    // Hair so wide that it is cut off is cut off on both sides.
    let touched = touches(edge)
    let isOneSided =
      touched.count * 50 > height && touches(width - 1 - edge).count * 3 < touched.count
    var touchedRows = Set(isOneSided ? touched : [])
    if isOneSided,
      isHair(image, isRight: direction > 0, where: { touchedRows.contains($1) })
    {
      touchedRows = []
    }
    for row in 0..<lastRow {
      let reach = headHalfWidth * (touchedRows.contains(row) ? 1.15 : 1.7)
      var column = edge
      while Float(abs(column - middle)) > reach {
        if labels[row * width + column] == .person { labels[row * width + column] = .thing }
        column -= direction
      }
    }
  }

  /// Takes from the person what stands beside the head in colours that occur nowhere in the head's
  /// middle, the neck and the clothes: a picture, a plant or a chair that the outline runs into.
  mutating func splitForeignColors(_ image: LabImage) {
    guard personCount > 0 else { return }
    let core = Int(headHalfWidth * 0.7)
    let besideHead = Int(headHalfWidth * 0.8)
    var palette = ColorPalette()
    for row in crown..<height {
      for column in max(0, middle - core)...min(width - 1, middle + core)
      where labels[row * width + column] == .person {
        palette.add(image[row * width + column])
      }
    }
    var isForeign = [Bool](repeating: false, count: width * height)
    for row in 2..<max(3, min(height - 2, shoulderRow)) {
      for column in 2..<width - 2 where abs(column - middle) > besideHead {
        let index = row * width + column
        // The outline mixes the person with the wall.
        guard labels[index] == .person, labels[index - 2] == .person, labels[index + 2] == .person,
          labels[index - 2 * width] == .person, labels[index + 2 * width] == .person
        else { continue }
        isForeign[index] = !palette.contains(image[index])
      }
    }
    // An earring or a hair slide is smaller.
    let smallest = max(12, width * height / 1_500)
    var fill = FloodFill(width: width, height: height)
    var members: [Int] = []
    for start in isForeign.indices where isForeign[start] {
      members.removeAll(keepingCapacity: true)
      isForeign[start] = false
      func take(_ index: Int) -> Bool {
        guard isForeign[index] else { return false }
        isForeign[index] = false
        return true
      }
      fill.fill(from: start, taking: take) { index, _, _ in members.append(index) }
      guard members.count >= smallest else { continue }
      for index in members { labels[index] = .thing }
    }
    markBesideShoulders(image, person: palette)
  }

  /// Marks what stands beside the shoulders and has the colours of things that stand out above them
  /// and that the person has nowhere: the rest of a plant.
  private mutating func markBesideShoulders(_ image: LabImage, person: ColorPalette) {
    var things = ColorPalette()
    for row in 0..<min(height, max(0, shoulderRow)) {
      for column in 0..<width where labels[row * width + column] == .thing {
        things.add(image[row * width + column])
      }
    }
    guard things.count >= max(12, width * height / 1_500) else { return }
    let besideHead = Int(headHalfWidth * 0.8)
    for row in max(0, shoulderRow)..<max(0, shoulderRow, height) {
      for column in 0..<width where abs(column - middle) > besideHead {
        let index = row * width + column
        guard labels[index] == .person || labels[index] == .thing,
          things.contains(image[index]), !person.contains(image[index])
        else { continue }
        labels[index] = .thing
        standsBesideShoulders[index] = true
      }
    }
  }

  /// Gives back to the person what the frame's edge cuts off from the hair: small pieces of its
  /// colour that border on it and not on the wall.
  mutating func returnHair(_ image: LabImage) {
    let hair = hairColors(image)
    guard hair.count > 0, hair.mean.difference(to: wallColor) > 10 else { return }
    let largest = width * height * 15 / 1_000
    var isOpen = labels.map { $0 == .thing }
    var fill = FloodFill(width: width, height: height)
    var members: [Int] = []
    for start in labels.indices where isOpen[start] {
      members.removeAll(keepingCapacity: true)
      var colors = ColorSpread()
      var border = (person: 0, other: 0)
      var touchesEdge = false
      isOpen[start] = false
      func take(_ index: Int) -> Bool {
        guard labels[index] == .thing else {
          if labels[index] == .person { border.person += 1 } else { border.other += 1 }
          return false
        }
        guard isOpen[index] else { return false }
        isOpen[index] = false
        return true
      }
      fill.fill(from: start, taking: take) { index, column, row in
        members.append(index)
        colors.add(image[index])
        if row == 0 || column == 0 || column == width - 1 { touchesEdge = true }
      }
      guard touchesEdge, members.count < largest, border.person > 2 * border.other,
        start < shoulderRow * width,
        colors.mean.difference(to: hair.mean) < hair.hairTolerance
      else { continue }
      for index in members { labels[index] = .person }
    }
  }
}
