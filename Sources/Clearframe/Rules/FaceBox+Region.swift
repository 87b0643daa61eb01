extension FaceBox {
  /// The part of the box that lies in the frame, in whole pixels.
  func region(in size: PixelSize) -> PixelRegion {
    PixelRegion(left: x, top: y, right: maximumX, bottom: maximumY, in: size)
  }

  /// Whether two boxes frame the same place: the middle of one lies in the other.
  func sharesPlace(with other: FaceBox) -> Bool {
    contains(other.centerX, other.y + other.height / 2) || other.contains(centerX, y + height / 2)
  }

  private func contains(_ x: Double, _ y: Double) -> Bool {
    x >= self.x && x < maximumX && y >= self.y && y < maximumY
  }
}
