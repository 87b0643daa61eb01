/// Finds stretches of a side that something lies over, such as the finger that holds a card.
///
/// Over such a stretch the strips inside and outside both leave the colour they have along the
/// rest of the side, and the step between them is gone. A shadow keeps the step in proportion,
/// print changes the inside alone, a patterned desk the outside alone.
enum SideCover {
  /// Samples along a side.
  static let sampleCount = 72
  /// The least run of samples that counts, about 5 % of a side: less is a speck or a pen's tip.
  static let runFloor = 4
  /// The least departure from the usual colour, in levels.
  static let departureFloor: Float = 14

  /// The covered share, 0 to 1, of the side from `from` to `to` (reduced pixels, inside to the
  /// right) that lies in the frame.
  static func share(
    _ image: ReducedImage, from: SIMD2<Float>, to: SIMD2<Float>
  ) -> Double {
    let step = to - from
    let length = (step * step).sum().squareRoot()
    guard length > 24 else { return 0 }
    let inward = SIMD2(-step.y, step.x) / length
    var insides: [SIMD4<Float>] = []
    var outsides: [SIMD4<Float>] = []
    for index in 0..<sampleCount {
      // Round corners and their surroundings are left out.
      let place = 0.05 + 0.9 * (Float(index) + 0.5) / Float(sampleCount)
      let point = from + step * place
      guard
        let inside = SideStrips.colour(image, point + inward * 3.5),
        let outside = SideStrips.colour(image, point - inward * 3.5)
      else { continue }
      insides.append(inside)
      outsides.append(outside)
    }
    guard insides.count >= sampleCount / 3 else { return 0 }
    let usualInside = insides.medianOfLanes()
    let usualOutside = outsides.medianOfLanes()
    let usual = usualInside - usualOutside
    let size = (usual * usual).sum().squareRoot()
    guard size > 1 else { return 0 }
    let limit = max(departureFloor, 0.3 * size)
    var covered = 0
    var run = 0
    for index in 0...insides.count {
      var isCovered = false
      if index < insides.count {
        let inside = insides[index] - usualInside
        let outside = outsides[index] - usualOutside
        let change = insides[index] - outsides[index]
        let insideSize = (inside * inside).sum().squareRoot()
        let outsideSize = (outside * outside).sum().squareRoot()
        let changeSize = (change * change).sum().squareRoot()
        let light = min(1, insides[index].x / max(1, usualInside.x))
        isCovered =
          insideSize > limit && outsideSize > limit
          && changeSize < 0.5 * max(insideSize, outsideSize)
          && (change * usual).sum() < 0.4 * light * size * size
      }
      if isCovered {
        run += 1
      } else {
        if run >= runFloor { covered += run }
        run = 0
      }
    }
    return Double(covered) / Double(insides.count)
  }
}
