#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One side of an outline, fitted to the working image's edge with sub-pixel precision.
///
/// Profiles are taken across the side, projected on the axis between the colours outside and
/// inside; the steepest step of each, by a parabola through three differences, gives a point, and
/// the points a line, by iteratively reweighted least squares with Tukey's weights.
struct RefinedLine {
  /// The fitted line, in working pixels.
  private(set) var line: EdgeLine
  /// The share of profiles whose step lies on the line.
  private(set) var support: Double = 0
  /// The root mean square distance of those steps from the line, in working pixels.
  private(set) var residual: Double = 0

  /// Profiles along a side.
  static let profileCount = 96
  /// The share of a side left out at both ends: an ID-1 card's corners are round over 3.18 mm of
  /// 53.98 mm.
  static let trim: Float = 0.065

  /// Fits the side from `from` to `to` (working pixels, inside to the right), searching `reach`
  /// pixels to both sides. `axis` points from the outside's colour to the inside's.
  init(
    _ image: borrowing WorkingImage, from: SIMD2<Float>, to: SIMD2<Float>, axis: SIMD4<Float>,
    reach: Int
  ) {
    let step = to - from
    let length = max(1e-3, (step * step).sum().squareRoot())
    let inward = SIMD2(-step.y, step.x) / length
    line = EdgeLine(
      normalX: inward.x, normalY: inward.y, offset: inward.x * from.x + inward.y * from.y)
    guard length > 8 else { return }
    var positions: [Float] = []
    var offsets: [Float] = []
    var steps: [Float] = []
    var profile = [Float](repeating: 0, count: 2 * reach + 3)
    var sampled = 0
    for index in 0..<Self.profileCount {
      let share =
        Self.trim + (1 - 2 * Self.trim) * (Float(index) + 0.5) / Float(Self.profileCount)
      let centre = from + step * share
      guard centre.x >= 1, centre.y >= 1, centre.x < Float(image.width) - 1,
        centre.y < Float(image.height) - 1
      else { continue }
      sampled += 1
      for place in 0..<profile.count {
        let point = centre + inward * Float(place - reach - 1)
        profile[place] = Self.sample(image, point, axis)
      }
      var best: Float = 0
      var bestPlace = 0
      for place in 1..<(profile.count - 1) {
        let rise = profile[place + 1] - profile[place - 1]
        // Steps far from where the line was found need to be stronger to win.
        let distance = Float(place - reach - 1) / Float(reach + 1)
        let weighted = rise * (1 - 0.4 * distance * distance)
        if weighted > best {
          best = weighted
          bestPlace = place
        }
      }
      guard bestPlace > 0, best > 0.6 else { continue }
      var place = Float(bestPlace - reach - 1)
      let middle = profile[bestPlace + 1] - profile[bestPlace - 1]
      if bestPlace >= 2, bestPlace < profile.count - 2 {
        let before = profile[bestPlace] - profile[bestPlace - 2]
        let after = profile[bestPlace + 2] - profile[bestPlace]
        let bend = before - 2 * middle + after
        if bend < -1e-4 { place += min(0.75, max(-0.75, 0.5 * (before - after) / bend)) }
      }
      positions.append((share - 0.5) * length)
      offsets.append(place)
      steps.append(middle)
    }
    guard offsets.count >= 8 else { return }
    let (shift, slope, weight, spread) = Self.fit(positions, offsets, steps)
    support = Double(weight) / Double(max(1, sampled))
    residual = Double(spread)
    // The side turns about its middle by the slope and moves inward by the shift.
    let middle = (from + to) / 2 + inward * shift
    let size = (1 + slope * slope).squareRoot()
    let direction = (step / length + inward * slope) / size
    line.normalX = -direction.y
    line.normalY = direction.x
    line.offset = line.normalX * middle.x + line.normalY * middle.y
  }

  /// A robust straight line through offsets over positions: shift, slope, inlier count, RMS.
  private static func fit(
    _ positions: [Float], _ offsets: [Float], _ steps: [Float]
  ) -> (shift: Float, slope: Float, inliers: Float, spread: Float) {
    var shift = offsets.value(ofRank: offsets.count / 2)
    var slope: Float = 0
    let strongest = steps.value(ofRank: steps.count * 3 / 4)
    var inliers: Float = 0
    var spread: Float = 0
    for scale in [6, 4, 3, 2, 1.5, 1.5] as [Float] {
      var sum = SIMD4<Float>.zero
      var mixed: Float = 0
      var total: Float = 0
      var count: Float = 0
      var squares: Float = 0
      for index in 0..<offsets.count {
        let rest = offsets[index] - shift - slope * positions[index]
        let share = rest / scale
        guard abs(share) < 1 else { continue }
        let fade = 1 - share * share
        let weight = fade * fade * min(1, steps[index] / max(0.1, strongest))
        let x = positions[index]
        let y = offsets[index]
        sum += SIMD4(x, y, x * x, 0) * weight
        mixed += x * y * weight
        total += weight
        count += 1
        squares += rest * rest
      }
      guard total > 1e-3, count >= 6 else { break }
      inliers = count
      spread = (squares / count).squareRoot()
      let mean = sum / total
      let variance = mean.z - mean.x * mean.x
      guard variance > 1 else { break }
      slope = (mixed / total - mean.x * mean.y) / variance
      shift = mean.y - slope * mean.x
    }
    return (shift, slope, inliers, spread)
  }

  /// The colour at a point, bilinear, projected on `axis`.
  private static func sample(
    _ image: borrowing WorkingImage, _ point: SIMD2<Float>, _ axis: SIMD4<Float>
  ) -> Float {
    let x = min(max(point.x - 0.5, 0), Float(image.width) - 1.001)
    let y = min(max(point.y - 0.5, 0), Float(image.height) - 1.001)
    let column = Int(x)
    let row = Int(y)
    let right = x - Float(column)
    let down = y - Float(row)
    let base = row * image.width + column
    let weights = SIMD4(
      (1 - right) * (1 - down), right * (1 - down), (1 - right) * down, right * down)
    func value(_ plane: [UInt8]) -> Float {
      (SIMD4(
        Float(plane[base]), Float(plane[base + 1]), Float(plane[base + image.width]),
        Float(plane[base + image.width + 1])) * weights).sum()
    }
    var sum = axis.x * value(image.luma)
    if image.hasChroma {
      let weight = SideStrips.chromaWeight
      sum += axis.y * weight * value(image.chromaBlue) + axis.z * weight * value(image.chromaRed)
    }
    return sum
  }
}
