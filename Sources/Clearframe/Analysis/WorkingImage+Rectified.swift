extension WorkingImage {
  /// A part of a document seen from straight above, as an image of its own.
  ///
  /// Samples are taken bilinearly; those outside the frame repeat its border.
  ///
  /// - Parameters:
  ///   - homography: The map from the document's unit square to stored positions.
  ///   - columns: The part of the document's width, 0 to 1.
  ///   - rows: The part of its height, 0 to 1.
  ///   - size: The number of samples.
  func rectified(
    by homography: Homography, columns: ClosedRange<Double>, rows: ClosedRange<Double>,
    size: PixelSize
  ) -> WorkingImage {
    let scale = 1 / Double(factor)
    let stepU = (columns.upperBound - columns.lowerBound) / Double(size.width)
    let stepV = (rows.upperBound - rows.lowerBound) / Double(size.height)
    var planes = [luma, chromaBlue, chromaRed].map { plane in
      [UInt8](repeating: 0, count: plane.isEmpty ? 0 : size.width * size.height)
    }
    let sources = [luma, chromaBlue, chromaRed]
    for row in 0..<size.height {
      let v = rows.lowerBound + (Double(row) + 0.5) * stepV
      for column in 0..<size.width {
        let place = homography.picture(
          u: columns.lowerBound + (Double(column) + 0.5) * stepU, v: v)
        let x = min(max(place.x * scale - 0.5, 0), Double(width - 1))
        let y = min(max(place.y * scale - 0.5, 0), Double(height - 1))
        let left = Int(x)
        let top = Int(y)
        let right = min(left + 1, width - 1)
        let below = min(top + 1, height - 1)
        let partX = x - Double(left)
        let partY = y - Double(top)
        for plane in planes.indices where !planes[plane].isEmpty {
          func sample(_ x: Int, _ y: Int) -> Double { Double(sources[plane][y * width + x]) }
          let upper = sample(left, top) * (1 - partX) + sample(right, top) * partX
          let lower = sample(left, below) * (1 - partX) + sample(right, below) * partX
          planes[plane][row * size.width + column] = UInt8(
            upper * (1 - partY) + lower * partY + 0.5)
        }
      }
    }
    return WorkingImage(
      storedSize: size, factor: 1, luma: planes[0], chromaBlue: planes[1], chromaRed: planes[2])
  }
}
