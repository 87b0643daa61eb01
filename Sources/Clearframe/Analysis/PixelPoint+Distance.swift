extension PixelPoint {
  /// The length of the way to another point, in pixels.
  func distance(to other: PixelPoint) -> Double {
    let x = other.x - x
    let y = other.y - y
    return (x * x + y * y).squareRoot()
  }
}
