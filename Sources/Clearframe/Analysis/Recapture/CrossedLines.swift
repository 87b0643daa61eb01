/// Finds a square grid too faint for any single square: two narrow lines in the mean spectrum of
/// many, of one frequency and at right angles.
///
/// A display's pixels are square, and so is their sampling by the sensor, aliased or not: what its
/// grid leaves across, it leaves down as well, at the same frequency and on the same line from
/// square to square. Text, cloth with threads of two kinds and edges of paper leave lines of
/// different frequencies in the two directions. Fourth roots of powers are averaged, so that single
/// squares with strong texture count no more than others.
package struct CrossedLines {
  private let side: Int
  private var sums: [Float]
  /// The squares that were added.
  package private(set) var count = 0

  /// The fewest squares that say anything.
  private static let minimumCount = 24
  /// The amplitude, in sample steps, under which waves drown in quantisation.
  private static let floor: Float = 0.05
  /// The least frequency in periods over a square of 128 (0.27 per pixel), and the greatest: a grid
  /// of more than 3.8 pixels shows in single squares, and fine ornaments are that coarse.
  private static let band = (low: 34, high: 62)
  /// The greatest tangent of the angle between a line and the nearest axis: screens are taken
  /// nearly upright, and ornaments cross at any angle.
  private static let slope: Float = 0.47
  /// The standard deviation of the fourth root of exponentially distributed powers over its mean.
  private static let spread: Float = 0.28
  /// The harmonics of a JPEG's blocks of 8 pixels, in periods over a square of 128, and of the
  /// blocks of 16 that scaling networks and chroma leave.
  private static let block = 16
  private static let halfBlock = 8

  package init(side: Int) {
    self.side = side
    sums = Array(repeating: 0, count: side * (side / 2 + 1))
  }

  /// Adds one of the squares that a spectrum holds.
  package mutating func add(_ spectrum: borrowing PatchSpectrum, signal: Int) {
    spectrum.addRoots(of: signal, floor: Self.floor, to: &sums)
    count += 1
  }

  /// What the clearest pair of lines stands out by.
  package struct Pair: Sendable, Hashable {
    /// The height of the lower line over its surroundings, in deviations of the values along both
    /// directions, or of chance where that is more.
    package var height: Float = 0
    /// The period in samples.
    package var period: Double = 0
  }

  /// The clearest pair of lines; of height 0 where there are too few squares.
  package func clearest() -> Pair {
    guard count >= Self.minimumCount, side == 128 else { return Pair() }
    var best = Pair()
    // What stands out less is not told from chance.
    let least: Float = 2
    for row in 0...Self.band.high {
      for column in -Self.band.high...Self.band.high where row > 0 || column > 0 {
        guard isCandidate(column, row) else { continue }
        let height = height(column, row)
        guard height > max(best.height, least) else { continue }
        var partner = (height: Float(0), column: 0, row: 0)
        for y in column - 1...column + 1 {
          for x in -row - 1...1 - row where !Self.isOnBlocks(x, y) {
            let height = self.height(x, y)
            if height > partner.height { partner = (height, x, y) }
          }
        }
        guard partner.height > max(best.height, least) else { continue }
        let lower = min(
          height, partner.height, prominenceOnRay(column, row),
          prominenceOnRay(partner.column, partner.row))
        guard lower > max(best.height, least) else { continue }
        let scatter = max(1, deviation(along: column, row), deviation(along: -row, column))
        if lower / scatter > best.height {
          let squared = Double(column * column + row * row)
          best = Pair(height: lower / scatter, period: Double(side) / squared.squareRoot())
        }
      }
    }
    return best
  }

  /// Whether a frequency is in the band, near an axis, off the blocks and a local maximum.
  private func isCandidate(_ column: Int, _ row: Int) -> Bool {
    let squared = column * column + row * row
    guard squared >= Self.band.low * Self.band.low,
      squared < (Self.band.high + 1) * (Self.band.high + 1),
      Self.isNearAxis(column, row),
      !Self.isOnBlocks(column, row)
    else { return false }
    let here = value(column, row)
    return here >= value(column + 1, row) && here >= value(column - 1, row)
      && here >= value(column, row + 1) && here >= value(column, row - 1)
  }

  /// Whether a frequency lies near an axis.
  static func isNearAxis(_ column: Int, _ row: Int) -> Bool {
    let lengths = (abs(column), abs(row))
    return Float(min(lengths.0, lengths.1)) <= slope * Float(max(lengths.0, lengths.1))
  }

  private static func isOnBlocks(_ column: Int, _ row: Int) -> Bool {
    isNearBlock(column) && isNearBlock(row)
      || column % halfBlock == 0 && row % halfBlock == 0
  }

  private static func isNearBlock(_ value: Int) -> Bool {
    let rest = abs(value) % block
    return rest <= 1 || rest >= block - 1
  }

  /// The mean at any frequency: the spectrum repeats, and opposite frequencies have one power.
  private func value(_ column: Int, _ row: Int) -> Float {
    let mask = side - 1
    let (x, y) =
      column & mask > side / 2 ? (-column & mask, -row & mask) : (column & mask, row & mask)
    return sums[x * side + y] / Float(count)
  }

  /// How far a frequency stands out of the sixteen at two steps, in deviations of chance.
  private func height(_ column: Int, _ row: Int) -> Float {
    var around: [16 of Float] = .init(repeating: 0)
    var filled = 0
    for y in -2...2 {
      for x in -2...2 where max(abs(x), abs(y)) == 2 {
        // Kept in order while it is filled.
        let value = value(column + x, row + y)
        var place = filled
        while place > 0, around[place - 1] > value {
          around[place] = around[place - 1]
          place -= 1
        }
        around[place] = value
        filled += 1
      }
    }
    return prominence(of: value(column, row), over: around[8])
  }

  /// How far a value stands out of what is typical, in deviations of chance.
  private func prominence(of value: Float, over typical: Float) -> Float {
    let ground = max(0.2, typical)
    return (value - ground) / (ground * Self.spread / Float(count).squareRoot())
  }

  /// How far a frequency stands out of those before and behind it on the way from frequency 0,
  /// whichever is more: ruled lines leave streaks that run all the way out, a grid leaves points.
  private func prominenceOnRay(_ column: Int, _ row: Int) -> Float {
    let ray = FrequencyRay(column: column, row: row)
    func mean(_ steps: ClosedRange<Int>) -> Float {
      var sum: Float = 0
      for step in steps {
        let place = ray.frequency(at: 1 + Float(step) / ray.length)
        sum += value(place.column, place.row)
      }
      return sum / Float(steps.count)
    }
    return prominence(of: value(column, row), over: max(mean(-4...(-2)), mean(2...4)))
  }

  /// The deviation of the heights along a direction, from their median distance to the median: the
  /// comb that the blocks of a JPEG leave after scaling, and lines of text, are rough throughout.
  private func deviation(along column: Int, _ row: Int) -> Float {
    let ray = FrequencyRay(column: column, row: row)
    var heights: [Float] = []
    for step in 10...Self.band.high {
      let place = ray.frequency(at: Float(step) / ray.length)
      heights.append(height(place.column, place.row))
    }
    heights.sort()
    let middle = heights[heights.count / 2]
    let distances = heights.map { abs($0 - middle) }.sorted()
    return 1.4826 * distances[distances.count / 2]
  }
}
