extension BackgroundMap {
  /// The length of the colour gradient, from central differences.
  static func slopes(of image: LabImage) -> [Float] {
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
  mutating func grow(_ image: LabImage) {
    var owner = [Int32](repeating: -1, count: width * height)
    var pieces: [Piece] = []
    var fill = FloodFill(width: width, height: height)
    let upperThird = height / 3
    let head = (
      columns: width * 15 / 100..<width * 85 / 100, rows: height / 20..<height / 2
    )
    for seed in seeds(image) where owner[seed] < 0 && slopes[seed] < Self.edgeSlope {
      let label = Int32(pieces.count)
      var piece = Piece(label: label)
      owner[seed] = label
      func take(_ index: Int) -> Bool {
        guard owner[index] < 0, slopes[index] < Self.edgeSlope else { return false }
        owner[index] = label
        return true
      }
      fill.fill(from: seed, taking: take) { index, column, row in
        piece.count += 1
        piece.lightness += image.lightness[index]
        piece.a += image.a[index]
        piece.b += image.b[index]
        let isLeft = column == 0
        let isRight = column == width - 1
        if row == 0 || (isLeft || isRight) && row < upperThird {
          // The wall is what shows above the head; at the sides a screen may end.
          piece.rimCount += row == 0 && column > width / 4 && column < width * 3 / 4 ? 3 : 1
          piece.firstColumn = min(piece.firstColumn, column)
          piece.lastColumn = max(piece.lastColumn, column)
        }
        if head.columns.contains(column), head.rows.contains(row) { piece.headCount += 1 }
        piece.lastRow = max(piece.lastRow, row)
        if isLeft { piece.touchesLeft = true }
        if isRight { piece.touchesRight = true }
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
}
