/// Which pixels of the upright reduced picture are background, found without a learned model.
///
/// What counts on: a person stands in the middle and is cut off by the lower edge, and what is
/// behind shows at the upper edge and at both sides.
///
/// 1. A pixel whose colour changes by more than `edgeSlope` to its neighbours is a barrier.
/// 2. Regions without barriers grow from the upper edge and from the sides down to the shoulders.
///    A shadow's soft rim lets them through, an outline of hair or cloth does not.
/// 3. Of what was not reached, the piece in the middle is the person. Seen from the middle
///    outwards, a person's upper outline only falls; what rises again is a thing behind.
///    So is what stands out beside the head in colours that the person has nowhere else.
/// 4. Beside the head, a flat piece or a narrow strip with the wall's hue and less light is a shadow
///    on it.
package struct BackgroundMap: Sendable {
  /// What a pixel shows.
  package enum Label: UInt8, Sendable {
    /// An outline, or an inside that nothing explains.
    case unknown
    /// The background's main surface.
    case wall
    /// The background's main surface in shadow.
    case shadow
    /// Something else behind the person.
    case thing
    /// The person.
    case person
    /// Surface that growing reached where the person's clothes may be; not measured.
    case doubtful
  }

  /// The colour change per pixel, in units of CIELAB, from which a pixel is a barrier: beyond the
  /// steepest soft shadows, below the faint rim that separates white cloth from a white wall.
  package static let edgeSlope: Float = 1.7

  package let width: Int
  package let height: Int
  /// A label for each pixel, row by row.
  package internal(set) var labels: [Label]
  /// Colour change per pixel.
  package let slopes: [Float]
  /// The column through the middle of the person; the picture's middle where none was found.
  package private(set) var middle = 0
  /// The highest row of the person.
  package private(set) var crown = 0
  /// Half the width of the head with its hair, in pixels.
  package private(set) var headHalfWidth: Float = 0
  /// The row from which clothes are to be expected.
  package private(set) var shoulderRow = 0
  /// The number of pixels of the person.
  package private(set) var personCount = 0
  /// Whether the person's lower end is cut off by the picture's edge.
  package private(set) var personReachesBottom = false
  /// The main surface's mean colour.
  package private(set) var wallColor = LabColor(lightness: 0, a: 0, b: 0)
  /// The row from which hair covers both sides of the picture.
  private var rimEnd = Int.max
  /// Whether what runs into the person from the left or the right edge is the person's own hair.
  package private(set) var isHairAtSide = (left: false, right: false)
  /// Share of the sides above the shoulders and of the upper edge that growing reached.
  package private(set) var reachedRim: Double = 0

  package init(_ image: LabImage) {
    width = image.width
    height = image.height
    labels = Array(repeating: .unknown, count: width * height)
    slopes = Self.slopes(of: image)
    middle = width / 2
    crown = height / 4
    headHalfWidth = Float(width) / 5
    shoulderRow = height * 2 / 3
    guard width >= 16, height >= 16 else { return }
    grow(image)
    findPerson()
    splitThings(image)
    splitForeignColors(image)
    findShadow(image)
    findCastShadows(image)
    dropClothes()
    measureRim(image)
  }

  /// Whether the main surface is nearly or wholly clipped.
  package var isBurnt: Bool { wallColor.lightness > 97 }

  // MARK: Growing

  /// The length of the colour gradient, from central differences.
  private static func slopes(of image: LabImage) -> [Float] {
    let width = image.width
    let height = image.height
    var slopes = [Float](repeating: 0, count: width * height)
    let l = image.lightness.span
    let a = image.a.span
    let b = image.b.span
    for row in 0..<height {
      let up = max(0, row - 1) * width
      let down = min(height - 1, row + 1) * width
      let here = row * width
      for column in 0..<width {
        let left = here + max(0, column - 1)
        let right = here + min(width - 1, column + 1)
        let lx = l[right] - l[left]
        let ly = l[down + column] - l[up + column]
        let ax = a[right] - a[left]
        let ay = a[down + column] - a[up + column]
        let bx = b[right] - b[left]
        let by = b[down + column] - b[up + column]
        let squares = lx * lx + ly * ly + ax * ax + ay * ay + bx * bx + by * by
        slopes[here + column] = squares.squareRoot() * 0.5
      }
    }
    return slopes
  }

  /// A piece that growing filled.
  private struct Piece {
    var label: Int32
    var count = 0
    /// Pixels on the upper edge, in its middle counted three times, and on the upper third of
    /// the sides.
    var rimCount = 0
    /// Pixels where the head and its hair are, in the middle below the upper edge.
    var headCount = 0
    var lastRow = 0
    var firstColumn = Int.max
    var lastColumn = 0
    var touchesLeft = false
    var touchesRight = false
    var lightness: Float = 0
    var a: Float = 0
    var b: Float = 0
    var color: LabColor {
      let n = Float(max(1, count))
      return LabColor(lightness: lightness / n, a: a / n, b: b / n)
    }
  }

  /// Fills from the upper edge and the sides, and sorts the pieces into wall and things.
  private mutating func grow(_ image: LabImage) {
    var owner = [Int32](repeating: -1, count: width * height)
    var pieces: [Piece] = []
    var stack: [Int] = []
    let upperThird = width * (height / 3)
    let head = (
      columns: width * 15 / 100..<width * 85 / 100, rows: height / 20..<height / 2
    )
    for seed in seeds(image) where owner[seed] < 0 && slopes[seed] < Self.edgeSlope {
      var piece = Piece(label: Int32(pieces.count))
      owner[seed] = piece.label
      stack.append(seed)
      while let index = stack.popLast() {
        piece.count += 1
        piece.lightness += image.lightness[index]
        piece.a += image.a[index]
        piece.b += image.b[index]
        let column = index % width
        let isTop = index < width
        let isLeft = column == 0
        let isRight = column == width - 1
        if isTop || (isLeft || isRight) && index < upperThird {
          // The wall is what shows above the head; at the sides a screen may end.
          piece.rimCount += isTop && column > width / 4 && column < width * 3 / 4 ? 3 : 1
          piece.firstColumn = min(piece.firstColumn, column)
          piece.lastColumn = max(piece.lastColumn, column)
        }
        if head.columns.contains(column), head.rows.contains(index / width) { piece.headCount += 1 }
        piece.lastRow = max(piece.lastRow, index / width)
        if isLeft { piece.touchesLeft = true }
        if isRight { piece.touchesRight = true }
        func visit(_ next: Int) {
          guard owner[next] < 0, slopes[next] < Self.edgeSlope else { return }
          owner[next] = piece.label
          stack.append(next)
        }
        if column > 0 { visit(index - 1) }
        if column < width - 1 { visit(index + 1) }
        if index >= width { visit(index - width) }
        if index < width * (height - 1) { visit(index + width) }
      }
      pieces.append(piece)
    }
    guard let rim = pieces.max(by: { $0.rimCount < $1.rimCount }) else { return }
    let main = wall(of: pieces, insteadOf: rim)
    wallColor = main.color
    let kinds = pieces.map { piece in
      let color = piece.color
      let hue = abs(color.a - wallColor.a) + abs(color.b - wallColor.b)
      // A second piece of the same wall may lie beyond the head; light falls off towards it.
      if hue < 7 && abs(color.lightness - wallColor.lightness) < 9 { return Label.wall }
      // Hair that touches the upper edge does so in the middle, unless the sides cut it, too.
      let isInMiddle =
        !piece.touchesLeft && !piece.touchesRight && piece.firstColumn > width / 5
        && piece.lastColumn < width - width / 5
      let isHair = piece.label == rim.label || isInMiddle || isCutHair(piece, before: wallColor)
      return isHair ? .unknown : .thing
    }
    for index in owner.indices where owner[index] >= 0 { labels[index] = kinds[Int(owner[index])] }
  }

  /// The piece that is the wall: the one that shows most along the rim, unless that is hair so high
  /// and wide that the frame cuts it.
  private func wall(of pieces: [Piece], insteadOf rim: Piece) -> Piece {
    let beside = pieces.filter { piece in
      piece.rimCount * 16 > rim.rimCount && !isHeadShaped(piece)
        && isCutHair(rim, before: piece.color)
    }
    return beside.max { $0.rimCount < $1.rimCount } ?? rim
  }

  /// Whether nearly half of a piece lies where the head and its hair are.
  private func isHeadShaped(_ piece: Piece) -> Bool { piece.headCount * 100 > piece.count * 45 }

  /// Whether a piece can be hair that the frame cuts: it is darker than what shows beside it, lies
  /// where the head is and comes down to the eyes.
  private func isCutHair(_ piece: Piece, before wall: LabColor) -> Bool {
    isHeadShaped(piece) && piece.lastRow > height * 35 / 100
      && piece.color.lightness < wall.lightness - 15
  }

  /// Pixels of the upper edge and of the sides; on a side, what follows an outline counts only
  /// where it looks like what came before, because hair, clothes and things touch the sides too.
  /// Near the corners a strip along the upper edge may end, and anything may follow.
  private func seeds(_ image: LabImage) -> [Int] {
    var seeds = Array(0..<width)
    for column in [0, width - 1] {
      var last = column
      var isInterrupted = false
      for row in 0..<height * 4 / 5 {
        let index = row * width + column
        if slopes[index] >= Self.edgeSlope {
          if row > height * 2 / 5 { break }
          isInterrupted = true
        } else if !isInterrupted || row < height * 3 / 20
          || image[index].difference(to: image[last]) < 10
        {
          isInterrupted = false
          seeds.append(index)
          last = index
        }
      }
    }
    return seeds
  }

  // MARK: The person

  private mutating func findPerson() {
    var piece = [Int32](repeating: -1, count: width * height)
    var best: (label: Int32, weight: Int) = (-1, 0)
    var counts: [Int] = []
    var isCentral: [Bool] = []
    var stack: [Int] = []
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
      stack.append(start)
      while let index = stack.popLast() {
        count += 1
        let column = index % width
        let row = index / width
        if columns.contains(column), row >= firstRow { weight += 1 }
        columnSum += column
        rowSum += row
        if row == 0 || (column == 0 || column == width - 1) && row < clothesRow {
          touchesRim = true
        }
        func visit(_ next: Int) {
          guard labels[next] == .unknown, piece[next] < 0 else { return }
          piece[next] = label
          stack.append(next)
        }
        if column > 0 { visit(index - 1) }
        if column < width - 1 { visit(index + 1) }
        if row > 0 { visit(index - width) }
        if row < height - 1 { visit(index + width) }
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
  private func outline() -> [Int] {
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

  private mutating func locatePerson() {
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

  /// Takes from the person what rises above the outline that falls from the head outwards.
  private mutating func splitThings(_ image: LabImage) {
    guard personCount > 0 else { return }
    let tops = outline()
    let margin = max(4, height / 20)
    let reach = max(2, Int(headHalfWidth * 0.8))
    let first = max(0, middle - reach)
    let last = min(width - 1, middle + reach)
    let start = (first...last).min { tops[$0] < tops[$1] } ?? middle
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

  // MARK: Shadows and clothes

  /// Finds flat, darker pieces of the wall's hue beside the head that an edge kept out.
  private mutating func findShadow(_ image: LabImage) {
    guard personCount > 0, wallColor.lightness > 20 else { return }
    let bandHalf = Int(headHalfWidth * 0.4)
    let latestTop = crown + (height - crown) * 65 / 100
    let smallest = max(20, width * height / 150)
    // Below the shoulders gray cloth looks the same.
    let lastIndex = min(height, shoulderRow) * width
    let chinIndex = (crown + Int(headHalfWidth * 1.8)) * width
    let collarHalf = Int(headHalfWidth)
    var seen = [Bool](repeating: false, count: width * height)
    var stack: [Int] = []
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
      var touchesMiddle = false
      var touchesWall = 0
      var rim = 0
      seen[start] = true
      stack.append(start)
      while let index = stack.popLast() {
        members.append(index)
        let column = index % width
        let row = index / width
        top = min(top, row)
        if abs(column - middle) <= bandHalf { touchesMiddle = true }
        // The outline of a shadow is up to twelve pixels wide.
        for reach in [-12, -8, -4, 4, 8, 12] where column + reach >= 0 && column + reach < width {
          if labels[index + reach] == .wall { touchesWall += 1 }
        }
        func visit(_ next: Int) {
          guard isCandidate(next) else {
            rim += 1
            return
          }
          guard !seen[next] else { return }
          seen[next] = true
          stack.append(next)
        }
        if column > 0 { visit(index - 1) }
        if column < width - 1 { visit(index + 1) }
        if row > 0 { visit(index - width) }
        if row < height - 1 { visit(index + width) }
      }
      // Strands leave gray hair ragged; a shadow is whole.
      guard members.count >= smallest, top < latestTop, !touchesMiddle, touchesWall > 8,
        rim * 10 < members.count * 7
      else { continue }
      for index in members { labels[index] = .shadow }
    }
  }

  /// Sets aside surface where clothes may be: white cloth on a white wall can let growing in.
  private mutating func dropClothes() {
    guard personCount > 0 else { return }
    let half = Int(2.7 * headHalfWidth)
    for column in 0..<width {
      var isCovered = false
      for row in 0..<height {
        let index = row * width + column
        if labels[index] == .person { isCovered = true }
        guard labels[index] != .person, row > shoulderRow else { continue }
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

  private mutating func measureRim(_ image: LabImage) {
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
