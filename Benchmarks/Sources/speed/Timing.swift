import Foundation

/// Processor times of repeated runs.
///
/// Both sides use one thread, so that this is the time they would take on an idle machine; the
/// time on the wall also tells what else the machine does.
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
    let start = Self.now
    let isDone = run()
    milliseconds.append(Self.now - start)
    return isDone
  }

  /// The processor time of this process in milliseconds.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
