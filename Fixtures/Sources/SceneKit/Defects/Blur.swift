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
}
