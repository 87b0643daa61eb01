extension Array where Element: Comparable {
  /// The element that would stand at index `rank` if the elements were sorted, without sorting them
  /// all (C. A. R. Hoare, Algorithm 65: Find, Communications of the ACM 4(7), 1961).
  ///
  /// - Precondition: `rank` is an index of the array.
  package func value(ofRank rank: Int) -> Element {
    var values = self
    return values.withUnsafeMutableBufferPointer { values in
      var low = 0
      var high = values.count - 1
      while low < high {
        let pivot = values[(low + high) / 2]
        var left = low
        var right = high
        while left <= right {
          while values[left] < pivot { left += 1 }
          while pivot < values[right] { right -= 1 }
          if left <= right {
            values.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if rank <= right {
          high = right
        } else if rank >= left {
          low = left
        } else {
          break
        }
      }
      return values[rank]
    }
  }
}

extension [Float] {
  /// The elements that would stand at the indices `ranks` if all were sorted; the elements are
  /// finite.
  ///
  /// One pass counts the elements that fall into each of a few hundred equal steps between the
  /// least and the greatest, another puts them there; only steps that hold a rank are sorted.
  ///
  /// - Precondition: Each rank is an index of the array.
  package func values(ofRanks ranks: [Int]) -> [Float] {
    let stepCount = 256
    guard var least = first else { return [] }
    var most = least
    for value in self {
      least = Swift.min(least, value)
      most = Swift.max(most, value)
    }
    guard most > least else { return ranks.map { _ in least } }
    // Finite over the smallest of ranges, too.
    let scale = Swift.min(Float(stepCount - 1) / (most - least), Float.greatestFiniteMagnitude)
    // One more than there are steps: where the last one ends.
    var ends = [Int](repeating: 0, count: stepCount + 1)
    for value in self { ends[Int((value - least) * scale)] += 1 }
    var start = 0
    for step in ends.indices { (ends[step], start) = (start, start + ends[step]) }
    var placed = self
    for value in self {
      let step = Int((value - least) * scale)
      placed[ends[step]] = value
      ends[step] += 1
    }
    return ranks.map { rank in
      let step = ends.firstIndex { rank < $0 } ?? stepCount
      let start = step == 0 ? 0 : ends[step - 1]
      return placed[start..<ends[step]].sorted()[rank - start]
    }
  }
}

extension Array where Element: SIMD, Element.Scalar: Comparable {
  /// The median of each lane, the upper one of two in the middle; zeros without elements.
  package func medianOfLanes() -> Element {
    var medians = Element()
    guard !isEmpty else { return medians }
    for lane in medians.indices {
      medians[lane] = map { $0[lane] }.value(ofRank: count / 2)
    }
    return medians
  }
}
