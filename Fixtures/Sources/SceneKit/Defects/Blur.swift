import Foundation

/// Loss of sharpness beyond the lens's own.
struct Blur: Sendable {
  enum Kind: String, Sendable { case none, defocus, motion, uneven }

  var kind = Kind.none
  /// Standard deviation of the point spread in pixels: half the radius of a disc, or the length
  /// of a line over the square root of twelve. For uneven focus, where it is worst.
  var sigma: Float = 0
  /// Direction of motion, or of growing blur for uneven focus, in degrees clockwise from the
  /// picture's x axis.
  var angle: Float = 0

  /// The part of `sigma` that uneven focus has at a place in a frame, 0 to 1: it grows along `angle`
  /// from before the frame's middle to near its border.
  func unevenShare(at place: Vector2, in frame: Vector2) -> Float {
    let direction = Vector2(cos(angle * .pi / 180), sin(angle * .pi / 180))
    let reach = (abs(direction.x) * frame.x + abs(direction.y) * frame.y) / 2
    return smoothstep(-0.25, 0.75, dot(place - frame / 2, direction) / reach)
  }
}
