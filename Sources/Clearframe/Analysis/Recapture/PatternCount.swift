/// Counts squares with a pattern.
///
/// A screen shows its grid on the document as well as around it; cloth under a small document has
/// its weave around it alone. So where some squares are known to lie on the document, what they say
/// bounds the rest.
package struct PatternCount: Sendable, Hashable {
  /// The number of squares that are enough for a share: some thin coloured lines on a card that
  /// fills ten squares would be a third of it.
  static let enough = 16

  /// What a square is worth: less than 1 where squares overlap and tell of the same pixels.
  private let worth: Double
  private var hits = 0
  private var total = 0
  private var documentHits = 0
  private var documentTotal = 0

  /// Prepares to count squares that are each worth as much of a square, 1 at most.
  package init(worth: Double = 1) {
    self.worth = worth
  }

  /// The number of squares.
  package var squares: Int { total }

  /// Counts a square.
  package mutating func add(_ isPatterned: Bool, isOnDocument: Bool) {
    total += 1
    if isPatterned { hits += 1 }
    guard isOnDocument else { return }
    documentTotal += 1
    if isPatterned { documentHits += 1 }
  }

  /// The share of the squares that carry a pattern, 0 to 1; of few squares one or two say little.
  package var share: Double {
    let whole = Double(hits) * worth / max(Double(Self.enough), Double(total) * worth)
    guard documentTotal > 0 else { return whole }
    return min(whole, Double(documentHits) / Double(documentTotal))
  }
}
