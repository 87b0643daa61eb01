/// Point statistics of the luma of a block of pixels.
package struct LumaSummary: Sendable, Hashable {
  /// Luma up to here counts as clipped at the dark end: JPEG's ringing lifts black by a few steps.
  package static let darkMaximum = 5
  /// Luma from here on counts as clipped at the bright end.
  package static let brightMinimum = 250

  /// The number of pixels.
  package var count: Int = 0
  /// The sum of luma.
  package var sum: Int = 0
  /// The sum of squared luma.
  package var squareSum: Int = 0
  /// The pixels of at most `darkMaximum`.
  package var darkCount: Int = 0
  /// The pixels of at least `brightMinimum`.
  package var brightCount: Int = 0

  package init() {}
}
