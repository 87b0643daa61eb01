/// The widths of a region's edges, by the block they lie in and the direction they face.
package struct EdgeWidthField: Sendable {
  /// Which edges of a block are meant.
  package enum Part: Sendable {
    case all
    /// Those along the document's outline.
    case rim
    /// Those inside the document, away from its outline.
    case interior
  }

  /// Directions over half a turn; direction `d` is within 11.25 degrees of `d * 22.5` degrees,
  /// measured from the x axis towards the y axis.
  package static let directionCount = 8

  /// The columns of blocks.
  package let columns: Int
  /// The rows of blocks.
  package let rows: Int
  /// How many samples stand for one sample that was looked at.
  package let step: Int
  /// The edges along the document's outline, one by one.
  let rim: [RimEdge]
  /// Where the edges inside the document lie, block by block, in samples.
  let places: [PlaceMoments]
  /// The sum of the contrasts of the edges inside the document, block by block, in levels.
  let contrasts: [Double]
  private let weights: [Float]
  private let counts: [Int32]

  /// Takes bins counted by `EdgeWidthScan`, bin by bin, direction by direction, block by block: first
  /// those along the document's outline, then those inside of it.
  init(
    columns: Int, rows: Int, step: Int, weights: [Float], counts: [Int32], rim: [RimEdge],
    places: [PlaceMoments], contrasts: [Double]
  ) {
    self.columns = columns
    self.rows = rows
    self.step = step
    self.weights = weights
    self.counts = counts
    self.rim = rim
    self.places = places
    self.contrasts = contrasts
  }

  /// The number of blocks.
  package var blockCount: Int { columns * rows }

  /// The number of edge pixels that were looked at.
  package var count: Int { Int(counts.reduce(0, +)) }

  /// The mean contrast of a block's edges inside the document, in levels; 0 without edges.
  func interiorContrast(block: Int) -> Double {
    contrasts[block] / max(1, places[block].count)
  }

  /// The edges of some blocks that face some directions.
  package func histogram(
    blocks: some Sequence<Int>, directions: Range<Int> = 0..<directionCount,
    part: Part = .all
  ) -> EdgeWidthHistogram {
    var histogram = EdgeWidthHistogram()
    let size = EdgeWidthHistogram.binCount
    let half = blockCount * Self.directionCount
    let starts =
      switch part {
      case .all: [0, half]
      case .rim: [0]
      case .interior: [half]
      }
    for block in blocks {
      for direction in directions {
        for start in starts {
          let cell = start + block * Self.directionCount + direction
          guard counts[cell] > 0 else { continue }
          histogram.add(weights[cell * size..<(cell + 1) * size], count: Int(counts[cell]))
        }
      }
    }
    return histogram
  }

  /// The edges of one direction, everywhere.
  package func histogram(direction: Int) -> EdgeWidthHistogram {
    histogram(blocks: 0..<blockCount, directions: direction..<direction + 1)
  }
}
