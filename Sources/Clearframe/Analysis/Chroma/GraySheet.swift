import ClearframeKernels

/// What lies in a frame without a trusted outline, less the colours that reach in from its borders.
///
/// A page with a gray copy on it often fills most of the frame, and a corner of the desk beside it
/// says nothing about the page. Colour that belongs to the document lies among its print and is
/// surrounded by its paper.
package struct GraySheet: Sendable {
  /// The colour left inside.
  package let residue: ColorResidue
  /// The tones inside that paper surrounds.
  package let tones: EnclosedTones

  /// The distance from gray, in levels, from which a square has a colour: as little as gray print
  /// stays under.
  private static let colorful: Float = 1.6
  /// How far from what reaches in squares are left out: its border is blurred.
  private static let clearance = 2
  /// The part of a sheet, in order of luma, at which its paper lies; print is darker. A desk that
  /// takes more of the frame than the paper gives the light its colour, so that the paper is what
  /// reaches in; but paper is brighter than a desk.
  private static let paper = 0.75
  /// The least share of the frame; less may be anything.
  private static let leastShare = 0.25
  /// The least share of the sheet that must show its colours.
  private static let leastOpenShare = 0.5
  /// The least share of the sheet that must be bare paper: with a copied card on it 78 % and more
  /// are, of newsprint and of a dark photo's noise 62 % and less.
  private static let leastBareShare = 0.7

  /// Looks for the sheet in a frame; nil where there is none, where nothing reaches in, or where it
  /// is printed all over.
  ///
  /// - Parameter decodedRows: The stored rows that hold pixels.
  package init?(_ working: borrowing WorkingImage, in frame: DocumentArea, decodedRows: Int) {
    guard frame.isWholeFrame else { return nil }
    let grid = DocumentCells(working, in: frame)
    let open = grid.cells.indices.filter { grid.isOpen[$0] }
    guard let white = WhitePoint(grid.cells, at: open) else { return nil }
    let distances = ColorResidue.distances(on: grid, open: open, under: white)
    let table = Self.spread(in: grid, from: Self.borders(of: grid)) {
      distances[$0].squaredLength > Self.colorful * Self.colorful
    }
    guard table.contains(true) else { return nil }
    // Whatever the sheet surrounds is in it: all of the table reaches the frame's borders.
    let sheet = Self.largest(in: grid) { !table[$0] }
    guard Self.luma(of: sheet, in: grid, at: Self.paper) >= Self.luma(of: table, in: grid, at: 0.5)
    else { return nil }
    let beside = table.widened(columns: grid.columns, by: Self.clearance)
    let isInside = zip(sheet, beside).map { $0 && !$1 }
    let count = isInside.count { $0 }
    guard Double(count) >= Self.leastShare * Double(grid.cells.count) else { return nil }
    residue = ColorResidue(
      of: distances, on: grid, at: open.filter { isInside[$0] }, under: white, amongCount: count)
    guard residue.openShare >= Self.leastOpenShare,
      let document = RectifiedDocument(working, outline: frame.outline, decodedRows: decodedRows)
    else { return nil }
    let size = PixelSize(width: working.width, height: working.height)
    tones = EnclosedTones(document, on: Self.samples(of: isInside, in: grid, size, on: document))
    guard tones.bareShare >= Self.leastBareShare else { return nil }
  }

  /// The squares along the frame's borders.
  private static func borders(of grid: DocumentCells) -> [Int] {
    grid.cells.indices.filter { index in
      let (row, column) = (index / grid.columns, index % grid.columns)
      return row == 0 || column == 0 || row == grid.rows - 1 || column == grid.columns - 1
    }
  }

  /// The squares of a kind that some squares lead to over others of that kind, diagonal neighbours
  /// among them.
  private static func spread(
    in grid: DocumentCells, from starts: [Int], _ isMember: (Int) -> Bool
  ) -> [Bool] {
    var isReached = [Bool](repeating: false, count: grid.cells.count)
    var queue: [Int] = []
    for index in starts where !isReached[index] && isMember(index) {
      isReached[index] = true
      queue.append(index)
    }
    var next = 0
    while next < queue.count {
      let (row, column) = (queue[next] / grid.columns, queue[next] % grid.columns)
      next += 1
      for near in max(0, row - 1)...min(grid.rows - 1, row + 1) {
        for beside in max(0, column - 1)...min(grid.columns - 1, column + 1) {
          let index = near * grid.columns + beside
          guard !isReached[index], isMember(index) else { continue }
          isReached[index] = true
          queue.append(index)
        }
      }
    }
    return isReached
  }

  /// The largest connected part of the squares of a kind.
  private static func largest(in grid: DocumentCells, _ isMember: (Int) -> Bool) -> [Bool] {
    var isSeen = [Bool](repeating: false, count: grid.cells.count)
    var fill = FloodFill(width: grid.columns, height: grid.rows)
    var best: [Int] = []
    func take(_ index: Int) -> Bool {
      guard !isSeen[index], isMember(index) else { return false }
      isSeen[index] = true
      return true
    }
    for start in isSeen.indices where take(start) {
      var squares: [Int] = []
      fill.fill(from: start, taking: take) { index, _, _ in squares.append(index) }
      if squares.count > best.count { best = squares }
    }
    var isLargest = [Bool](repeating: false, count: grid.cells.count)
    for index in best { isLargest[index] = true }
    return isLargest
  }

  /// The sum of luma in a marked square at a share (under 1) of them in order; 0 where none is
  /// marked.
  private static func luma(
    of isMarked: [Bool], in grid: DocumentCells, at share: Double
  ) -> UInt16 {
    let sums = zip(grid.cells, isMarked).filter { $1 }.map { $0.0.luma }
    return sums.isEmpty ? 0 : sums.value(ofRank: Int(share * Double(sums.count)))
  }

  /// Whether each sample of the frame's raster lies on a marked square of its `size` working
  /// pixels.
  private static func samples(
    of isMarked: [Bool], in grid: DocumentCells, _ size: PixelSize, on frame: RectifiedDocument
  ) -> [Bool] {
    func square(_ place: Int, of count: Int, over length: Int, limit: Int) -> Int {
      min(limit - 1, (2 * place + 1) * length / (2 * count) / ColorCellKernel.side)
    }
    return (0..<frame.height).flatMap { row in
      let first = square(row, of: frame.height, over: size.height, limit: grid.rows) * grid.columns
      return (0..<frame.width).map { column in
        isMarked[first + square(column, of: frame.width, over: size.width, limit: grid.columns)]
      }
    }
  }
}
