/// Counts of values from 0 to 1 in 128 bins, for percentiles of cells that can also be taken away.
struct ValueHistogram: Sendable {
  private static let binCount = 128
  private var counts = [Int32](repeating: 0, count: binCount)
  /// The number of values.
  private(set) var total = 0

  /// Counts a value; it is clamped to 0...1.
  mutating func add(_ value: Float) {
    counts[Self.bin(value)] += 1
    total += 1
  }

  /// Takes away a value that was counted.
  mutating func remove(_ value: Float) {
    counts[Self.bin(value)] -= 1
    total -= 1
  }

  /// Forgets all values.
  mutating func removeAll() {
    for index in counts.indices { counts[index] = 0 }
    total = 0
  }

  /// The middle of the bin that holds the value which a share (0 to 1) of all lie below; 0 where
  /// nothing was counted.
  func percentile(_ share: Float) -> Float {
    guard total > 0 else { return 0 }
    let rank = share * Float(total)
    var below = 0
    for (bin, count) in counts.enumerated() where count > 0 {
      below += Int(count)
      if Float(below) >= rank { return (Float(bin) + 0.5) / Float(Self.binCount) }
    }
    return 1
  }

  private static func bin(_ value: Float) -> Int {
    min(binCount - 1, Int(min(max(value, 0), 1) * Float(binCount)))
  }
}
