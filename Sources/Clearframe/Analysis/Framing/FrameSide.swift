/// A side of the upright frame.
package enum FrameSide: String, Sendable, Hashable, CaseIterable {
  case left, top, right, bottom

  /// How far a point lies beyond this side, in pixels; negative inside the frame.
  package func reach(of point: PixelPoint, in frame: PixelSize) -> Double {
    switch self {
    case .left: -point.x
    case .top: -point.y
    case .right: point.x - Double(frame.width)
    case .bottom: point.y - Double(frame.height)
    }
  }
}
