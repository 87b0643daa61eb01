import Foundation

/// A keyboard under the document: rows of keys with legends.
struct Keyboard: Background {
  let gloss: Float = 0.2
  private let noise: Noise
  private let key: Vector3
  private let gap: Vector3
  private let legend: Vector3
  private let pitch: Float
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    let dark = random.chance(0.65)
    key = linear(dark ? random.pick([0x1E1F22, 0x2E3033, 0x3C3A38]) : random.pick([0xE2E2E0, 0xF0F0F0, 0xC9C7C0]))
    gap = linear(dark ? random.pick([0x0A0A0B, 0x9EA0A4]) : random.pick([0xB4B6B8, 0x8C8E90]))
    legend = linear(dark ? 0xD8D8D8 : 0x4A4A4C)
    pitch = random.uniform(17...20)
    angle = random.uniform(-0.4...0.4) + (random.chance(0.3) ? 1.57 : 0)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = rotate(p, angle) / pitch
    let row = q.y.rounded(.down)
    let x = q.x + 0.25 * row
    let column = x.rounded(.down)
    let local = (Vector2(x - column, q.y - row) - Vector2(0.5, 0.5)) * pitch
    let half = pitch * 0.43
    let distance = roundedBoxDistance(local, half: Vector2(half, half), radius: 1.6)
    let plastic = 1 + 0.08 * noise.fractal(p, wavelength: 0.8, octaves: 3, gain: 0.8, footprint: footprint)
    var colour = mix(gap * 0.6, key * (0.92 + 0.05 * local.y / half) * plastic, smoothstep(0.35 + footprint, -0.35 - footprint, distance))
    if distance < -0.5 && distance > -1.6 { colour *= local.y < 0 ? 1.15 : 0.85 }
    let c = Int32(truncatingIfNeeded: Int(column))
    let r = Int32(truncatingIfNeeded: Int(row))
    let mark = local - Vector2(-2.5, -2.5)
    let cell = Vector2((mark.x / 0.9).rounded(.down), (mark.y / 0.9).rounded(.down))
    if cell.x >= -1, cell.x <= 1, cell.y >= -2, cell.y <= 1,
      noise.cell(c &* 31 &+ Int32(cell.x), r &* 17 &+ Int32(cell.y), 5) > 0.42
    {
      colour = mix(colour, legend, 0.75)
    }
    return colour
  }
}
