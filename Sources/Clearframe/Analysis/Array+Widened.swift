extension Array where Element == Bool {
  /// The marks of a grid, and all places that lie up to `reach` columns and rows away from one.
  ///
  /// - Parameter columns: The number of columns of the grid, whose rows follow one another.
  func widened(columns: Int, by reach: Int) -> [Bool] {
    var isNear = self
    for index in indices where self[index] {
      let (row, column) = (index / columns, index % columns)
      for near in Swift.max(0, row - reach)...Swift.min(count / columns - 1, row + reach) {
        for beside in Swift.max(0, column - reach)...Swift.min(columns - 1, column + reach) {
          isNear[near * columns + beside] = true
        }
      }
    }
    return isNear
  }
}
