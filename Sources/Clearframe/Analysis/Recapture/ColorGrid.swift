/// Looks for coloured patterns in full-resolution squares.
struct ColorGrid: ~Copyable {
  private var search = ColorPatternSearch(
    band: PatchSpectrum.Band(low: 0.1, high: 0.5, floor: 0.03, blockSide: 8),
    // Averaging lessens the spread.
    criteria: ColorPatternSearch.Criteria(
      ratio: 50, spread: 0.15, amplitude: 0.3, dominance: 0.5))
  private var count: PatternCount

  /// Prepares to look at these squares.
  init(_ patches: [PatchSet.Patch]) {
    count = PatternCount(worth: PatchSet.worth(of: patches))
  }

  /// The share of the squares looked at that carry a coloured pattern.
  var share: Double { count.share }

  /// Looks at a square.
  mutating func add(_ patch: PatchSet.Patch, isOnDocument: Bool) {
    guard
      let blue = patch.reduced(patch.chromaBlue, columns: patch.chromaColumns),
      let red = patch.reduced(patch.chromaRed, columns: patch.chromaColumns)
    else { return count.add(false, isOnDocument: isOnDocument) }
    count.add(
      search.isPatterned(blue: blue, red: red) {
        patch.reduced(patch.luma, columns: PatchSet.side)
      }, isOnDocument: isOnDocument)
  }
}

extension PatchSet.Patch {
  /// A plane as a square of half the luma's side, where 4:2:0 leaves chroma as it is; nil where the
  /// plane is missing or too coarse.
  fileprivate func reduced(_ plane: [UInt8], columns: Int) -> [UInt8]? {
    let side = ColorPatternSearch.side
    guard columns >= side, !plane.isEmpty, plane.count % columns == 0 else { return nil }
    let across = columns / side
    let down = plane.count / columns / side
    guard down >= 1, plane.count == columns * side * down else { return nil }
    if across == 1, down == 1 { return plane }
    let weight = UInt32(across * down)
    var result: [UInt8] = []
    result.reserveCapacity(side * side)
    for row in 0..<side {
      for column in 0..<side {
        var sum: UInt32 = weight / 2
        for y in 0..<down {
          for x in 0..<across {
            sum += UInt32(plane[(row * down + y) * columns + column * across + x])
          }
        }
        result.append(UInt8(sum / weight))
      }
    }
    return result
  }
}
