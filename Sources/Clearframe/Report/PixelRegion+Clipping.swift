extension PixelRegion {
  /// The part of a rectangle that lies in a picture, in whole pixels; empty where none does.
  package init(left: Double, top: Double, right: Double, bottom: Double, in size: PixelSize) {
    func clipped(_ value: Double, _ limit: Int) -> Int {
      Int(min(max(value.rounded(), 0), Double(limit)))
    }
    let x = clipped(left, size.width)
    let y = clipped(top, size.height)
    self.init(
      x: x, y: y, width: max(0, clipped(right, size.width) - x),
      height: max(0, clipped(bottom, size.height) - y))
  }
}
