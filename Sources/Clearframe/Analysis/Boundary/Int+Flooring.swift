extension Int {
  /// The largest whole number not above `value`, which is finite and small.
  ///
  /// `rounded(.down)` is a call into the mathematics library on x86-64 without SSE 4.1.
  @inline(__always)
  init(flooring value: Float) {
    let whole = Int(value)
    self = Float(whole) > value ? whole &- 1 : whole
  }
}
