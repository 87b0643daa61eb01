/// A place where a face model found what it looks for, in samples of the searched plane.
package struct FaceCandidate: Sendable, Equatable {
  package let x: Int
  package let y: Int
  package let width: Int
  package let height: Int
  /// How many overlapping windows agreed.
  package let support: Int

  package init(x: Int, y: Int, width: Int, height: Int, support: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.support = support
  }
}
