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
