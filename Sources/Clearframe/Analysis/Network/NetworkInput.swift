/// A reduced image as the networks see it: luma, blue and red chroma side by side at each place of a
/// landscape picture of their size.
struct NetworkInput: Sendable {
  /// The number of columns.
  let columns: Int
  /// The number of rows.
  let rows: Int
  /// Three numbers for each place, row by row.
  let values: [Float]

  /// The share of places that are darker than the level that luma is divided by: paper, or what is
  /// brightest, has about that level in every light.
  private static let levelShare: Float = 0.98
  /// The least such level: less is noise.
  private static let levelFloor: Float = 24
  /// What chroma is multiplied by, to be of about the size of luma, which goes from -1 to 1.
  private static let chromaScale: Float = 4

  /// Three numbers for each of `columns * rows` places.
  init(columns: Int, rows: Int, values: [Float]) {
    precondition(values.count == columns * rows * 3)
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  /// An image at a network's size; one that is higher than wide is transposed.
  init(_ image: ReducedImage, columns: Int, rows: Int) {
    let isHigh = image.height > image.width
    func resampled(_ plane: [Float]) -> [Float] {
      AreaResampling.resampled(
        plane, width: image.width, height: image.height,
        toWidth: isHigh ? rows : columns, height: isHigh ? columns : rows)
    }
    let luma = resampled(image.luma)
    let planes =
      image.hasChroma ? [resampled(image.chromaBlue), resampled(image.chromaRed)] : []
    let ordered = luma.sorted()
    let level = max(
      Self.levelFloor, ordered[Int(Float(ordered.count) * Self.levelShare) - 1])
    var values = [Float](repeating: 0, count: columns * rows * 3)
    for row in 0..<rows {
      for column in 0..<columns {
        let source = isHigh ? column * rows + row : row * columns + column
        let target = (row * columns + column) * 3
        values[target] = luma[source] / level * 2 - 1
        for (index, plane) in planes.enumerated() {
          values[target + 1 + index] = (plane[source] - 128) / level * Self.chromaScale
        }
      }
    }
    self.init(columns: columns, rows: rows, values: values)
  }
}
