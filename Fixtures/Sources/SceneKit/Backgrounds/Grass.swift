import Foundation

/// A lawn: overlapping blades with dark gaps.
struct Grass: Background {
  let gloss: Float = 0
  private let noise: Noise
  private let fresh: Vector3
  private let dry: Vector3
  private let scale: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    fresh = linear(random.pick([0x5C8A34, 0x4A7A2C, 0x7A9A40, 0x3E6A30]))
    dry = linear(random.pick([0xA89A58, 0x8C8440, 0xB0A070]))
    scale = random.uniform(0.7...1.6)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    var colour = linear(0x1A2210)
    // Each layer lays streaks in another direction over the one below.
    for layer in 0..<5 {
      let angle = Float(layer) * 1.3 + 1.1 * noise.value(p.x / 22, p.y / 22, UInt32(layer))
      let q = rotate(p / scale, angle)
      let row = (q.y / 2.4).rounded(.down)
      let r = Int32(truncatingIfNeeded: Int(row))
      let x = q.x / 26 + noise.cell(r, Int32(layer), 5) * 9
      let column = x.rounded(.down)
      let c = Int32(truncatingIfNeeded: Int(column))
      if noise.cell(c, r, UInt32(layer) + 50) < 0.35 { continue }
      let along = x - column
      let bend = 0.6 * sin(along * 3.14) * (noise.cell(c, r, 9) - 0.5)
      let across = abs(q.y / 2.4 - row - 0.5 - bend) * 2
      let blade = smoothstep(1, 0.75, across + 0.9 * abs(along - 0.5) * abs(along - 0.5) * 4)
      let tone = mix(fresh, dry, noise.cell(c, r, 3) * noise.cell(c, r, 4)) * (0.45 + 0.85 * noise.cell(c, r, 6))
      colour = mix(colour, tone * (0.75 + 0.35 * (1 - across)), blade)
    }
    return colour * (1 + 0.2 * noise.value(p.x / 60, p.y / 60, 80))
  }
}
