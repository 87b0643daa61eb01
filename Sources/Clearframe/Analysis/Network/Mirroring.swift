/// The ways in which a network sees a picture: as it is, or mirrored.
enum Mirroring: CaseIterable, Sendable {
  case none
  /// Left and right are exchanged.
  case across
  /// Top and bottom are exchanged.
  case down
  /// Both, which is half a turn.
  case both

  /// The place of a map that comes to lie at a place of the mirrored one, row by row.
  func source(column: Int, row: Int, width: Int, height: Int) -> Int {
    let isAcross = self == .across || self == .both
    let isDown = self == .down || self == .both
    return (isDown ? height - 1 - row : row) * width + (isAcross ? width - 1 - column : column)
  }
}
