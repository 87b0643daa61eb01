/// A face as a model frames it, from the middle of the forehead to the chin and from ear to ear.
package struct FaceBox: Sendable, Equatable {
  /// The left edge in pixels of the upright picture; may lie outside the frame, as all edges may.
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double
  /// How many overlapping windows of the model agreed; a clear face has some dozens.
  package var support: Int

  package init(x: Double, y: Double, width: Double, height: Double, support: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.support = support
  }

  package var maximumX: Double { x + width }
  package var maximumY: Double { y + height }
  package var centerX: Double { x + width / 2 }
}
