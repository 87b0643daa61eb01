#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How blurred the edges of the document, or of the person in a portrait, are.
///
/// Widths are standard deviations of the point spread, in pixels of a view that is `viewLongSide`
/// pixels long and enlarges what has fewer pixels, though not without limit: what a person who
/// looks at the whole document sees.
package struct Sharpness: Sendable, Hashable {
  /// One of the twelve parts of the area.
  package struct Block: Sendable, Hashable {
    /// Its place in stored pixels.
    package let columns: Range<Int>
    package let rows: Range<Int>
    /// The width of its edges; nil where it has too few.
    package let width: Double?
    /// The width that the trend over all blocks gives for it, no more than its own width and little
    /// more than that of the next widest, or that the growth of blur along the document's outline
    /// gives for its print; nil without a trend, where the block has no edges but the document's
    /// outline, and where what is printed there is soft or faint by itself.
    package let trend: Double?
  }

  /// The length of the view that blur is judged in: a document that fills a full-HD screen.
  package static let viewLongSide = 1_800.0

  /// The least stored pixels for one pixel of the view, in a picture of `size`: what is smaller is
  /// enlarged no more than that.
  ///
  /// A camera's own pixels are softer than one pixel, and a small document among them is not
  /// blurred for that: 0.7 from about 1,600 pixels on. A picture that was made small is as sharp as
  /// its pixels, so that half a pixel shows: down to 0.5.
  package static func leastViewScale(of size: PixelSize) -> Double {
    min(0.7, max(0.5, 0.8 * Double(size.longSide) / viewLongSide))
  }

  /// Whether the whole picture was measured, for want of an outline that is trusted.
  package let isWholeFrame: Bool
  /// How many edge pixels of the working image were found.
  package let edgeCount: Int
  /// Stored pixels for one pixel of the view, at least `leastViewScale(of:)`.
  package let viewScale: Double
  /// The width across edges that face the most blurred direction; nil without edges.
  package let width: Double?
  /// The width across edges that face the least blurred direction; nil without edges.
  package let leastWidth: Double?
  /// The most blurred direction in radians from the stored x axis towards y, 0 to pi; nil where
  /// the edges face too few directions to tell.
  package let direction: Double?
  /// The blocks, row by row.
  package let blocks: [Block]

  /// The greatest width of the trend over the blocks that have edges inside the document; nil
  /// without a trend.
  package var trendMaximum: Double? { blocks.compactMap(\.trend).max() }
}
