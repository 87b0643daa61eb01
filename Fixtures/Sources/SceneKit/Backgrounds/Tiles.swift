import Foundation

/// Ceramic tiles with joints, plain or mottled.
struct Tiles: Background {
  let gloss: Float
  private let noise: Noise
  private let base: Vector3
  private let joint: Vector3
  private let pitch: Float
  private let width: Float
  private let mottle: Float
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(random.pick([0xE8E4DC, 0xC8BCA8, 0x9AA4A8, 0x6A7480, 0xB07858, 0xF0F2F2, 0x3A4048]))
    joint = linear(random.pick([0x8A8680, 0xC8C6C0, 0x4A4844]))
    pitch = random.logUniform(22...260)
    width = random.uniform(1.5...4)
    mottle = random.uniform(0.02...0.2)
    angle = random.uniform(0...6.28)
    gloss = random.uniform(0.3...1)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = rotate(p, angle) / pitch
    let cell = Vector2(q.x.rounded(.down), q.y.rounded(.down))
    let local = q - cell
    let edge = min(min(local.x, 1 - local.x), min(local.y, 1 - local.y)) * pitch
    let id = noise.cell(Int32(truncatingIfNeeded: Int(cell.x)), Int32(truncatingIfNeeded: Int(cell.y)))
    let tone = noise.fractal(p + cell * 37, wavelength: 30, octaves: 7, gain: 0.6, footprint: footprint)
    var tile = base * (0.95 + 0.1 * id) * (1 + mottle * tone)
    tile *= 0.93 + 0.07 * smoothstep(0, 2.5, edge - width)
    let grout = joint * (1 + 0.15 * noise.fractal(p, wavelength: 2, octaves: 3, gain: 0.7, footprint: footprint, salt: 8))
    return mix(grout, tile, smoothstep(width * 0.5, width * 0.5 + 0.5 + footprint, edge))
  }
}
