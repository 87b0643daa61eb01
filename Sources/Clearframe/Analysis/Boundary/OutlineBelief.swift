/// How much speaks for a document that the frame cuts off, and for one that lies inside it, over
/// all outlines that were looked at.
///
/// Which of several near outlines is the document's can be open where it is not open that the
/// document leaves the frame.
package struct OutlineBelief: Sendable, Hashable {
  /// The probability of all outlines together that the frame cuts off, 0 to 1.
  package var cut: Double
  /// The probability of all outlines together that lie inside the frame, 0 to 1.
  package var whole: Double
  /// The part of `whole` that is of outlines around a tenth of the frame and more, which boxes and
  /// bold print on a page seldom reach.
  package var largeWhole: Double

  package init(cut: Double, whole: Double, largeWhole: Double = 0) {
    self.cut = cut
    self.whole = whole
    self.largeWhole = largeWhole
  }

  /// Nothing speaks for either.
  package static let none = OutlineBelief(cut: 0, whole: 0)

  /// The share of the likelier of the two in both, 0.5 to 1.
  package var agreement: Double {
    cut + whole > 0 ? max(cut, whole) / (cut + whole) : 0.5
  }

  /// Whether more speaks for a document that is cut off.
  package var isCut: Bool { cut > whole }
}
