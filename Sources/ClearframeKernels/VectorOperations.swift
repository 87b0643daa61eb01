// The few operations that the portable vector types do not reach in one instruction: the sum of
// products takes about ten; `pointwiseMax` is a call out of line; a choice by comparison becomes
// one instruction or forty, as the surrounding code happens to be.
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

  /// The greater of each two lanes.
  @inline(__always)
  func greater(_ left: SIMD8<Int16>, _ right: SIMD8<Int16>) -> SIMD8<Int16> {
    unsafeBitCast(
      _mm_max_epi16(
        unsafeBitCast(left, to: __m128i.self), unsafeBitCast(right, to: __m128i.self)),
      to: SIMD8<Int16>.self)
  }

  /// The first eight of sixteen samples, in 16 bits.
  @inline(__always)
  func lowSamples(_ samples: SIMD16<UInt8>) -> SIMD8<Int16> {
    unsafeBitCast(
      _mm_unpacklo_epi8(unsafeBitCast(samples, to: __m128i.self), _mm_setzero_si128()),
      to: SIMD8<Int16>.self)
  }

  /// The last eight of sixteen samples, in 16 bits.
  @inline(__always)
  func highSamples(_ samples: SIMD16<UInt8>) -> SIMD8<Int16> {
    unsafeBitCast(
      _mm_unpackhi_epi8(unsafeBitCast(samples, to: __m128i.self), _mm_setzero_si128()),
      to: SIMD8<Int16>.self)
  }

  /// The greater of each two lanes.
  @inline(__always)
  func greater(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    unsafeBitCast(
      _mm_max_epu8(unsafeBitCast(left, to: __m128i.self), unsafeBitCast(right, to: __m128i.self)),
      to: SIMD16<UInt8>.self)
  }

  /// How far each two lanes are apart.
  @inline(__always)
  func distance(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    let left = unsafeBitCast(left, to: __m128i.self)
    let right = unsafeBitCast(right, to: __m128i.self)
    // One of the two saturates to 0.
    return unsafeBitCast(
      _mm_or_si128(_mm_subs_epu8(left, right), _mm_subs_epu8(right, left)),
      to: SIMD16<UInt8>.self)
  }

  /// All bits of the lanes where `left` is at least `right`, no bit of the others.
  @inline(__always)
  func mask(_ left: SIMD16<UInt8>, atLeast right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    unsafeBitCast(
      _mm_cmpeq_epi8(
        _mm_subs_epu8(
          unsafeBitCast(right, to: __m128i.self), unsafeBitCast(left, to: __m128i.self)),
        _mm_setzero_si128()),
      to: SIMD16<UInt8>.self)
  }

  /// The lanes of `first` where `left` is greater than `right`, else those of `second`.
  @inline(__always)
  func chosen(
    _ first: SIMD4<Float>, _ second: SIMD4<Float>, where left: SIMD4<Float>,
    exceeds right: SIMD4<Float>
  ) -> SIMD4<Float> {
    let mask = _mm_cmpgt_ps(left, right)
    return _mm_or_ps(_mm_and_ps(mask, first), _mm_andnot_ps(mask, second))
  }

  /// The lanes without their fractions; each fits 32 bits.
  @inline(__always)
  func wholeParts(_ lanes: SIMD4<Float>) -> SIMD4<Int32> {
    unsafeBitCast(_mm_cvttps_epi32(lanes), to: SIMD4<Int32>.self)
  }

  /// The lanes as real numbers.
  @inline(__always)
  func reals(_ lanes: SIMD4<Int32>) -> SIMD4<Float> {
    _mm_cvtepi32_ps(unsafeBitCast(lanes, to: __m128i.self))
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

  /// The greater of each two lanes.
  @inline(__always)
  func greater(_ left: SIMD8<Int16>, _ right: SIMD8<Int16>) -> SIMD8<Int16> {
    left.replacing(with: right, where: right .> left)
  }

  /// The first eight of sixteen samples, in 16 bits.
  @inline(__always)
  func lowSamples(_ samples: SIMD16<UInt8>) -> SIMD8<Int16> {
    SIMD8<Int16>(truncatingIfNeeded: samples.lowHalf)
  }

  /// The last eight of sixteen samples, in 16 bits.
  @inline(__always)
  func highSamples(_ samples: SIMD16<UInt8>) -> SIMD8<Int16> {
    SIMD8<Int16>(truncatingIfNeeded: samples.highHalf)
  }

  /// The greater of each two lanes.
  @inline(__always)
  func greater(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    left.replacing(with: right, where: right .> left)
  }

  /// How far each two lanes are apart.
  @inline(__always)
  func distance(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    (left &- right).replacing(with: right &- left, where: right .> left)
  }

  /// All bits of the lanes where `left` is at least `right`, no bit of the others.
  @inline(__always)
  func mask(_ left: SIMD16<UInt8>, atLeast right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    SIMD16(repeating: 0).replacing(with: SIMD16(repeating: 0xFF), where: left .>= right)
  }

  /// The lanes of `first` where `left` is greater than `right`, else those of `second`.
  @inline(__always)
  func chosen(
    _ first: SIMD4<Float>, _ second: SIMD4<Float>, where left: SIMD4<Float>,
    exceeds right: SIMD4<Float>
  ) -> SIMD4<Float> {
    second.replacing(with: first, where: left .> right)
  }

  /// The lanes without their fractions; each fits 32 bits.
  @inline(__always)
  func wholeParts(_ lanes: SIMD4<Float>) -> SIMD4<Int32> {
    SIMD4<Int32>(lanes, rounding: .towardZero)
  }

  /// The lanes as real numbers.
  @inline(__always)
  func reals(_ lanes: SIMD4<Int32>) -> SIMD4<Float> {
    SIMD4<Float>(lanes)
  }
#endif

/// The sum of the lanes, in a width that cannot overflow.
@inline(__always)
func laneSum(_ lanes: SIMD4<Int32>) -> Int {
  Int(lanes[0]) &+ Int(lanes[1]) &+ Int(lanes[2]) &+ Int(lanes[3])
}

/// Sixteen samples from any address.
@inline(__always)
func load(_ base: UnsafePointer<UInt8>) -> SIMD16<UInt8> {
  UnsafeRawPointer(base).loadUnaligned(as: SIMD16<UInt8>.self)
}

/// Four numbers from any address.
@inline(__always)
func load(_ base: UnsafePointer<Float>) -> SIMD4<Float> {
  UnsafeRawPointer(base).loadUnaligned(as: SIMD4<Float>.self)
}

/// Writes four numbers to any address.
@inline(__always)
func store(_ lanes: SIMD4<Float>, _ base: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(base).storeBytes(of: lanes, as: SIMD4<Float>.self)
}
