/// Times of repeated runs.
struct Timing {
  private(set) var milliseconds: [Double] = []

  /// The shortest time.
  var best: Double { milliseconds.min() ?? 0 }

  /// The middle time.
  var median: Double {
    let sorted = milliseconds.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// Times one run; false where the run says that it failed.
  mutating func measure(_ run: () -> Bool) -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    let isDone = run()
    let (seconds, attoseconds) = (clock.now - start).components
    milliseconds.append(Double(seconds) * 1e3 + Double(attoseconds) / 1e15)
    return isDone
  }
}
