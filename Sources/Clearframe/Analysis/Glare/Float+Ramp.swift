extension Float {
  /// 0 up to `from`, 1 from `to` on, and a straight line between.
  static func ramp(_ value: Float, from: Float, to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
  }

  /// The same between limits that belong together.
  static func ramp(_ value: Float, _ limits: (from: Float, to: Float)) -> Float {
    ramp(value, from: limits.from, to: limits.to)
  }
}
