import ClearframeKernels

/// The means of a document's surface and of a strip around it over small squares of working
/// pixels.
struct DocumentCells: Sendable {
  /// Where a square lies.
  enum Place: UInt8, Sendable {
    /// Elsewhere in the frame; not measured.
    case away
    /// Just outside the outline.
    case around
    /// Just inside it, or across it.
    case rim
    /// On the document.
    case document
  }

  /// The number of squares across and down the frame.
  let columns: Int
  let rows: Int
  /// The squares, row by row; zeros where nothing is measured.
  private(set) var cells: [ColorCellKernel.Cell]
  /// Where each lies.
  private(set) var places: [Place]
  /// Whether each is measured and free of burnt-out samples, and its neighbours are.
  private(set) var isOpen: [Bool]
  /// The number of squares on the document.
  private(set) var documentCount = 0

  /// The width of the strip along the outline that is left out, as a share of the square root of
  /// the document's area: an outline is good to about half a percent, and what shows beside it has
  /// colours of its own.
  private static let border = 0.02
  /// The width of the strip around the outline that is measured too, in squares.
  private static let surroundings = 4
  /// The level of red, green or blue from which a mean counts as burnt out: the brightest samples
  /// of such a square are clipped, which bends its colour.
  private static let clippedLevel: Float = 246
  /// The least luma with which a pale square can be burnt out, two thirds of that level: luma lies
  /// between the least and the greatest colour.
  private static let leastClippedLuma: Float = clippedLevel * saturation
  /// The least of red, green and blue over the greatest up to which a square with a burnt-out colour
  /// is a bright print, such as yellow; light does not make paper that colourful.
  private static let saturation: Float = 0.66

  /// The squares of a picture on an area; none without chroma planes.
  init(_ working: borrowing WorkingImage, in area: DocumentArea) {
    let side = ColorCellKernel.side
    columns = working.hasChroma ? working.width / side : 0
    rows = working.hasChroma ? working.height / side : 0
    cells = []
    isOpen = []
    places = Array(repeating: .away, count: columns * rows)
    guard !places.isEmpty else { return }
    let scale = 1 / Double(working.factor)
    let polygon = area.polygon.map { PixelPoint(x: $0.x * scale, y: $0.y * scale) }
    if area.isWholeFrame {
      mark(.document, in: polygon, inset: 0)
    } else {
      mark(.around, in: polygon, inset: -Double(Self.surroundings * side))
      mark(.rim, in: polygon, inset: 0)
      mark(
        .document, in: polygon,
        inset: Self.border * area.visibleArea.squareRoot() * scale + Double(side) / 2)
    }
    cells = Self.sums(working, at: places, columns: columns)
    openCells()
  }

  /// Whether a square lies inside the outline, or across it.
  func isInside(_ index: Int) -> Bool { places[index] == .document || places[index] == .rim }

  /// Calls for the squares above, below and beside one.
  func forEachNeighbour(of index: Int, _ body: (Int) -> Void) {
    let column = index % columns
    if column > 0 { body(index - 1) }
    if column < columns - 1 { body(index + 1) }
    if index >= columns { body(index - columns) }
    if index + columns < places.count { body(index + columns) }
  }

  /// Says that the squares with their middle at least `inset` working pixels inside a polygon lie
  /// at a place.
  private mutating func mark(_ place: Place, in polygon: [PixelPoint], inset: Double) {
    let side = Double(ColorCellKernel.side)
    for row in 0..<rows {
      let span = Self.span(of: polygon, at: (Double(row) + 0.5) * side, inset: inset)
      let first = max(0, Int((span.lowerBound / side - 0.5).rounded(.up)))
      let last = min(columns - 1, Int((span.upperBound / side - 0.5).rounded(.down)))
      guard first <= last else { continue }
      let marked = row * columns + first...row * columns + last
      places.withUnsafeMutableBufferPointer { $0[marked].update(repeating: place) }
    }
  }

  /// The squares of a picture; zeros for those that lie away.
  private static func sums(
    _ working: borrowing WorkingImage, at places: [Place], columns: Int
  ) -> [ColorCellKernel.Cell] {
    let side = ColorCellKernel.side
    let width = working.width
    let none = ColorCellKernel.Cell(luma: 0, blue: 0, red: 0, isOpen: true)
    return working.luma.withUnsafeBufferPointer { luma in
      working.chromaBlue.withUnsafeBufferPointer { blue in
        working.chromaRed.withUnsafeBufferPointer { red in
          guard let luma = luma.baseAddress, let blue = blue.baseAddress,
            let red = red.baseAddress
          else { return [] }
          return [ColorCellKernel.Cell](unsafeUninitializedCapacity: places.count) { cells, count in
            for first in stride(from: 0, to: places.count, by: columns) {
              var sample = first / columns * side * width
              for index in first..<first + columns {
                cells.initializeElement(
                  at: index,
                  to: places[index] == .away
                    ? none
                    : ColorCellKernel.cell(
                      luma: luma + sample, blue: blue + sample, red: red + sample, stride: width))
                sample += side
              }
            }
            count = places.count
          }
        }
      }
    }
  }

  private mutating func openCells() {
    documentCount = places.count { $0 == .document }
    isOpen = places.map { $0 != .away }
    let scale = ColorCellKernel.scale
    for (index, cell) in cells.enumerated()
    where !cell.isOpen
      || Self.isClipped(
        luma: Float(cell.luma) * scale, blue: Float(cell.blue) * scale - 128,
        red: Float(cell.red) * scale - 128)
    {
      let (row, column) = (index / columns, index % columns)
      for near in max(0, row - 1)...min(rows - 1, row + 1) {
        for beside in max(0, column - 1)...min(columns - 1, column + 1) {
          isOpen[near * columns + beside] = false
        }
      }
    }
  }

  /// Whether colours (BT.601) of a pale square are burnt out.
  private static func isClipped(luma: Float, blue: Float, red: Float) -> Bool {
    guard luma >= leastClippedLuma else { return false }
    let levels = (luma + 1.402 * red, luma - 0.344 * blue - 0.714 * red, luma + 1.772 * blue)
    let greatest = max(levels.0, max(levels.1, levels.2))
    let least = min(levels.0, min(levels.1, levels.2))
    return greatest >= clippedLevel && least >= saturation * greatest
  }

  /// The columns of a row that lie at least `inset` inside a convex polygon with clockwise corners;
  /// an empty span for none.
  private static func span(
    of polygon: [PixelPoint], at row: Double, inset: Double
  ) -> ClosedRange<Double> {
    let none = -1.0...(-1.0)
    var low = -1e6
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
