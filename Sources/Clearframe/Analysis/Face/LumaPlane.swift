/// Luma samples of a part of the upright picture, row by row without padding.
package struct LumaPlane: Sendable, Equatable {
  /// The number of columns, at least 1.
  package let width: Int
  /// The number of rows, at least 1.
  package let height: Int
  /// `width * height` samples.
  package let samples: [UInt8]

  package init(width: Int, height: Int, samples: [UInt8]) {
    precondition(width > 0 && height > 0 && samples.count == width * height)
    self.width = width
    self.height = height
    self.samples = samples
  }

  /// The sorted samples of the part of `columns` and `rows` that lies in the plane.
  package func sortedSamples(columns: Range<Int>, rows: Range<Int>) -> [UInt8] {
    let columns = columns.clamped(to: 0..<width)
    var part: [UInt8] = []
    for row in rows.clamped(to: 0..<height) {
      part += samples[(row * width + columns.lowerBound)..<(row * width + columns.upperBound)]
    }
    part.sort()
    return part
  }

  /// The median of a part; nil where no sample of it lies in the plane.
  package func median(columns: Range<Int>, rows: Range<Int>) -> Int? {
    let part = sortedSamples(columns: columns, rows: rows)
    return part.isEmpty ? nil : Int(part[part.count / 2])
  }
}
