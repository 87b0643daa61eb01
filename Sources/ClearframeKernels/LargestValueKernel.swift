/// The place of the largest of many real numbers.
package enum LargestValueKernel {
  /// The first index of the largest value; nil without values. None may be NaN.
  package static func index(_ base: UnsafePointer<Float>, count: Int) -> Int? {
    guard count > 0 else { return nil }
    var best = SIMD4<Float>(repeating: base[0])
    var index = 0
    while index &+ 4 <= count {
      let lanes = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD4<Float>.self)
      best = chosen(lanes, best, where: lanes, exceeds: best)
      index &+= 4
    }
    var largest = max(max(best[0], best[1]), max(best[2], best[3]))
    while index < count {
      largest = max(largest, base[index])
      index &+= 1
    }
    index = 0
    while index < count, base[index] != largest { index &+= 1 }
    return index
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
