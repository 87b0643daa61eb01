extension Float {
  /// 0 up to `from`, 1 from `to` on, and a straight line between.
  static func ramp(_ value: Float, from: Float, to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
  }
}
