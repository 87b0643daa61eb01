/// What the picture shows along one side of a document's outline.
package struct BoundarySide: Sendable, Hashable {
  /// The share of the side's visible points at which its edge is seen, 0 to 1.
  package var support: Double
  /// The difference between the strips inside and outside, in levels of luma and weighted chroma.
  package var contrast: Double
  /// The share of the side's length that lies inside the frame, 0 to 1.
  package var visibleShare: Double
  /// Whether the document runs out of the frame across this side: the side is not seen at all, and
  /// the outline follows the frame's border instead.
  package var isFrameBorder: Bool
  /// The share of the side's visible length that something covers, such as a finger, 0 to 1.
  package var coveredShare: Double
  /// Whether the paper goes on beyond the side up to the frame, as across the gutter of an open
  /// book whose other page is cut off.
  package var continuesBeyond: Bool

  package init(
    support: Double, contrast: Double, visibleShare: Double, isFrameBorder: Bool,
    coveredShare: Double, continuesBeyond: Bool = false
  ) {
    self.support = support
    self.contrast = contrast
    self.visibleShare = visibleShare
    self.isFrameBorder = isFrameBorder
    self.coveredShare = coveredShare
    self.continuesBeyond = continuesBeyond
  }

  /// Whether the document's edge is not seen at this side at all.
  package var isUnseen: Bool { isFrameBorder || continuesBeyond }

  /// The largest share of a side outside the frame that is within the error of its corners.
  package static let cutTolerance = 0.004

  /// Whether the frame cuts off the side or a part of it.
  package var isCutOff: Bool { isUnseen || visibleShare < 1 - Self.cutTolerance }
}
