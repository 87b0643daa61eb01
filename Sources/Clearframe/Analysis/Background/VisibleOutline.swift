#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension BackgroundMeter {
  /// The colour difference across an outline below which it is lost.
  static let lostContrast: Float = 8

  /// How near to each other the two sides of an outline must lie, as a share of the picture's width:
  /// where a burnt wall's light spills over a person, colours differ farther apart, too, but no line
  /// is left to see.
  static let outlineWidth: Float = 0.007

  /// How far to the side the body is sure to reach where the picture ends, in half widths of the
  /// head: the neck's width where it ends above the shoulders, theirs from a little below.
  ///
  /// - Parameter depth: From the crown to the picture's lower edge, in half widths of the head.
  static func bodyReach(depth: Float) -> Float { min(2.2, max(0.7, 0.7 + 1.9 * (depth - 3.4))) }

  /// The share of directions from the head in which the person's outline is lost in a clipped
  /// background.
  ///
  /// Rays start beside the chin. On each, the outermost pixel of the person is the outline: it is
  /// lost where the wall a fiftieth of the width outside it is clipped and no two colours from there
  /// to as far inside differ by 8 units within `outlineWidth`. Downwards the person must reach the
  /// lower edge: a ray that ends on clipped surface before it is lost, too.
  func lostOutline() -> Double {
    let width = map.width
    let height = map.height
    let originX = Float(map.middle)
    let originY = Float(map.crown) + 1.5 * map.headHalfWidth
    let depth = max(3, Float(width) * 0.02)
    let half = max(1, map.headHalfWidth)
    let bodyReach = half * Self.bodyReach(depth: Float(height - map.crown) / half)
    let span = max(1, Float(width) * Self.outlineWidth)
    let rays = 96
    var seen = 0
    var lost = 0
    for ray in 0..<rays {
      let angle = (Float(ray) + 0.5) / Float(rays) * 2 * Float.pi
      let dx = cosf(angle)
      let dy = sinf(angle)
      func pixel(_ length: Float) -> Int {
        let x = min(width - 1, max(0, Int(originX + dx * length)))
        let y = min(height - 1, max(0, Int(originY + dy * length)))
        return y * width + x
      }
      var last: Float = -1
      var length: Float = 0
      while true {
        let x = originX + dx * length
        let y = originY + dy * length
        guard x >= 0, y >= 0, x < Float(width), y < Float(height) else { break }
        if map.labels[Int(y) * width + Int(x)] == .person { last = length }
        length += 1
      }
      let endsBelow = originY + dy * length >= Float(height)
      let isUnderHead = endsBelow && abs(dx * length) < bodyReach
      if last >= length - 2 {
        if isUnderHead { seen += 1 }
        continue
      }
      if isUnderHead {
        seen += 1
        if image.luma[pixel(length - 2)] >= Self.clippedLuma { lost += 1 }
        continue
      }
      guard last > 0, last + depth < length else { continue }
      seen += 1
      let outside = pixel(last + depth)
      guard image.luma[outside] >= Self.clippedLuma else { continue }
      // Where the face itself is burnt, growing went on inside the outline.
      let core = pixel(last * 0.5)
      if map.labels[core] == .wall, image.luma[core] >= Self.clippedLuma {
        lost += 1
        continue
      }
      var contrast: Float = 0
      for inside in stride(from: max(0, last - depth), through: last + depth - span, by: 0.5) {
        contrast = max(contrast, image[pixel(inside)].difference(to: image[pixel(inside + span)]))
      }
      if contrast < Self.lostContrast { lost += 1 }
    }
    return seen > 0 ? Double(lost) / Double(seen) : 0
  }
}
