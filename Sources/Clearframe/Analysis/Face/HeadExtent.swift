/// Where the head of a found face reaches to, in pixels of the upright picture.
package struct HeadExtent: Sendable, Equatable {
  /// The top of the hair; negative where it must lie above the frame.
  package var top: Double
  /// How far off the top may be.
  package var topTolerance: Double
  /// Whether the hair was seen to touch the frame's upper edge.
  package var touchesTop: Bool
  /// The chin; beyond the picture's height where it must lie below the frame.
  package var bottom: Double
  package var left: Double
  package var right: Double
  /// How far off the chin and the sides may be.
  package var tolerance: Double

  package init(
    top: Double, topTolerance: Double, touchesTop: Bool, bottom: Double, left: Double,
    right: Double, tolerance: Double
  ) {
    self.top = top
    self.topTolerance = topTolerance
    self.touchesTop = touchesTop
    self.bottom = bottom
    self.left = left
    self.right = right
    self.tolerance = tolerance
  }

  package var height: Double { bottom - top }
}
