#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much plainer the strip just inside an outline is than the one just outside of it.
///
/// What lies on top hides the pattern below: along the sides of a card on newsprint or terrazzo
/// the colour outside changes from place to place, and inside lies one margin of one colour. The
/// edge itself may be no more than dashes there, where chips and letters happen to end on it. Print
/// on paper is the other way round: what is inside a picture or a paragraph changes, and around it
/// lies one margin.
package struct OutlineMargin: Sendable {
  /// The distances from a side at which colours are taken, in reduced pixels.
  static let depths: [Float] = [2, 3, 4.5, 6.5]
  /// How near to the frame's borders nothing is sampled, in reduced pixels.
  static let borderReach: Float = 5
  /// The least number of samples of a side that tells.
  static let sampleFloor = 8
  /// The largest departure of a sample from the side's usual colour, in levels, that counts: a
  /// dark chip is no more of a pattern than a gray one.
  static let departureLimit: Float = 60
  /// What spreads are measured against beside the picture's own grain, in levels.
  static let spreadFloor: Float = 0.5
  /// How far a place inside may depart from the margin's usual colour, in levels and in grains.
  static let plainReach: (levels: Float, grains: Float) = (6, 3)
  /// The largest log ratio that counts.
  static let limit: Float = 2
  /// The share of the evidence that outlines keep of which so many sides are seen: two or three
  /// are also those of a table mat, or of a plate's shadow.
  static let sideShares: [Float] = [0, 0, 0, 0.5, 1]

  /// The mean over the seen sides, by their length, of the logarithm of the spread of colours
  /// outside over that inside.
  package private(set) var plainness: Float = 0
  /// The share of places along the inside whose colour is not the margin's usual one, 0 to 1.
  package private(set) var foreignShare: Float = 0
  /// How many sides are seen.
  package private(set) var sideCount = 0
  /// The usual colour just inside each seen side: luma and weighted chroma.
  private(set) var sides = [SIMD4<Float>?](repeating: nil, count: 4)
  /// The usual colour just outside the outline, over all seen sides.
  private(set) var outside = SIMD4<Float>.zero

  /// What speaks for the outline, 0 (nothing) to `limit`. Nothing ever speaks against it: a plain
  /// desk is as plain as the paper, and a card may have a picture or a band along its sides.
  package var evidence: Float {
    min(max(plainness, 0), Self.limit) * (1 - foreignShare) * Self.sideShares[sideCount]
  }

  /// Measures `outline` in a picture whose grain is `grain` levels.
  package init(of outline: OutlineHypothesis, in image: ReducedImage, grain: Float) {
    var margin: [SIMD4<Float>] = []
    var surround: [SIMD4<Float>] = []
    var sum: Float = 0
    var lengths: Float = 0
    for index in 0..<4 where !outline.lines[index].isFrame {
      let from = outline.corners[index]
      let step = outline.corners[(index + 1) & 3] - from
      let length = (step * step).sum().squareRoot()
      guard length >= 12 else { continue }
      let direction = step / length
      // Clockwise on screen: the inside lies to the right of the direction of travel.
      let inward = SIMD2(-direction.y, direction.x)
      var insides: [SIMD4<Float>] = []
      var outsides: [SIMD4<Float>] = []
      // Round corners are left out.
      let first = Int(0.05 * length) + 2
      for place in first..<max(first, Int(0.95 * length) - 1) {
        let point = from + direction * Float(place)
        guard point.x > Self.borderReach, point.y > Self.borderReach,
          point.x < Float(image.width) - Self.borderReach,
          point.y < Float(image.height) - Self.borderReach
        else { continue }
        insides.append(Self.colour(image, point, inward))
        outsides.append(Self.colour(image, point, -inward))
      }
      guard insides.count >= Self.sampleFloor else { continue }
      let floor = grain + Self.spreadFloor
      sum +=
        length * logf((Self.spread(outsides) + floor) / (Self.spread(insides) + floor))
      lengths += length
      sideCount += 1
      sides[index] = insides.medianOfLanes()
      margin += insides
      surround += outsides
    }
    guard lengths > 0 else { return }
    plainness = sum / lengths
    let inside = margin.medianOfLanes()
    outside = surround.medianOfLanes()
    let reach = Self.plainReach.levels + Self.plainReach.grains * grain
    let foreign = margin.count { Self.square($0 - inside) > reach * reach }
    foreignShare = Float(foreign) / Float(margin.count)
  }

  /// The grain of a picture, in levels: 1.5 times the lower three tenths of the distances of luma
  /// from its mean over three pixels by three, which for noise is a little over half its deviation.
  package static func grain(of image: ReducedImage) -> Float {
    guard image.width >= 3, image.height >= 3 else { return 0 }
    var distances: [Float] = []
    // Every third pixel both ways tells it well enough.
    for row in stride(from: 1, to: image.height - 1, by: 3) {
      for column in stride(from: 1, to: image.width - 1, by: 3) {
        let index = row * image.width + column
        var sum: Float = 0
        for base in [index - image.width, index, index + image.width] {
          sum += image.luma[base - 1] + image.luma[base] + image.luma[base + 1]
        }
        distances.append(abs(image.luma[index] - sum / 9))
      }
    }
    return 1.5 * distances.value(ofRank: distances.count * 3 / 10)
  }

  /// The mean colour over the depths of a strip.
  private static func colour(
    _ image: ReducedImage, _ point: SIMD2<Float>, _ direction: SIMD2<Float>
  ) -> SIMD4<Float> {
    var sum = SIMD4<Float>.zero
    var count: Float = 0
    for depth in depths {
      guard let colour = SideStrips.colour(image, point + direction * depth) else { continue }
      sum += colour
      count += 1
    }
    return sum / max(1, count)
  }

  /// The mean distance of colours from their median.
  private static func spread(_ colours: [SIMD4<Float>]) -> Float {
    let usual = colours.medianOfLanes()
    var sum: Float = 0
    for colour in colours {
      sum += min(square(colour - usual).squareRoot(), departureLimit)
    }
    return sum / Float(colours.count)
  }

  private static func square(_ colour: SIMD4<Float>) -> Float { (colour * colour).sum() }
}
