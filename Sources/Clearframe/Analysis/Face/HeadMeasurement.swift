/// Where the head around a found face ends.
enum HeadMeasurement {
  /// What the chin lies below the model's box, as a share of its height: 0 to 0.12 in the
  /// portraits measured.
  private static let chinShare = 0.06
  /// What the hair reaches above the box where it cannot be seen: 0.18 to 0.33 in the portraits
  /// measured.
  private static let crownShare = 0.27
  /// How far off the chin, the sides or a crown that was not seen may be.
  private static let toleranceShare = 0.08
  /// Hair ends between these shares of the box above it; what differs higher up is no head, and
  /// what does not yet differ lower down is hair like the background.
  private static let crownSearch = 0.12...0.6
  /// What tells hair from the background beside it, in luma: more than the noise and the
  /// shading of a wall over the width of a picture.
  private static let leastDifference = 18
  /// Both sides of a row must agree this well to tell what the background is, in luma.
  private static let sideAgreement = 25

  static func extent(
    of face: FaceCandidate, in search: FaceSearchPlane, _ sampler: UprightSampler
  ) -> HeadExtent {
    let box = search.box(face, sampler)
    let tolerance = box.height * toleranceShare
    var extent = HeadExtent(
      top: box.y - box.height * crownShare, topTolerance: tolerance, touchesTop: false,
      bottom: box.maximumY + box.height * chinShare, left: box.x, right: box.maximumX,
      tolerance: tolerance)
    if let row = crownRow(of: face, in: search) {
      extent.top = sampler.originalY(search.working(Double(row)))
      extent.touchesTop = row <= search.margin
      extent.topTolerance = box.height * 0.02
    }
    return extent
  }

  /// The first row of the plane, from the frame's upper edge down, where a stripe above the face
  /// differs from the background at both sides of the picture; nil where that cannot be told.
  private static func crownRow(of face: FaceCandidate, in search: FaceSearchPlane) -> Int? {
    let plane = search.plane
    let frame = search.margin..<(plane.width - search.margin)
    let strip = max(2, frame.count / 20)
    let center = face.x + face.width / 2
    let half = max(2, face.width / 8)
    let bottom = face.y - Int(Double(face.height) * crownSearch.lowerBound)
    let top = face.y - Int(Double(face.height) * crownSearch.upperBound)
    guard center - half > frame.lowerBound + strip, center + half < frame.upperBound - strip,
      bottom > search.margin
    else { return bottom <= search.margin ? search.margin : nil }
    var first: Int?
    for row in search.margin..<bottom {
      guard
        let left = plane.median(
          columns: frame.lowerBound..<(frame.lowerBound + strip), rows: row..<(row + 1)),
        let right = plane.median(
          columns: (frame.upperBound - strip)..<frame.upperBound, rows: row..<(row + 1)),
        let middle = plane.median(
          columns: (center - half)..<(center + half), rows: row..<(row + 1)),
        abs(left - right) <= sideAgreement
      else { return nil }
      let differs = min(abs(middle - left), abs(middle - right)) >= leastDifference
      if differs, first == nil { first = row }
      // Rows like the background below the first that differs: what was seen was no head.
      if !differs { first = nil }
    }
    guard let first, first >= top else { return nil }
    return first
  }
}
