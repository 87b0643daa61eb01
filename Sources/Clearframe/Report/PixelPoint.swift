/// A position in pixels of the upright picture; the frame's top-left corner is (0, 0).
///
/// The centre of the first pixel is (0.5, 0.5). A point may lie outside the frame.
public struct PixelPoint: Sendable, Hashable, Codable {
  /// The distance from the frame's left edge, in pixels.
  public var x: Double
  /// The distance from the frame's top edge, in pixels.
  public var y: Double

  /// Makes a point from its two distances.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
