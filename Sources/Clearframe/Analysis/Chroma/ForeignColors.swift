/// What lies across a document's outline: a finger, or a strip of the desk where the outline is
/// loose. Its colour goes on from outside, where print ends.
struct ForeignColors: Sendable {
  /// Whether each square shows it; empty where none does.
  private(set) var isForeign: [Bool] = []

  /// The distance from gray, in levels, from which a square has a colour to go on.
  private static let colorful: Float = 3.2
  /// How far a colour may stray from the one it began with, as a share of its distance from gray
  /// and in levels: a finger's shades.
  private static let straying = (share: Float(0.45), levels: Float(1.5))
  /// The largest share of the document that may lie under foreign things; more is a document of
  /// the colour of its surroundings.
  private static let largestShare = 0.2

  /// Follows the colours around a document inwards.
  ///
  /// - Parameter distances: How far the squares' `Cb` and `Cr` lie from gray's, in levels.
  init(_ grid: DocumentCells, distances: [SIMD2<Float>]) {
    func isColorful(_ index: Int) -> Bool {
      distances[index].squaredLength > Self.colorful * Self.colorful
    }
    var queue: [Int] = []
    for (index, place) in grid.places.enumerated() where place == .around && isColorful(index) {
      queue.append(index)
    }
    guard !queue.isEmpty else { return }
    isForeign = Array(repeating: false, count: grid.cells.count)
    var documentCount = 0
    var origins = [Int32](repeating: -1, count: grid.cells.count)
    for index in queue { origins[index] = Int32(index) }
    var next = 0
    while next < queue.count {
      let index = queue[next]
      next += 1
      let origin = Int(origins[index])
      let length = distances[origin].squaredLength.squareRoot()
      let limit = Self.straying.share * length + Self.straying.levels
      grid.forEachNeighbour(of: index) { other in
        guard origins[other] < 0, grid.isInside(other), isColorful(other) else { return }
        let difference = distances[other] - distances[origin]
        guard difference.squaredLength < limit * limit else { return }
        origins[other] = Int32(origin)
        queue.append(other)
        isForeign[other] = true
        if grid.places[other] == .document { documentCount += 1 }
      }
    }
    guard Double(documentCount) < Self.largestShare * Double(grid.documentCount) else {
      isForeign = []
      return
    }
    // The border of a finger is blurred, and its nail shines.
    for index in queue where grid.places[index] == .document {
      let (row, column) = (index / grid.columns, index % grid.columns)
      for near in max(0, row - 1)...min(grid.rows - 1, row + 1) {
        for beside in max(0, column - 1)...min(grid.columns - 1, column + 1) {
          isForeign[near * grid.columns + beside] = true
        }
      }
    }
  }
}
