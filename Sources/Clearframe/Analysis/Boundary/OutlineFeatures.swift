#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What speaks for and against an outline hypothesis, as numbers of about unit size.
package struct OutlineFeatures: Sendable {
  /// The names of the features, in the order of `values`.
  package static let names = [
    "supportMean", "supportLeast", "supportSecond", "agreementMean", "agreementLeast",
    "contrastMean", "contrastLeast", "polarity", "frameSides", "frameShare", "outOfFrame",
    "continuation", "extent", "separation", "separationUnknown", "skew", "ratio", "aspect",
    "score", "scoreShare", "inked", "littered", "containedInWhole",
    "containedInCut", "contains", "turnedInWhole", "turnedInCut", "containsTurned",
    "regionNearness", "regionVotes",
  ]
  /// The values, in the order of `names`.
  package private(set) var values: [Float]
  /// The strips along the four sides.
  let strips: [SideStrips]

  /// Measures `outline`; `others` are all hypotheses, best score first.
  init(
    of outline: OutlineHypothesis, in image: ReducedImage, colours: RegionColours,
    regions: PictureRegions, among others: [OutlineHypothesis]
  ) {
    let corners = outline.corners
    let width = Float(image.width)
    let height = Float(image.height)
    strips = (0..<4).map {
      SideStrips(image, from: corners[$0], to: corners[($0 + 1) & 3])
    }
    var supports: [Float] = []
    var supportSum: Float = 0
    var supportLength: Float = 0
    var agreements: [Float] = []
    var contrasts: [Float] = []
    var meanDifference = SIMD4<Float>.zero
    var lengths: [Float] = []
    var outside: Float = 0
    var frameLength: Float = 0
    var frameSides: Float = 0
    var continuation: Float = 0
    for index in 0..<4 {
      let line = outline.lines[index]
      let step = corners[(index + 1) & 3] - corners[index]
      let length = max(1, (step * step).sum().squareRoot())
      lengths.append(length)
      if line.isFrame {
        frameSides += 1
        frameLength += length
        continue
      }
      let one = line.position(of: corners[index])
      let two = line.position(of: corners[(index + 1) & 3])
      let low = min(one, two)
      let high = max(one, two)
      let (sum, count) = line.evidence(from: low, to: high)
      outside += max(0, length - Float(count) - 2)
      let support =
        count > 0
        ? (sum / Float(count) - EdgeLine.absentEvidence) / (1 - EdgeLine.absentEvidence) : 0
      supports.append(support)
      supportSum += support * Float(count)
      supportLength += Float(count)
      agreements.append(strips[index].agreement)
      contrasts.append(logf(1 + strips[index].contrast) / 4)
      let size = strips[index].contrast
      if size > 0.1 { meanDifference += strips[index].difference / size }
      let reach = min(0.25 * length, 30)
      for (start, end) in [(low - reach, low - 3), (high + 3, high + reach)] {
        let (outer, samples) = line.evidence(from: start, to: end)
        if samples > 3 {
          let share =
            (outer / Float(samples) - EdgeLine.absentEvidence) / (1 - EdgeLine.absentEvidence)
          continuation += max(0, share - 0.2)
        }
      }
    }
    let perimeter = lengths.reduce(0, +)
    let seen = max(1, Float(supports.count))
    supports.sort()
    let meanSize = (meanDifference * meanDifference).sum().squareRoot()
    var polarity: Float = 1
    if meanSize > 1e-3 {
      for index in 0..<4 where !outline.lines[index].isFrame {
        let size = max(0.1, strips[index].contrast)
        polarity = min(
          polarity, (strips[index].difference * meanDifference).sum() / (size * meanSize))
      }
    } else {
      polarity = 0
    }
    let separation = colours.separation(of: outline)
    var skew: Float = 0
    for index in 0..<4 {
      let before = corners[index] - corners[(index + 3) & 3]
      let after = corners[(index + 1) & 3] - corners[index]
      let cosine = (before * after).sum() / (lengths[index] * lengths[(index + 3) & 3])
      if !outline.lines[index].isFrame, !outline.lines[(index + 3) & 3].isFrame {
        skew = max(skew, abs(cosine))
      }
    }
    let ratio =
      1 - min(lengths[0], lengths[2]) / max(lengths[0], lengths[2])
      + 1 - min(lengths[1], lengths[3]) / max(lengths[1], lengths[3])
    let across = (lengths[0] + lengths[2]) / 2
    let down = (lengths[1] + lengths[3]) / 2
    let shape = logf(max(across, down) / max(1, min(across, down)))
    // ID-1 1.586, A series 1.414, passport page 1.42, letter 1.294.
    let aspect = [1.586, 1.414, 1.294].map { abs(shape - logf(Float($0))) }.min() ?? 1
    let bestScore = others.first?.score ?? 0
    let density = colours.edgeDensity(of: outline.shrunk(by: 0.1))
    var containedInWhole: Float = 0
    var containedInCut: Float = 0
    var contains: Float = 0
    var turnedInWhole: Float = 0
    var turnedInCut: Float = 0
    var containsTurned: Float = 0
    let quality = Self.quality(
      support: outline.lines.contains { $0.isFrame } ? 0 : supports.first ?? 0,
      agreement: agreements.min() ?? 0)
    if bestScore > 0 {
      let area = outline.area
      for other in others {
        if area < 0.85 * other.area, other.contains(outline, slack: 2) {
          let share = max(0, other.score / bestScore)
          let turned = quality * outline.turn(against: other)
          if other.isWhole(width: width, height: height) {
            containedInWhole = max(containedInWhole, share)
            turnedInWhole = max(turnedInWhole, turned)
          } else {
            containedInCut = max(containedInCut, share)
            turnedInCut = max(turnedInCut, turned)
          }
        } else if other.area < 0.85 * area, outline.contains(other, slack: 2) {
          let share = max(0, other.score / bestScore)
          contains = max(contains, share)
          if other.isWhole(width: width, height: height) {
            containsTurned = max(
              containsTurned,
              Self.quality(of: other, in: image) * other.turn(against: outline))
          }
        }
      }
    }
    let region = regions.match(outline)
    values = [
      supportSum / max(1, supportLength),
      supports.first ?? 0,
      supports.count > 1 ? supports[1] : 0,
      agreements.reduce(0, +) / seen,
      agreements.min() ?? 0,
      contrasts.reduce(0, +) / seen,
      contrasts.min() ?? 0,
      polarity,
      frameSides / 4,
      frameLength / perimeter,
      outside / perimeter,
      continuation / 4,
      (max(0, outline.area) / (width * height)).squareRoot(),
      separation ?? 0.5,
      separation == nil ? 1 : 0,
      skew,
      ratio,
      min(1, aspect),
      outline.score / (2 * (width + height)),
      bestScore > 0 ? max(-1, outline.score / bestScore) : 0,
      min(1, density.inside / 5).squareRoot(),
      min(1, density.outside / 5).squareRoot(),
      containedInWhole,
      containedInCut,
      contains,
      turnedInWhole,
      turnedInCut,
      containsTurned,
      region.nearness,
      region.nearness * region.votes,
    ]
  }

  /// The least share of a visible side that shows an edge, 0 to 1.
  var leastSupport: Float { values[1] }
  /// The least share of a visible side's samples with the usual step across, 0 to 1.
  var leastAgreement: Float { values[4] }
  /// How far the colours inside are separate from those outside, 0 to 1; 0.5 where that is not
  /// known.
  var separation: Float { values[13] }
  /// The square root of the outline's share of the frame.
  var extent: Float { values[12] }

  /// How sure an outline's least sure side is, 0 to 1: a card that lies on a page has four good
  /// ones, lines of print that make a quadrilateral by chance do not.
  private static func quality(support: Float, agreement: Float) -> Float {
    max(0, min(support, agreement))
  }

  /// The same for another outline, all of whose sides are seen.
  private static func quality(of other: OutlineHypothesis, in image: ReducedImage) -> Float {
    var support: Float = 1
    var agreement: Float = 1
    for index in 0..<4 {
      let line = other.lines[index]
      let from = other.corners[index]
      let to = other.corners[(index + 1) & 3]
      let one = line.position(of: from)
      let two = line.position(of: to)
      let (sum, count) = line.evidence(from: min(one, two), to: max(one, two))
      guard count > 0 else { return 0 }
      support = min(
        support, (sum / Float(count) - EdgeLine.absentEvidence) / (1 - EdgeLine.absentEvidence))
      guard support > 0 else { return 0 }
      agreement = min(agreement, SideStrips(image, from: from, to: to).agreement)
    }
    return quality(support: support, agreement: agreement)
  }
}
