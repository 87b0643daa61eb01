/// Gradients of a plane of real numbers by Scharr's operator (H. Scharr, Optimale Operatoren in der
/// digitalen Bildverarbeitung, Heidelberg 2000): weights 3, 10, 3 across, divided by 32.
package enum GradientKernel {
  /// Takes `weight` times the gradients of `count` samples of a row where they are larger than
  /// what `horizontal`, `vertical` and `energy` (the squared length) hold.
  ///
  /// `base` has a row above it, a row below it and a sample before and after it.
  package static func keepLargest(
    of base: UnsafePointer<Float>, stride: Int, count: Int, weight: Float,
    horizontal: UnsafeMutablePointer<Float>, vertical: UnsafeMutablePointer<Float>,
    energy: UnsafeMutablePointer<Float>
  ) {
    let side = SIMD4<Float>(repeating: weight * 3 / 32)
    let middle = SIMD4<Float>(repeating: weight * 10 / 32)
    var column = 0
    while column &+ 4 <= count {
      let above = base + (column &- stride)
      let here = base + column
      let below = base + (column &+ stride)
      let aboveLeft = load(above - 1)
      let aboveRight = load(above + 1)
      let belowLeft = load(below - 1)
      let belowRight = load(below + 1)
      let across =
        side * (aboveRight - aboveLeft + belowRight - belowLeft)
        + middle * (load(here + 1) - load(here - 1))
      let down =
        side * (belowLeft - aboveLeft + belowRight - aboveRight)
        + middle * (load(below) - load(above))
      let size = across * across + down * down
      let old = load(UnsafePointer(energy + column))
      store(
        chosen(across, load(UnsafePointer(horizontal + column)), where: size, exceeds: old),
        horizontal + column)
      store(
        chosen(down, load(UnsafePointer(vertical + column)), where: size, exceeds: old),
        vertical + column)
      store(chosen(size, old, where: size, exceeds: old), energy + column)
      column &+= 4
    }
    keepLargestReference(
      of: base + column, stride: stride, count: count - column, weight: weight,
      horizontal: horizontal + column, vertical: vertical + column, energy: energy + column)
  }

  /// The plain form of `keepLargest(of:stride:count:weight:horizontal:vertical:energy:)`.
  package static func keepLargestReference(
    of base: UnsafePointer<Float>, stride: Int, count: Int, weight: Float,
    horizontal: UnsafeMutablePointer<Float>, vertical: UnsafeMutablePointer<Float>,
    energy: UnsafeMutablePointer<Float>
  ) {
    let side = weight * 3 / 32
    let middle = weight * 10 / 32
    for column in 0..<max(0, count) {
      let above = base + (column - stride)
      let here = base + column
      let below = base + (column + stride)
      let across =
        side * (above[1] - above[-1] + below[1] - below[-1]) + middle * (here[1] - here[-1])
      let down =
        side * (below[-1] - above[-1] + below[1] - above[1]) + middle * (below[0] - above[0])
      let size = across * across + down * down
      guard size > energy[column] else { continue }
      horizontal[column] = across
      vertical[column] = down
      energy[column] = size
    }
  }
}
