/// Keeps the samples of a gradient field at which the gradient is largest along its own direction
/// (non-maximum suppression; Canny, A computational approach to edge detection, PAMI 8(6), 1986).
///
/// The direction is rounded to that of the nearest of the eight neighbours.
package enum EdgeThinningKernel {
  /// The tangent of 22.5 degrees, where one neighbour's direction ends and the next one's begins.
  private static let halfNeighbour: Float = 0.414

  /// Writes 1 for each of `count` samples whose magnitude is above `floor`, at least the one
  /// before it and above the one after it along the gradient, else 0.
  ///
  /// `magnitude` has a row above it, a row below it and a sample before and after the row. No
  /// magnitude above `floor`, which is not negative, belongs to a gradient of zero.
  package static func mark(
    _ magnitude: UnsafePointer<Float>, horizontal: UnsafePointer<Float>,
    vertical: UnsafePointer<Float>, stride: Int, count: Int, floor: Float,
    to marks: UnsafeMutablePointer<Float>
  ) {
    let zero = SIMD4<Float>(repeating: 0)
    let one = SIMD4<Float>(repeating: 1)
    let least = SIMD4<Float>(repeating: floor)
    let narrow = SIMD4<Float>(repeating: halfNeighbour)
    var column = 0
    while column &+ 4 <= count {
      let here = magnitude + column
      let value = load(here)
      var mark = chosen(one, zero, where: value, exceeds: least)
      if mark != zero {
        let x = load(horizontal + column)
        let y = load(vertical + column)
        let alongX = chosen(x, zero - x, where: x, exceeds: zero)
        let alongY = chosen(y, zero - y, where: y, exceeds: zero)
        let product = x * y
        func neighbour(_ sign: Int) -> SIMD4<Float> {
          let falling = load(here + sign &* (stride &+ 1))
          let rising = load(here + sign &* (stride &- 1))
          let oblique = chosen(falling, rising, where: product, exceeds: zero)
          let upright = chosen(
            load(here + sign &* stride), oblique, where: narrow * alongY, exceeds: alongX)
          return chosen(load(here + sign), upright, where: narrow * alongX, exceeds: alongY)
        }
        mark = chosen(zero, mark, where: neighbour(-1), exceeds: value)
        mark = chosen(mark, zero, where: value, exceeds: neighbour(1))
      }
      UnsafeMutableRawPointer(marks + column).storeBytes(of: mark, as: SIMD4<Float>.self)
      column &+= 4
    }
    markReference(
      magnitude + column, horizontal: horizontal + column, vertical: vertical + column,
      stride: stride, count: count &- column, floor: floor, to: marks + column)
  }

  /// The plain form of `mark(_:horizontal:vertical:stride:count:floor:to:)`.
  package static func markReference(
    _ magnitude: UnsafePointer<Float>, horizontal: UnsafePointer<Float>,
    vertical: UnsafePointer<Float>, stride: Int, count: Int, floor: Float,
    to marks: UnsafeMutablePointer<Float>
  ) {
    for column in 0..<max(0, count) {
      let here = magnitude + column
      let x = horizontal[column]
      let y = vertical[column]
      let step: Int
      if abs(y) < halfNeighbour * abs(x) {
        step = 1
      } else if abs(x) < halfNeighbour * abs(y) {
        step = stride
      } else {
        step = (x > 0) == (y > 0) ? stride + 1 : stride - 1
      }
      let isLargest = here[0] > floor && here[0] >= here[-step] && here[0] > here[step]
      marks[column] = isLargest ? 1 : 0
    }
  }
}
