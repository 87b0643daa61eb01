/// How much of a sheet is dark tones with sharp borders that its paper surrounds: portraits, bands
/// and emblems, as `SolidTones`, but no shadow and nothing that reaches in from the sheet's border.
package struct EnclosedTones: Sendable, Hashable {
  /// The share of the sheet's samples that lie in such tones, 0 to 1.
  package let share: Double
  /// The share of them that lie on bare paper, 0 to 1: a copied card leaves most of its sheet bare,
  /// and newsprint is printed all over.
  package let bareShare: Double

  /// The luma over that of paper below which a sample lies in a tone.
  private static let darkest: Float = 0.65
  /// The luma over that of paper from which on a sample is paper.
  private static let lightest: Float = 0.8
  /// How many samples beyond a tone's border paper must begin: a shadow ends softly.
  private static let distance = 3
  /// The least share of the border that paper must lie along: a portrait's shoulders end at its
  /// box.
  private static let leastSharp = 0.6
  /// The least share of the sheet that a tone takes: less are letters that run together.
  private static let leastShare = 0.0005
  /// The strip along the raster's border that is left out, as a share of each side.
  private static let rim = 0.04

  /// Measures the samples of a raster that lie on a sheet.
  package init(_ document: RectifiedDocument, on isSheet: [Bool]) {
    let width = document.width
    let height = document.height
    let isSeen = zip(document.isSeen, isSheet).map { $0 && $1 }
    let closed = ClosingFilter.closed(document.luma, width: width, height: height)
    let paper = PaperLevels(closed, width: width, height: height, isSeen: isSeen)
    let marginX = Int((Self.rim * Double(width)).rounded(.up))
    let marginY = Int((Self.rim * Double(height)).rounded(.up))
    let columns = marginX..<max(marginX, width - marginX)
    let rows = marginY..<max(marginY, height - marginY)
    func part(_ column: Int, _ row: Int) -> Float {
      Float(closed[row * width + column]) / max(1, Float(paper[column, row]))
    }
    var isTone = [Bool](repeating: false, count: width * height)
    var count = 0
    var bareCount = 0
    for row in rows {
      for column in columns where isSeen[row * width + column] {
        isTone[row * width + column] = part(column, row) < Self.darkest
        let luma = Float(document.luma[row * width + column])
        if luma >= Self.lightest * Float(paper[column, row]) { bareCount += 1 }
        count += 1
      }
    }
    var isVisited = [Bool](repeating: false, count: width * height)
    var toneCount = 0
    let steps = [(1, 0), (-1, 0), (0, 1), (0, -1)]
    for start in isTone.indices where isTone[start] && !isVisited[start] {
      var queue = [start]
      isVisited[start] = true
      var isEnclosed = true
      var border = 0
      var sharp = 0
      var next = 0
      while next < queue.count {
        let (row, column) = (queue[next] / width, queue[next] % width)
        next += 1
        for (across, down) in steps {
          let (x, y) = (column + across, row + down)
          guard columns.contains(x), rows.contains(y), isSeen[y * width + x] else {
            isEnclosed = false
            continue
          }
          let index = y * width + x
          if isTone[index] {
            guard !isVisited[index] else { continue }
            isVisited[index] = true
            queue.append(index)
          } else {
            border += 1
            let farX = min(max(column + Self.distance * across, 0), width - 1)
            let farY = min(max(row + Self.distance * down, 0), height - 1)
            if part(farX, farY) >= Self.lightest { sharp += 1 }
          }
        }
      }
      guard isEnclosed, Double(queue.count) >= Self.leastShare * Double(count),
        Double(sharp) >= Self.leastSharp * Double(border)
      else { continue }
      toneCount += queue.count
    }
    share = count > 0 ? Double(toneCount) / Double(count) : 0
    bareShare = count > 0 ? Double(bareCount) / Double(count) : 0
  }
}
