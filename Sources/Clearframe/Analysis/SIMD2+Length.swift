extension SIMD2<Float> {
  /// The square of the length.
  var squaredLength: Float { x * x + y * y }
}
