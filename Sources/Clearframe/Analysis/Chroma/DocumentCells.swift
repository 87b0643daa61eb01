import ClearframeKernels

/// The means of a document's surface over small squares of working pixels, which noise hardly
/// moves.
struct DocumentCells: Sendable {
  /// The squares, row by row.
  private(set) var cells: [ColorCellKernel.Cell] = []

  /// The width of the strip along the outline that is left out, as a share of the square root of
  /// the document's area: an outline is good to about half a percent, and what shows beside it has
  /// colours of its own.
  private static let border = 0.02

  /// The squares of a picture with chroma planes that lie on an area.
  init(_ working: borrowing WorkingImage, in area: DocumentArea) {
    guard working.hasChroma else { return }
    let side = ColorCellKernel.side
    let columns = working.width / side
    let rows = working.height / side
    guard columns > 0, rows > 0 else { return }
    let scale = 1 / Double(working.factor)
    let inset =
      area.isWholeFrame
      ? 0 : Self.border * area.visibleArea.squareRoot() * scale + Double(side) / 2
    let polygon = area.polygon.map { PixelPoint(x: $0.x * scale, y: $0.y * scale) }
    cells.reserveCapacity(columns * rows / 2)
    let width = working.width
    working.luma.withUnsafeBufferPointer { luma in
      working.chromaBlue.withUnsafeBufferPointer { blue in
        working.chromaRed.withUnsafeBufferPointer { red in
          guard let luma = luma.baseAddress, let blue = blue.baseAddress,
            let red = red.baseAddress
          else { return }
          for row in 0..<rows {
            let middle = (Double(row) + 0.5) * Double(side)
            let span = Self.span(of: polygon, at: middle, inset: inset)
            // Squares whose middle lies in the span.
            let first = max(0, Int((span.lowerBound / Double(side) - 0.5).rounded(.up)))
            let last = min(columns - 1, Int((span.upperBound / Double(side) - 0.5).rounded(.down)))
            guard first <= last else { continue }
            for column in first...last {
              let index = row * side * width + column * side
              cells.append(
                ColorCellKernel.cell(
                  luma: luma + index, blue: blue + index, red: red + index, stride: width))
            }
          }
        }
      }
    }
  }

  /// The columns of a row that lie at least `inset` inside a convex polygon with clockwise corners;
  /// an empty span for none.
  private static func span(
    of polygon: [PixelPoint], at row: Double, inset: Double
  ) -> ClosedRange<Double> {
    let none = -1.0...(-1.0)
    var low = 0.0
    var high = 1e6
    for (index, from) in polygon.enumerated() {
      let to = polygon[(index + 1) % polygon.count]
      let across = to.x - from.x
      let down = to.y - from.y
      let length = (across * across + down * down).squareRoot()
      guard length > 0 else { continue }
      // How far inside the side a column lies: (constant - down * column) / length.
      let constant = across * (row - from.y) + down * from.x - inset * length
      if abs(down) < 1e-9 * length {
        if constant < 0 { return none }
      } else if down < 0 {
        low = max(low, constant / down)
      } else {
        high = min(high, constant / down)
      }
    }
    return low <= high ? low...high : none
  }
}
