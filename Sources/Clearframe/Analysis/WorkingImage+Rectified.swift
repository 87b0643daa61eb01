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
    func blank(_ plane: [UInt8]) -> [UInt8] {
      [UInt8](repeating: 0, count: plane.isEmpty ? 0 : size.width * size.height)
    }
    let sources = [luma, chromaBlue, chromaRed]
    var planes = sources.map(blank)
    let stepV = (rows.upperBound - rows.lowerBound) / Double(size.height)
    for row in 0..<size.height {
      let places = places(
        by: homography, columns: columns, v: rows.lowerBound + (Double(row) + 0.5) * stepV,
        count: size.width)
      for (index, source) in sources.enumerated() where !source.isEmpty {
        source.withUnsafeBufferPointer { source in
          planes[index].withUnsafeMutableBufferPointer { plane in
            for column in 0..<size.width {
              plane[row * size.width + column] = Self.sample(source, at: places[column])
            }
          }
        }
      }
    }
    return WorkingImage(
      storedSize: size, factor: 1, luma: planes[0], chromaBlue: planes[1], chromaRed: planes[2])
  }

  /// Where a sample lies between four others.
  private struct Place {
    /// The index of the upper left one.
    var index: Int
    /// How far the right ones and the lower ones are from it: 0 at the frame's borders.
    var right: Int
    var below: Int
    /// The parts of the way to them.
    var across: Float
    var down: Float
  }

  /// The places of one row of a document.
  private func places(
    by homography: Homography, columns: ClosedRange<Double>, v: Double, count: Int
  ) -> [Place] {
    let scale = 1 / Double(factor)
    let stepU = (columns.upperBound - columns.lowerBound) / Double(count)
    return (0..<count).map { column in
      let place = homography.picture(
        u: columns.lowerBound + (Double(column) + 0.5) * stepU, v: v)
      let x = min(max(place.x * scale - 0.5, 0), Double(width - 1))
      let y = min(max(place.y * scale - 0.5, 0), Double(height - 1))
      let left = Int(x)
      let top = Int(y)
      return Place(
        index: top * width + left, right: left + 1 < width ? 1 : 0,
        below: top + 1 < height ? width : 0, across: Float(x - Double(left)),
        down: Float(y - Double(top)))
    }
  }

  private static func sample(_ plane: UnsafeBufferPointer<UInt8>, at place: Place) -> UInt8 {
    func value(_ offset: Int) -> Float { Float(plane[place.index + offset]) }
    let upper = value(0) * (1 - place.across) + value(place.right) * place.across
    let lower =
      value(place.below) * (1 - place.across) + value(place.below + place.right) * place.across
    return UInt8(upper * (1 - place.down) + lower * place.down + 0.5)
  }
}
