/// The connected regions of a plane above a threshold, as runs along its rows.
package struct MaskRuns: Sendable {
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private var lines: [Int32] = []
  private var parents: [Int32] = []
  private var areas: [Int32] = []

  package init() {}

  /// Labels the cells of `plane` above `threshold`; cells that share a side belong together.
  package mutating func label(_ plane: CoarsePlane, above threshold: Float) {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    parents.removeAll(keepingCapacity: true)
    let columns = plane.columns
    var before = 0..<0
    plane.values.withUnsafeBufferPointer { values in
      for row in 0..<plane.rows {
        let base = row * columns
        let first = starts.count
        var column = 0
        while column < columns {
          while column < columns, values[base + column] <= threshold { column += 1 }
          guard column < columns else { break }
          let start = column
          while column < columns, values[base + column] > threshold { column += 1 }
          starts.append(Int32(truncatingIfNeeded: start))
          ends.append(Int32(truncatingIfNeeded: column))
          lines.append(Int32(truncatingIfNeeded: row))
          parents.append(Int32(truncatingIfNeeded: parents.count))
        }
        // Both rows' runs are in order, so one pass over the two lists joins all that overlap.
        var upper = before.lowerBound
        for run in first..<starts.count {
          while upper < before.upperBound, ends[upper] <= starts[run] { upper += 1 }
          var other = upper
          while other < before.upperBound, starts[other] < ends[run] {
            join(run, other)
            other += 1
          }
        }
        before = first..<starts.count
      }
    }
    areas = [Int32](repeating: 0, count: starts.count)
    for run in starts.indices {
      let root = root(of: run)
      parents[run] = Int32(truncatingIfNeeded: root)
      areas[root] += ends[run] - starts[run]
    }
  }

  /// The regions whose number of cells lies in `range`.
  package func roots(areas range: ClosedRange<Int>) -> [Int] {
    areas.indices.filter { range.contains(Int(areas[$0])) }
  }

  /// A region's convex hull, clockwise on screen, in cells, and its area with the gaps in its rows
  /// filled; nil for a region of few rows.
  package func shape(of root: Int) -> (hull: [SIMD2<Float>], filledArea: Int)? {
    var left: [SIMD2<Float>] = []
    var right: [SIMD2<Float>] = []
    var filled: Int32 = 0
    var row: Int32 = -1
    var low: Int32 = 0
    var high: Int32 = 0
    func close() {
      guard row >= 0 else { return }
      filled += high - low
      let top = Float(row)
      Self.extend(&left, SIMD2(Float(low), top), turn: 1)
      Self.extend(&left, SIMD2(Float(low), top + 1), turn: 1)
      Self.extend(&right, SIMD2(Float(high), top), turn: -1)
      Self.extend(&right, SIMD2(Float(high), top + 1), turn: -1)
    }
    for run in starts.indices where parents[run] == root {
      if lines[run] != row {
        close()
        row = lines[run]
        low = starts[run]
        high = ends[run]
      } else {
        low = min(low, starts[run])
        high = max(high, ends[run])
      }
    }
    close()
    guard left.count >= 2, filled > 0 else { return nil }
    return (right + left.reversed(), Int(filled))
  }

  /// Adds a point to one side of a hull, taking back those that it leaves inside (Andrew's chain).
  private static func extend(
    _ chain: inout [SIMD2<Float>], _ point: SIMD2<Float>, turn: Float
  ) {
    while chain.count >= 2 {
      let a = chain[chain.count - 2]
      let b = chain[chain.count - 1]
      let cross = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
      guard cross * turn >= 0 else { break }
      chain.removeLast()
    }
    chain.append(point)
  }

  private func root(of run: Int) -> Int {
    var index = run
    while Int(parents[index]) != index { index = Int(parents[index]) }
    return index
  }

  private mutating func join(_ one: Int, _ two: Int) {
    let first = root(of: one)
    let second = root(of: two)
    let least = Int32(truncatingIfNeeded: min(first, second))
    parents[max(first, second)] = least
    parents[one] = least
    parents[two] = least
  }
}
