/// One measure of the picture, such as its luma, on the coarse grid in which regions are sought.
package struct CoarsePlane: Sendable {
  /// The number of columns.
  package let columns: Int
  /// The number of rows.
  package let rows: Int
  /// The values, row by row.
  package var values: [Float]

  /// Means of `plane` over square blocks of `step` pixels; partial blocks are left out.
  package init(_ plane: [Float], width: Int, height: Int, step: Int) {
    let columns = width / step
    let rows = height / step
    var values = [Float](repeating: 0, count: columns * rows)
    plane.withUnsafeBufferPointer { source in
      values.withUnsafeMutableBufferPointer { output in
        for row in 0..<rows {
          let target = row &* columns
          for line in 0..<step {
            let base = (row &* step &+ line) &* width
            for column in 0..<columns {
              var sum: Float = 0
              for place in 0..<step { sum += source[base &+ column &* step &+ place] }
              output[target &+ column] += sum
            }
          }
        }
        let scale = 1 / Float(step * step)
        for index in output.indices { output[index] *= scale }
      }
    }
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  /// A plane of `columns * rows` values, row by row.
  init(columns: Int, rows: Int, values: [Float]) {
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  /// The plane with dark (or, of a negative, bright) spots of up to two cells filled in: a
  /// morphological closing by a square of three cells, which takes print off paper.
  ///
  /// With a `radius` the square reaches so many cells to all sides, and spots of up to twice as many
  /// cells are filled in.
  package func closed(radius: Int = 1) -> CoarsePlane {
    var copy = self
    for _ in 0..<radius { copy = copy.extremes { max($0, $1) } }
    for _ in 0..<radius { copy = copy.extremes { min($0, $1) } }
    return copy
  }

  /// The plane without bright spots and bridges of up to twice `radius` cells across: a
  /// morphological opening by a square that reaches so many cells to all sides.
  func opened(radius: Int) -> CoarsePlane {
    negative().closed(radius: radius).negative()
  }

  /// Means over a square of three cells, fewer at the borders.
  func smoothed() -> CoarsePlane {
    var copy = self
    for row in 0..<rows {
      let lines = max(0, row - 1)...min(rows - 1, row + 1)
      for column in 0..<columns {
        var sum: Float = 0
        var count: Float = 0
        for line in lines {
          for place in max(0, column - 1)...min(columns - 1, column + 1) {
            sum += values[line * columns + place]
            count += 1
          }
        }
        copy.values[row * columns + column] = sum / count
      }
    }
    return copy
  }

  /// The plane with the opposite sign, so that dark regions are the bright ones of another plane.
  package func negative() -> CoarsePlane {
    CoarsePlane(columns: columns, rows: rows, values: values.map { -$0 })
  }

  /// The values picked from each cell and its eight neighbours.
  @inline(__always)
  private func extremes(_ pick: (Float, Float) -> Float) -> CoarsePlane {
    guard columns > 2, rows > 2 else { return self }
    let across = [Float](unsafeUninitializedCapacity: values.count) { output, count in
      count = values.count
      values.withUnsafeBufferPointer { source in
        for row in 0..<rows {
          let first = row * columns
          let last = first + columns - 1
          for index in (first + 1)..<last {
            output[index] = pick(pick(source[index - 1], source[index]), source[index + 1])
          }
          output[first] = pick(source[first], source[first + 1])
          output[last] = pick(source[last], source[last - 1])
        }
      }
    }
    let picked = [Float](unsafeUninitializedCapacity: values.count) { output, count in
      count = values.count
      across.withUnsafeBufferPointer { source in
        for row in 0..<rows {
          let here = row * columns
          let above = max(0, row - 1) * columns
          let below = min(rows - 1, row + 1) * columns
          for column in 0..<columns {
            output[here + column] = pick(
              pick(source[above + column], source[here + column]), source[below + column])
          }
        }
      }
    }
    return CoarsePlane(columns: columns, rows: rows, values: picked)
  }

  /// Values at which the plane is cut in two: half of them evenly spread over the range of its
  /// values, half over their ranks, so that neither a small document nor a faint one is missed.
  func thresholds(count: Int, leastStep: Float) -> [Float] {
    // Every fourth value tells the ranks well enough, at a fifth of the time.
    let some = stride(from: 0, to: values.count, by: 4).map { values[$0] }
    guard !some.isEmpty else { return [] }
    let half = count / 2
    let shares = (1...half).map { Float($0) / Float(half + 1) }
    let ranks = shares.map { Int($0 * Float(some.count - 1)) }
    let tail = some.count / 50
    let ranked = some.values(ofRanks: [0, tail, some.count - 1 - tail, some.count - 1] + ranks)
    guard ranked[3] > ranked[0] else { return [] }
    let low = ranked[1]
    let high = ranked[2]
    var all = shares.map { low + (high - low) * $0 } + ranked[4...]
    all.sort()
    var kept: [Float] = []
    for value in all where value - (kept.last ?? -Float.infinity) >= leastStep {
      kept.append(value)
    }
    return kept
  }
}
