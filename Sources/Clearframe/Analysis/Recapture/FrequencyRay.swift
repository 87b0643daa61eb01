/// The way from frequency 0 through a frequency of a square's spectrum.
struct FrequencyRay: Sendable {
  private let column: Float
  private let row: Float
  /// The distance of the frequency from frequency 0.
  let length: Float

  init(column: Int, row: Int) {
    self.column = Float(column)
    self.row = Float(row)
    length = Float(column * column + row * row).squareRoot()
  }

  /// The frequency nearest to the place at a share of the way; past 1 it lies beyond.
  func frequency(at share: Float) -> (column: Int, row: Int) {
    (Int((column * share).rounded()), Int((row * share).rounded()))
  }
}
