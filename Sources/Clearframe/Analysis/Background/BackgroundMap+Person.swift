extension BackgroundMap {
  /// Takes for the person what was not reached and lies in the middle, and for things what else was
  /// not reached and is no speck.
  mutating func findPerson() {
    var piece = [Int32](repeating: -1, count: width * height)
    var best: (label: Int32, weight: Int) = (-1, 0)
    var counts: [Int] = []
    var isCentral: [Bool] = []
    var fill = FloodFill(width: width, height: height)
    let columns = width * 3 / 10..<width * 7 / 10
    let firstRow = height * 3 / 10
    // A burnt wall eats into the person, so that hair and shoulders stand alone.
    let centralReach = width * (isBurnt ? 36 : 22) / 100
    let clothesRow = isBurnt ? height * 3 / 5 : height
    for start in labels.indices where labels[start] == .unknown && piece[start] < 0 {
      let label = Int32(counts.count)
      var count = 0
      var weight = 0
      var columnSum = 0
      var rowSum = 0
      var touchesRim = false
      piece[start] = label
      func take(_ index: Int) -> Bool {
        guard labels[index] == .unknown, piece[index] < 0 else { return false }
        piece[index] = label
        return true
      }
      fill.fill(from: start, taking: take) { _, column, row in
        count += 1
        if columns.contains(column), row >= firstRow { weight += 1 }
        columnSum += column
        rowSum += row
        if row == 0 || (column == 0 || column == width - 1) && row < clothesRow {
          touchesRim = true
        }
      }
      counts.append(count)
      // Eyes and hair that stand alone in a burnt face belong to the person.
      isCentral.append(
        !touchesRim && abs(columnSum / count - width / 2) < centralReach
          && rowSum / count > height * 12 / 100)
      if weight > best.weight { best = (label, weight) }
    }
    guard best.label >= 0 else { return }
    let smallest = max(12, width * height / 2_500)
    for index in labels.indices where labels[index] == .unknown {
      if piece[index] == best.label || isCentral[Int(piece[index])] {
        labels[index] = .person
      } else if counts[Int(piece[index])] >= smallest {
        labels[index] = .thing
      }
    }
    locatePerson()
  }

  /// The upper outline of the person by column; `height` where there is none.
  func outline() -> [Int] {
    var tops = [Int](repeating: height, count: width)
    for column in 0..<width {
      var row = 0
      while row < height {
        if labels[row * width + column] == .person {
          tops[column] = row
          break
        }
        row += 1
      }
    }
    return tops
  }

  /// Measures where the person, the head and the shoulders are.
  mutating func locatePerson() {
    var sum = 0
    var count = 0
    for row in height / 5..<height {
      for column in width / 5..<width - width / 5
      where labels[row * width + column] == .person {
        sum += column
        count += 1
      }
    }
    personCount = labels.count { $0 == .person }
    middle = count > 0 ? sum / count : width / 2
    let reach = max(2, width / 12)
    let tops = outline()
    crown = tops[max(0, middle - reach)...min(width - 1, middle + reach)].min() ?? height
    crown = min(crown, height - 1)
    let bottom = (height - 1) * width
    personReachesBottom =
      labels[bottom + max(0, middle - reach)...bottom + min(width - 1, middle + reach)]
      .contains(.person)
    // The head's width, over the rows where the head must be.
    let lastHeadRow = crown + max(2, (height - crown) * 35 / 100)
    let rows = crown..<min(height, lastHeadRow)
    headHalfWidth = headHalfWidth(in: rows, hasGaps: false) ?? headHalfWidth
    // A burnt wall that has eaten the face leaves no more than a strand of hair in one piece.
    if isBurnt, headHalfWidth < Float(width) * 0.12 {
      headHalfWidth = headHalfWidth(in: rows, hasGaps: true) ?? headHalfWidth
    }
    shoulderRow = min(height, crown + Int(2.9 * headHalfWidth))
    // Shoulders show as the row where the outline is much wider than the head; a shadow on one
    // side looks alike, so the lower side counts.
    let offset = Int(1.45 * headHalfWidth)
    let sides = [middle - offset, middle + offset].filter { $0 >= 0 && $0 < width }
    if let lower = sides.map({ tops[$0] }).max(), lower > crown + Int(1.2 * headHalfWidth) {
      shoulderRow = min(shoulderRow, lower)
    }
  }

  /// Half the width that three quarters of the rows stay below, but at least 4 pixels.
  private func headHalfWidth(in rows: Range<Int>, hasGaps: Bool) -> Float? {
    var halves: [Float] = []
    for row in rows {
      let (left, right) = hasGaps ? span(row: row) : run(row: row)
      // A thing or a shadow beside the head widens one side; the other tells the head's width.
      let half = min(middle - left, right - middle)
      if half > 1 { halves.append(Float(half) + 0.5) }
    }
    halves.sort()
    return halves.isEmpty ? nil : max(4, halves[halves.count * 3 / 4])
  }

  /// The person's first and last column around the middle without a gap.
  private func run(row: Int) -> (left: Int, right: Int) {
    var left = middle
    while left > 0, labels[row * width + left - 1] == .person { left -= 1 }
    var right = middle
    while right < width - 1, labels[row * width + right + 1] == .person { right += 1 }
    return (left, right)
  }

  /// The person's outermost columns, whatever a burnt wall has eaten between them.
  func span(row: Int) -> (left: Int, right: Int) {
    let reach = width * 36 / 100
    let columns = max(0, middle - reach)...min(width - 1, middle + reach)
    let left = columns.first { labels[row * width + $0] == .person } ?? middle
    let right = columns.last { labels[row * width + $0] == .person } ?? middle
    return (min(left, middle), max(right, middle))
  }
}
