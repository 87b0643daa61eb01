/// The samples of a row that may be the middle of an edge.
///
/// The main axis of a sample is the one with the larger central difference; where that difference is
/// not below its neighbour's before and above its neighbour's after it on the axis, luma changes
/// fastest.
package enum EdgeMiddleKernel {
  /// Writes a byte for each of `count` samples: 0 where it is no middle of an edge whose central
  /// difference over two samples is at least `leastDifference`.
  ///
  /// `base` has two rows above it, two rows below it and two samples before and after the row.
  package static func mark(
    _ base: UnsafePointer<UInt8>, stride: Int, count: Int, leastDifference: UInt8,
    to marks: UnsafeMutablePointer<UInt8>
  ) {
    let least = SIMD16<UInt8>(repeating: leastDifference)
    var column = 0
    while column &+ 16 <= count {
      let here = base + column
      let middle = load(here)
      let across = distance(load(here + 1), load(here - 1))
      let down = distance(load(here + stride), load(here - stride))
      let isAcross = mask(across, atLeast: down)
      let before =
        (isAcross & distance(middle, load(here - 2)))
        | (~isAcross & distance(middle, load(here - 2 &* stride)))
      let after =
        (isAcross & distance(load(here + 2), middle))
        | (~isAcross & distance(load(here + 2 &* stride), middle))
      let slope = greater(across, down)
      UnsafeMutableRawPointer(marks + column).storeBytes(
        of: mask(slope, atLeast: least) & mask(slope, atLeast: before) & ~mask(
          after, atLeast: slope),
        as: SIMD16<UInt8>.self)
      column &+= 16
    }
    markReference(
      base + column, stride: stride, count: count &- column, leastDifference: leastDifference,
      to: marks + column)
  }

  /// The plain form of `mark(_:stride:count:leastDifference:to:)`.
  package static func markReference(
    _ base: UnsafePointer<UInt8>, stride: Int, count: Int, leastDifference: UInt8,
    to marks: UnsafeMutablePointer<UInt8>
  ) {
    for column in 0..<max(0, count) {
      let here = base + column
      func difference(_ one: Int, _ other: Int) -> Int { abs(Int(here[one]) - Int(here[other])) }
      let across = difference(1, -1)
      let down = difference(stride, -stride)
      let step = across >= down ? 1 : stride
      let slope = max(across, down)
      let isMiddle =
        slope >= Int(leastDifference) && slope >= difference(0, -2 * step)
        && slope > difference(2 * step, 0)
      marks[column] = isMiddle ? 0xFF : 0
    }
  }
}
