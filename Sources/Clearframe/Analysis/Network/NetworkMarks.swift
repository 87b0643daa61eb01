/// What a network marks in a reduced image: two maps of probabilities that lie over it.
struct NetworkMarks: Sendable {
  /// The number of columns of the maps.
  let width: Int
  /// The number of rows of the maps.
  let height: Int
  /// The probabilities of the first output, row by row.
  let first: [Float]
  /// The probabilities of the second output, row by row.
  let second: [Float]

  /// The sums of both maps, in places.
  var areas: (Double, Double) {
    (Double(first.reduce(0, +)), Double(second.reduce(0, +)))
  }
}
