/// A region of the picture whose hull is nearly a quadrilateral.
package struct PictureRegion: Sendable {
  /// The corners of the quadrilateral, clockwise on screen, in reduced pixels.
  package var corners: [SIMD2<Float>]
  /// The share of the quadrilateral that the region fills, 0 to 1.
  package var fill: Float
  /// At how many thresholds, over all planes, the region was found.
  package var votes: Int

  /// The largest distance between corners of the same place.
  package func distance(to other: [SIMD2<Float>]) -> Float {
    var least = Float.greatestFiniteMagnitude
    for shift in 0..<4 {
      var largest: Float = 0
      for index in 0..<4 {
        let step = corners[index] - other[(index + shift) & 3]
        largest = max(largest, (step * step).sum())
      }
      least = min(least, largest)
    }
    return least.squareRoot()
  }
}
