/// The sum and the sum of squares of byte samples.
package struct SampleMoments: Sendable, Hashable {
  /// The sum of the samples.
  package var sum: Int = 0
  /// The sum of the squared samples.
  package var squareSum: Int = 0

  package init() {}
}
