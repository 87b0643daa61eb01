/// The colours just inside and just outside one side of an outline hypothesis.
struct SideStrips {
  /// Samples along a side.
  static let sampleCount = 32
  /// The weight of chroma differences, as for edges.
  static let chromaWeight = EdgeMap.chromaWeight

  /// The mean of inside minus outside: luma, weighted Cb, weighted Cr.
  private(set) var difference = SIMD4<Float>.zero
  /// The share of samples whose difference agrees with the mean.
  private(set) var agreement: Float = 0
  /// How many samples lie inside the frame.
  private(set) var count = 0

  /// The size of the mean difference, in levels.
  var contrast: Float { (difference * difference).sum().squareRoot() }

  /// Samples the strips along the side from `from` to `to`, inside being to its right.
  init(_ image: ReducedImage, from: SIMD2<Float>, to: SIMD2<Float>) {
    let differences = Self.differences(image, from: from, to: to)
    count = differences.count
    guard count > 0 else { return }
    var sum = SIMD4<Float>.zero
    for value in differences { sum += value }
    difference = sum / Float(count)
    let size = contrast
    guard size > 0.1 else { return }
    let axis = difference / size
    var agreeing = 0
    for value in differences where (value * axis).sum() > 0.4 * size { agreeing += 1 }
    agreement = Float(agreeing) / Float(count)
  }

  /// The largest of the mean differences over quarters of a side, in levels: those of a white half
  /// and of a dark one cancel over the whole.
  static func largestStep(
    _ image: ReducedImage, from: SIMD2<Float>, to: SIMD2<Float>
  ) -> Float {
    let differences = differences(image, from: from, to: to)
    let part = differences.count / 4
    guard part > 0 else { return 0 }
    var largest: Float = 0
    for quarter in 0..<4 {
      var sum = SIMD4<Float>.zero
      for value in differences[quarter * part..<(quarter + 1) * part] { sum += value }
      let mean = sum / Float(part)
      largest = max(largest, (mean * mean).sum())
    }
    return largest.squareRoot()
  }

  /// Inside minus outside at the samples along a side that lie inside the frame.
  private static func differences(
    _ image: ReducedImage, from: SIMD2<Float>, to: SIMD2<Float>
  ) -> [SIMD4<Float>] {
    let step = to - from
    let length = (step * step).sum().squareRoot()
    guard length > 4 else { return [] }
    // Clockwise on screen (y down): the inside lies to the right of the direction of travel.
    let inward = SIMD2(-step.y, step.x) / length
    var differences: [SIMD4<Float>] = []
    differences.reserveCapacity(sampleCount)
    for index in 0..<sampleCount {
      let share = 0.06 + 0.88 * (Float(index) + 0.5) / Float(sampleCount)
      let point = from + step * share
      guard
        let near = colour(image, point + inward * 2.5),
        let far = colour(image, point + inward * 4.5),
        let outerNear = colour(image, point - inward * 2.5)
      else { continue }
      let outerFar = colour(image, point - inward * 4.5) ?? outerNear
      differences.append((near + far - outerNear - outerFar) / 2)
    }
    return differences
  }

  /// The colour at a point of the reduced image; nil outside the frame.
  static func colour(_ image: ReducedImage, _ point: SIMD2<Float>) -> SIMD4<Float>? {
    guard point.x >= 0, point.y >= 0, point.x < Float(image.width), point.y < Float(image.height)
    else { return nil }
    let index = Int(point.y) * image.width + Int(point.x)
    guard image.hasChroma else { return SIMD4(image.luma[index], 0, 0, 0) }
    return SIMD4(
      image.luma[index], image.chromaBlue[index] * chromaWeight,
      image.chromaRed[index] * chromaWeight, 0)
  }
}
