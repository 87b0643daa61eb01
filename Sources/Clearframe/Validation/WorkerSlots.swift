/// A fair counting semaphore: so many files are under way at once, started in input order.
actor WorkerSlots {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var nextWaiting = 0

  init(count: Int) {
    free = count
  }

  /// Waits for a free slot and takes it.
  func acquire() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives a slot back, to the longest waiting task first.
  func release() {
    guard nextWaiting < waiting.count else {
      free += 1
      return
    }
    let continuation = waiting[nextWaiting]
    nextWaiting += 1
    // In a long run somebody always waits, so those served are let go before the list is empty.
    if nextWaiting * 2 >= waiting.count {
      waiting.removeFirst(nextWaiting)
      nextWaiting = 0
    }
    continuation.resume()
  }
}
