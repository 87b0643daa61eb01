/// Tells a page that fills the frame from a picture without a document.
///
/// A person sees three things in such a picture: paper of one colour up to the borders, its light
/// changing gently along them, and print or writing that comes up to the borders or is cut by them.
package enum PaperCheck {
  /// How many cells deep the borders are looked at.
  static let depth = 2
  /// The least share of the border's cells, and of all, that are paper: a fold, a dark corner, a
  /// photo and print too bold to be closed may take the rest. Of real pages 0.96 and more is.
  static let paperFloor: Float = 0.85
  /// The least share of the picture's paper level (three quarters of the cells are below it) that
  /// paper keeps; lamp light falls off by half over a page.
  static let evennessFloor: Float = 0.45
  /// The least luma of paper; less is too dark to tell.
  static let lumaFloor: Float = 60
  /// The largest level that a twentieth of the cells exceeds, over the paper's: paper is the
  /// brightest thing in such a picture, a desk around a card is not.
  static let brightLimit: Float = 1.3
  /// The largest distance of a paper cell's chroma from the usual one, in levels.
  static let chromaLimit: Float = 12
  /// The largest chroma of the paper itself, in levels: lamp light gives white paper up to 16, old
  /// paper has some more, wood 30 and more.
  static let colourLimit: Float = 28
  /// The relative change from one border cell to the next that no light makes on paper.
  static let stepSize: Float = 0.06
  /// The largest share of such changes: print leaves a few, a desk's texture a tenth and more.
  static let stepLimit: Float = 0.06
  /// The least share of marked cells; less may be a blank wall.
  static let markFloor = 0.02
  /// The share of a side along which marks at the border are print that it cuts.
  static let cutFloor: Float = 0.1
  /// The share of three of the four sides along which marks at the border are a pattern rather than
  /// print: pages have margins, and gaps between lines; those that fill the frame stay below 0.4,
  /// newsprint, terrazzo and small tiles on which a document lies have 0.67 and more.
  static let patternFloor: Float = 0.55
  /// The luma of what is burnt out, and the share of the borders from which on it says nothing: white
  /// paper, tiles and desks look alike there. Over-exposed pages that fill the frame keep a quarter of
  /// their borders, where the lens's falloff or a shadow lies.
  static let burnt: (luma: Float, share: Float) = (250, 0.9)
  /// How near to three of the four borders print comes, over the picture's width or height, where
  /// none of it is cut: a page's margins. A slip on a pale desk stays further away.
  static let marginLimit: Float = 0.14

  /// Whether paper with marks on it reaches all four borders.
  package static func isPaperToTheBorders(_ map: PaperMap) -> Bool {
    let columns = map.columns
    let rows = map.rows
    let levels = map.level.values
    let usual = rank(levels, 0.75)
    guard usual >= lumaFloor, rank(levels, 0.95) <= brightLimit * usual else { return false }
    let usualColour =
      map.chroma.count == 2
      ? SIMD2(rank(map.chroma[0].values, 0.5), rank(map.chroma[1].values, 0.5))
      : SIMD2(128, 128)
    let tint = usualColour - 128
    guard (tint * tint).sum() <= colourLimit * colourLimit else { return false }
    let isPaper = levels.indices.map { index in
      levels[index] >= evennessFloor * usual
        && map.chromaDistance(index, usualColour) <= chromaLimit * chromaLimit
    }
    let share = Float(isPaper.count { $0 }) / Float(isPaper.count)
    guard share >= paperFloor else { return false }
    var paper: Float = 0
    var steps: Float = 0
    var burnt: Float = 0
    var cells: Float = 0
    var cut: [Float] = []
    for (length, stride, starts) in [
      (columns, 1, [0, columns]), (columns, 1, [(rows - 1) * columns, (rows - 2) * columns]),
      (rows, columns, [0, 1]), (rows, columns, [columns - 1, columns - 2]),
    ] {
      var marked: Float = 0
      for place in 0..<length {
        var isMarked = false
        for start in starts.prefix(depth) {
          let index = start + place * stride
          cells += 1
          if isPaper[index] { paper += 1 }
          if levels[index] >= Self.burnt.luma { burnt += 1 }
          if isPaper[index], map.isMarked[index] { isMarked = true }
          if place > 0 {
            let before = levels[index - stride]
            let change = abs(levels[index] - before)
            if change > stepSize * max(levels[index], before, PaperMap.levelFloor) { steps += 1 }
          }
        }
        if isMarked { marked += 1 }
      }
      cut.append(marked / Float(length))
    }
    guard paper >= paperFloor * cells, steps <= stepLimit * cells,
      burnt < Self.burnt.share * cells
    else { return false }
    var inColumns = [Int](repeating: 0, count: columns)
    var inRows = [Int](repeating: 0, count: rows)
    var total = 0
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        guard map.isMarked[index], isPaper[index] else { continue }
        inColumns[column] += 1
        inRows[row] += 1
        total += 1
      }
    }
    guard Double(total) >= markFloor * Double(levels.count) else { return false }
    if cut.sorted()[1] >= patternFloor { return false }
    if cut.contains(where: { $0 >= cutFloor }) { return true }
    let margins = [
      margin(inColumns, total), margin(inColumns.reversed(), total), margin(inRows, total),
      margin(inRows.reversed(), total),
    ].sorted()
    return margins[2] <= marginLimit
  }

  /// The value below which a share of the values lie; every fourth tells it well enough.
  private static func rank(_ values: [Float], _ share: Float) -> Float {
    let sample = stride(from: 0, to: values.count, by: 4).map { values[$0] }
    guard let last = sample.indices.last else { return 0 }
    return sample.value(ofRank: Int(share * Float(last)))
  }

  /// The share of the lines before the one up to which a fiftieth of all marks lie.
  private static func margin(_ counts: [Int], _ total: Int) -> Float {
    var sum = 0
    for (line, count) in counts.enumerated() {
      sum += count
      if 50 * sum >= total { return Float(line) / Float(counts.count) }
    }
    return 1
  }
}
