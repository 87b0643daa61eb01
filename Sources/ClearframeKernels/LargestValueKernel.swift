/// The place of the largest of many real numbers.
package enum LargestValueKernel {
  /// The first index of the largest value; nil without values. None may be NaN.
  package static func index(_ base: UnsafePointer<Float>, count: Int) -> Int? {
    guard count > 0 else { return nil }
    var largest = base[0]
    var start = 0
    var block = 0
    while block < count {
      let end = min(count, block &+ blockLength)
      let value = largestValue(base, from: block, to: end)
      // Only a larger value moves on, so that the first of equal ones is found.
      if value > largest {
        largest = value
        start = block
      }
      block = end
    }
    while base[start] != largest { start &+= 1 }
    return start
  }

  /// The place is looked for in the block of the largest value alone.
  private static let blockLength = 64

  @inline(__always)
  private static func largestValue(
    _ base: UnsafePointer<Float>, from start: Int, to end: Int
  ) -> Float {
    var best = SIMD4<Float>(repeating: base[start])
    var index = start
    while index &+ 4 <= end {
      let lanes = load(base + index)
      best = chosen(lanes, best, where: lanes, exceeds: best)
      index &+= 4
    }
    var largest = max(max(best[0], best[1]), max(best[2], best[3]))
    while index < end {
      largest = max(largest, base[index])
      index &+= 1
    }
    return largest
  }

  /// The plain form of `index(_:count:)`.
  package static func indexReference(_ base: UnsafePointer<Float>, count: Int) -> Int? {
    var best: Int?
    for index in 0..<max(0, count) where best.map({ base[index] > base[$0] }) ?? true {
      best = index
    }
    return best
  }
}
