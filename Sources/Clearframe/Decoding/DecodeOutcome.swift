/// How a decode ended, without the pixels.
package struct DecodeOutcome: Sendable, Hashable {
  /// What the decoder warned of or failed on, classified, in the order of their first appearance.
  package var findings: [IntegrityFinding] = []
  /// The picture rows that came out before the data ended or broke; the height where all did.
  package var decodedRows: Int = 0
  /// Whether transparent parts were composited on white.
  package var isCompositedOnWhite: Bool = false
  /// Why the library cannot decode this kind of file at all; nil where it can.
  package var unsupportedReason: String?
  /// The safety limit that the decoder ran into although the header kept it; nil where none.
  package var exceededLimit: ExceededLimit?
  /// Whether the task was cancelled before the decode ended; everything else is then incomplete.
  package var isCancelled: Bool = false

  package init() {}
}
