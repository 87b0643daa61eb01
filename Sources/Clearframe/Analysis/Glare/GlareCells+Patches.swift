extension GlareCells {
  /// The connected parts of the cells of a kind, each with its first cell first; neighbours share a
  /// side.
  ///
  /// - Parameters:
  ///   - isMember: Whether each cell is of the kind; none along the grid's border is.
  ///   - areJoined: Whether two neighbours of the kind belong together.
  @inline(__always)
  func patches(
    of isMember: [Bool], areJoined: (_ one: Int, _ other: Int) -> Bool = { _, _ in true }
  ) -> [[Int]] {
    var isOpen = isMember
    var patches: [[Int]] = []
    for start in isOpen.indices where isOpen[start] {
      isOpen[start] = false
      var patch = [start]
      var next = 0
      while next < patch.count {
        let cell = patch[next]
        next += 1
        for neighbour in [cell - columns, cell - 1, cell + 1, cell + columns]
        where isOpen[neighbour] && areJoined(cell, neighbour) {
          isOpen[neighbour] = false
          patch.append(neighbour)
        }
      }
      patches.append(patch)
    }
    return patches
  }
}
