/// A card that shows on a page: what a photocopier leaves of one.
///
/// A card copied in its true size takes a tenth of a sheet, and has fewer dark tones than
/// handwriting may have. But the step from white paper to its ground is seen on all four sides. So
/// an outline is looked for once more, on the page as it is seen from straight above, without the
/// page's border.
package struct CopiedCard: Sendable, Hashable {
  /// The card's outline in stored pixels.
  package let outline: Quadrilateral
  /// The calibrated probability of that outline, 0 to 1.
  package let confidence: Double

  /// The most samples on the longer side: outlines are looked for in half as many.
  private static let longSide = 840.0
  /// The most samples on the length of a working pixel.
  private static let largestDensity = 1.3
  /// The fewest samples on the shorter side.
  private static let leastSide = 64
  /// The strip along the page's outline that is left out, as a share of each side.
  private static let rim = 0.03
  /// The largest share of what is seen of the page that a card takes: frames that are printed
  /// around a page, and blocks of its text, take more.
  private static let largestShare = 0.45
  /// How far inside of that strip a card lies, as a share of the longer side: another sheet on top
  /// of the page goes on beyond its border.
  private static let clearance = 0.015

  package init(outline: Quadrilateral, confidence: Double) {
    self.outline = outline
    self.confidence = confidence
  }

  /// Looks for a card on a page; nil where there is none, or where the page's outline is not
  /// trusted.
  package init?(_ working: borrowing WorkingImage, on page: DocumentArea) {
    guard !page.isWholeFrame, let homography = Homography(page.outline) else { return nil }
    let seen = page.polygon.map { homography.document($0) }
    guard let columns = Self.inside(seen.map(\.x)), let rows = Self.inside(seen.map(\.y)),
      let size = Self.size(of: page.outline, columns: columns, rows: rows, factor: working.factor)
    else { return nil }
    let raster = working.rectified(by: homography, columns: columns, rows: rows, size: size)
    // From near it is a print on a page, which is what that network tells from documents.
    guard let found = BoundaryDetector.find(in: raster, fromNear: false).boundary else {
      return nil
    }
    let width = Double(size.width)
    let height = Double(size.height)
    let margin = Self.clearance * Double(size.longSide)
    let corners = found.outline.corners
    guard found.outline.area <= Self.largestShare * width * height,
      corners.allSatisfy({ corner in
        corner.x >= margin && corner.x <= width - margin && corner.y >= margin
          && corner.y <= height - margin
      })
    else { return nil }
    outline = Quadrilateral(
      corners: corners.map { corner in
        homography.picture(
          u: columns.lowerBound + corner.x / width * (columns.upperBound - columns.lowerBound),
          v: rows.lowerBound + corner.y / height * (rows.upperBound - rows.lowerBound))
      })
    confidence = found.confidence
  }

  /// What is looked at along one side of the page, of which some places are seen; nil where that is
  /// nothing.
  private static func inside(_ places: [Double]) -> ClosedRange<Double>? {
    guard let first = places.min(), let last = places.max() else { return nil }
    let low = max(0, first) + rim
    let high = min(1, last) - rim
    return low < high ? low...high : nil
  }

  /// The number of samples for a part of a page; nil where they are too few.
  private static func size(
    of outline: Quadrilateral, columns: ClosedRange<Double>, rows: ClosedRange<Double>, factor: Int
  ) -> PixelSize? {
    let corners = outline.corners
    func length(_ index: Int) -> Double {
      corners[index].distance(to: corners[(index + 1) % 4]) / Double(factor)
    }
    let across = max(length(0), length(2)) * (columns.upperBound - columns.lowerBound)
    let down = max(length(1), length(3)) * (rows.upperBound - rows.lowerBound)
    guard across.isFinite, down.isFinite, across > 0, down > 0 else { return nil }
    let density = min(largestDensity, longSide / max(across, down))
    let size = PixelSize(width: Int(across * density), height: Int(down * density))
    return min(size.width, size.height) >= leastSide ? size : nil
  }
}
