/// From which strength on a person calls a picture blurred.
package enum BlurLabel {
  /// Added blur, standard deviation in pixels, from which anybody sees it: it must at least double
  /// the lens's own softness, and stay visible when the whole picture fills a screen.
  package static func surelyBlurred(softness: Float, longSide: Int) -> Float {
    max(1.9 * softness, 0.0010 * Float(longSide))
  }

  /// `yes`, `no` or `unsure` for an added blur.
  package static func label(sigma: Float, softness: Float, longSide: Int) -> String {
    if sigma >= surelyBlurred(softness: softness, longSide: longSide) * 0.999 { return "yes" }
    // Total softness under 1.2 times the lens's own goes unnoticed.
    return sigma * sigma <= (1.2 * 1.2 - 1) * softness * softness ? "no" : "unsure"
  }
}
