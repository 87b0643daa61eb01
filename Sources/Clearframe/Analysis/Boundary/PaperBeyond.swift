/// Tells a side of an outline across which the paper goes on up to the frame, as the gutter of an
/// open book or a ruled line of a page, from the document's own edge.
package enum PaperBeyond {
  /// Samples along a side.
  static let sampleCount = 32
  /// Bounds of the level beyond the side over that inside: the other pages of real books keep to
  /// 0.93 to 1.01 in the middle, pale desks depart by a tenth and more.
  static let levelRange: ClosedRange<Float> = 0.87...1.15
  /// The largest distance of the chroma beyond the side from that inside, in levels; real books
  /// stay below 3.5.
  static let chromaLimit: Float = 4.5
  /// The least share of the way from the side to the frame that is paper.
  static let wayFloor: Float = 0.9
  /// The least share of a side along which paper goes on: real open books show 0.97 and more.
  static let sideFloor: Float = 0.9
  /// The largest share at all other sides: where pale paper lies on a pale desk, the desk is taken
  /// for paper at more than one side.
  static let otherLimit: Float = 0.5
  /// The largest way from the side to the frame, over the grid's long side: what takes up more of
  /// the picture is a desk or another sheet.
  static let wayLimit: Float = 0.1

  /// The largest step of colour across such a side, in levels: gutters of real books have up to 13,
  /// edges of paper on a pale desk more.
  static let stepLimit: Float = 20

  /// How far beside a side's continuation is looked, in cells: an edge's own cells tell nothing.
  static let cornerRows: [Float] = [1.5, 2.5, 3.5]
  /// The least share of the cells there that must be like the paper for a desk.
  static let cornerFloor: Float = 0.6

  /// The largest step across a ruled line of the page that was taken for its side, over the middle
  /// step of the other three; real ruled pages have up to 0.13.
  static let lineStep: Float = 0.14
  /// The least middle step of the other three, in levels; less is pale paper on a pale desk.
  static let lineContrast: Float = 12

  /// The one side, if any, beyond which the paper goes on; `corners` clockwise in reduced pixels.
  /// Sides in `hidden` are not seen and say nothing; `steps` are the sides' steps across, in levels.
  package static func side(
    of corners: [SIMD2<Float>], hidden: [Bool], steps: [Float] = [], in map: PaperMap
  ) -> Int? {
    var shares: [Float?] = []
    var ways: [Float] = []
    let lengths = (0..<4).map { index -> Float in
      let step = corners[(index + 1) & 3] - corners[index]
      return max(1e-3, (step * step).sum().squareRoot())
    }
    let cell = Float(map.step)
    let inset = max(1.5 * cell, 0.05 * min(lengths[0] + lengths[2], lengths[1] + lengths[3]) / 2)
    for index in 0..<4 {
      guard !hidden[index] else {
        shares.append(nil)
        ways.append(0)
        continue
      }
      let step = corners[(index + 1) & 3] - corners[index]
      let inward = SIMD2(-step.y, step.x) / lengths[index]
      var way: [Float] = []
      var seen = 0
      var going = 0
      for sample in 0..<sampleCount {
        let place = 0.04 + 0.92 * (Float(sample) + 0.5) / Float(sampleCount)
        let point = corners[index] + step * place
        guard let inside = map.cell(at: point + inward * inset) else { continue }
        let (cells, paper) = cells(from: point, towards: -inward, like: inside, in: map)
        guard cells > 0 else { continue }
        seen += 1
        way.append(cells)
        if paper >= wayFloor * cells { going += 1 }
      }
      ways.append(way.isEmpty ? 0 : way.value(ofRank: way.count / 2))
      shares.append(2 * seen >= sampleCount ? Float(going) / Float(seen) : nil)
    }
    let longest = Float(max(map.columns, map.rows))
    if steps.count == 4, hidden.allSatisfy({ !$0 }) {
      for index in 0..<4 {
        let others = (1...3).map { steps[(index + $0) & 3] }.sorted()
        if others[1] >= lineContrast, steps[index] <= lineStep * others[1],
          shares[index] ?? 0 >= sideFloor, ways[index] <= wayLimit * longest,
          !goesRoundTheCorners(of: index, corners, inset: inset, in: map)
        {
          return index
        }
      }
    }
    guard let best = shares.indices.max(by: { (shares[$0] ?? -1) < (shares[$1] ?? -1) }),
      let share = shares[best], share >= sideFloor,
      ways[best] <= wayLimit * longest,
      steps.isEmpty || steps[best] <= stepLimit
    else { return nil }
    let others = shares.indices.filter { $0 != best }.compactMap { shares[$0] }
    guard others.count >= 2, others.allSatisfy({ $0 <= otherLimit }),
      !goesRoundTheCorners(of: best, corners, inset: inset, in: map)
    else { return nil }
    return best
  }

  /// How many cells lie on the way from a point to the frame, and how many of them are paper like
  /// that of a cell.
  private static func cells(
    from start: SIMD2<Float>, towards direction: SIMD2<Float>, like paper: Int, in map: PaperMap
  ) -> (all: Float, paper: Float) {
    // Closed levels would spread the page over a narrow strip of desk.
    let level = max(1, map.brightest.values[paper])
    let colour = map.colour(paper)
    let cell = Float(map.step)
    var counts: (all: Float, paper: Float) = (0, 0)
    var distance = 1.5 * cell
    while let beyond = map.cell(at: start + direction * distance) {
      counts.all += 1
      if levelRange.contains(map.brightest.values[beyond] / level),
        map.chromaDistance(beyond, colour) < chromaLimit * chromaLimit
      {
        counts.paper += 1
      }
      distance += cell
    }
    return counts
  }

  /// Whether what lies beyond a side also lies beside its continuation at both ends: the next page
  /// of a book ends there, a desk of the paper's own colour does not.
  private static func goesRoundTheCorners(
    of index: Int, _ corners: [SIMD2<Float>], inset: Float, in map: PaperMap
  ) -> Bool {
    let from = corners[index]
    let to = corners[(index + 1) & 3]
    let side = to - from
    let inward = SIMD2(-side.y, side.x) / max(1e-3, (side * side).sum().squareRoot())
    // The same at one end of the side, to which its neighbour comes from `before`; `turn` is 1 where
    // the side's other end lies to the right of that way, -1 where it lies to the left.
    func goesRound(_ end: SIMD2<Float>, before: SIMD2<Float>, other: SIMD2<Float>, turn: Float)
      -> Bool
    {
      let step = end - before
      let along = step / max(1e-3, (step * step).sum().squareRoot())
      let across = SIMD2(along.y, -along.x) * turn
      // A tenth of the way to the other end, inside.
      guard let page = map.cell(at: end + (other - end) * 0.1 + inward * inset) else {
        return false
      }
      var all: Float = 0
      var paper: Float = 0
      for row in cornerRows {
        let counts = cells(
          from: end + across * (row * Float(map.step)), towards: along, like: page, in: map)
        all += counts.all
        paper += counts.paper
      }
      return all > 0 && paper >= cornerFloor * all
    }
    return goesRound(from, before: corners[(index + 3) & 3], other: to, turn: 1)
      && goesRound(to, before: corners[(index + 2) & 3], other: from, turn: -1)
  }
}
