#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How blurred the edges in the document's area are.
///
/// Widths are standard deviations of the point spread, in pixels of a view of the document that is
/// `viewLongSide` pixels long, or in stored pixels where the document has fewer: what a person who
/// looks at the whole document sees.
package struct Sharpness: Sendable, Hashable {
  /// One of the twelve parts of the area.
  package struct Block: Sendable, Hashable {
    /// Its place in stored pixels.
    package let columns: Range<Int>
    package let rows: Range<Int>
    /// The width of its edges; nil where it has too few.
    package let width: Double?
    /// The width that the trend over all blocks gives for it; nil without a trend.
    package let trend: Double?
  }

  /// The length of the view that blur is judged in: a document that fills a full-HD screen.
  package static let viewLongSide = 1_800.0

  /// How many edge pixels of the working image were found.
  package let edgeCount: Int
  /// Stored pixels for one pixel of the view, at least 1.
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

  /// The greatest width of the trend over the blocks that have edges; nil without a trend.
  package var trendMaximum: Double? { blocks.compactMap(\.trend).max() }
}
