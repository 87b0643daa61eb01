// The one instruction that the portable vector types do not reach: sixteen-bit products, summed in
// pairs into 32 bits. Written out with portable operations it takes about ten instructions.
#if arch(x86_64)
  internal import _Builtin_intrinsics.intel

  /// The sums of the products of neighbouring lanes; which lanes are neighbours is left open.
  @inline(__always)
  func pairwiseProducts(_ left: SIMD8<Int16>, _ right: SIMD8<Int16>) -> SIMD4<Int32> {
    unsafeBitCast(
      _mm_madd_epi16(
        unsafeBitCast(left, to: __m128i.self), unsafeBitCast(right, to: __m128i.self)),
      to: SIMD4<Int32>.self)
  }
#else
  /// The sums of the products of neighbouring lanes; which lanes are neighbours is left open.
  @inline(__always)
  func pairwiseProducts(_ left: SIMD8<Int16>, _ right: SIMD8<Int16>) -> SIMD4<Int32> {
    let low =
      SIMD4<Int32>(truncatingIfNeeded: left.lowHalf)
      &* SIMD4<Int32>(truncatingIfNeeded: right.lowHalf)
    let high =
      SIMD4<Int32>(truncatingIfNeeded: left.highHalf)
      &* SIMD4<Int32>(truncatingIfNeeded: right.highHalf)
    return low &+ high
  }
#endif

/// The sum of the lanes, in a width that cannot overflow.
@inline(__always)
func laneSum(_ lanes: SIMD4<Int32>) -> Int {
  Int(lanes[0]) &+ Int(lanes[1]) &+ Int(lanes[2]) &+ Int(lanes[3])
}
