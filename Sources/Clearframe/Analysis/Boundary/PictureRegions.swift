/// Finds four-sided regions by thresholds: the second source of outlines beside lines.
///
/// The planes (luma, Cb, Cr and the distance from the colours along the frame's borders) are cut
/// at several values; the connected regions whose convex hull is nearly a quadrilateral are kept,
/// as the maximally stable regions are (Matas, Chum, Urban and Pajdla, Robust wide-baseline stereo
/// from maximally stable extremal regions, BMVC 2002): the more thresholds give the same outline,
/// the more it counts. A side whose edge is broken or faint costs nothing here.
package struct PictureRegions: Sendable {
  /// The grid's largest long side, in cells.
  static let gridLimit = 105
  /// Thresholds per plane.
  static let thresholdCount = 12
  /// The least share of the grid that a region covers.
  static let areaFloor = 0.015
  /// The largest.
  static let areaLimit = 0.93
  /// The least share of its quadrilateral that a region fills.
  static let fillFloor: Float = 0.86
  /// The share of the grid from which on a quadrilateral is the frame itself.
  static let frameShare: Float = 0.96
  /// Regions kept, the most voted for first.
  static let regionLimit = 10

  /// The regions found, the most voted for first.
  package private(set) var regions: [PictureRegion] = []

  private let step: Int

  package init(_ image: ReducedImage) {
    step = max(1, (max(image.width, image.height) + Self.gridLimit - 1) / Self.gridLimit)
    guard image.width / step >= 16, image.height / step >= 16 else { return }
    func coarse(_ plane: [Float]) -> CoarsePlane {
      CoarsePlane(plane, width: image.width, height: image.height, step: step)
    }
    let luma = coarse(image.luma)
    search(luma.closed(), leastStep: 0.7)
    search(luma.negative().closed(), leastStep: 0.7)
    var colours = [luma]
    if image.hasChroma {
      let blue = coarse(image.chromaBlue)
      let red = coarse(image.chromaRed)
      for plane in [blue, red] {
        search(plane.closed(), leastStep: 0.5)
        search(plane.negative().closed(), leastStep: 0.5)
      }
      colours += [blue, red]
    }
    search(BorderColours.distance(colours).closed(), leastStep: 0.7)
    regions.sort { Float($0.votes) * $0.fill > Float($1.votes) * $1.fill }
    if regions.count > Self.regionLimit {
      regions.removeLast(regions.count - Self.regionLimit)
    }
  }

  /// How near an outline is to a region, 0 to 1, and the region's votes.
  func match(_ outline: OutlineHypothesis) -> (nearness: Float, votes: Float) {
    // Corners of a region are good to about two cells.
    let slack = max(2.5 * Float(step), 0.06 * max(0, outline.area).squareRoot())
    var best: (nearness: Float, votes: Float) = (0, 0)
    for region in regions {
      let nearness = 1 - region.distance(to: outline.corners) / (2 * slack)
      guard nearness > 0 else { continue }
      let votes = min(1, Float(region.votes) / 12).squareRoot()
      if nearness * votes > best.nearness * best.votes { best = (nearness, votes) }
    }
    return best
  }

  private mutating func search(_ plane: CoarsePlane, leastStep: Float) {
    var runs = MaskRuns()
    for threshold in plane.thresholds(count: Self.thresholdCount, leastStep: leastStep) {
      runs.label(plane, above: threshold)
      let cells = plane.columns * plane.rows
      let areas = Int(Self.areaFloor * Double(cells))...Int(Self.areaLimit * Double(cells))
      for root in runs.roots(areas: areas) {
        guard let shape = runs.shape(of: root), let quad = HullQuad(shape.hull) else { continue }
        let fill = Float(shape.filledArea) / quad.area
        // Desk around a document is a region as well, whose hull is the frame.
        guard fill >= Self.fillFloor, quad.area < Self.frameShare * Float(cells) else { continue }
        let corners = quad.corners.map { $0 * Float(step) }
        if let index = regions.firstIndex(where: { $0.distance(to: corners) < 2 * Float(step) }) {
          regions[index].votes += 1
          if fill > regions[index].fill {
            regions[index].fill = fill
            regions[index].corners = corners
          }
        } else {
          regions.append(PictureRegion(corners: corners, fill: fill, votes: 1))
        }
      }
    }
  }
}
