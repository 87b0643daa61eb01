import Foundation

/// Bricks or paving stones with mortar between.
struct Brick: Background {
  let gloss: Float = 0
  private let noise: Noise
  private let base: Vector3
  private let mortar: Vector3
  private let size: Vector2
  private let joint: Float
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(random.pick([0x9A4A34, 0xA8603C, 0x8A8078, 0x6E5A4E, 0xB89078, 0x9C9890]))
    mortar = linear(random.pick([0xB0A898, 0x8A8478, 0x6A665E]))
    size = random.pick([Vector2(210, 65), Vector2(100, 100), Vector2(200, 100)]) * random.uniform(0.5...1)
    joint = random.uniform(3...9)
    angle = random.uniform(0...6.28)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    var q = rotate(p, angle)
    q += Vector2(noise.value(q.x / 9, q.y / 9), noise.value(q.x / 9, q.y / 9, 4)) * 1.1
    let row = (q.y / size.y).rounded(.down)
    let x = q.x / size.x + 0.5 * row
    let column = x.rounded(.down)
    let local = Vector2((x - column) * size.x, q.y - row * size.y)
    let edge = min(min(local.x, size.x - local.x), min(local.y, size.y - local.y))
    let id = noise.cell(Int32(truncatingIfNeeded: Int(column)), Int32(truncatingIfNeeded: Int(row)))
    let rough = noise.fractal(q, wavelength: 14, octaves: 7, gain: 0.72, footprint: footprint)
    let stone = base * max(0.1, (0.7 + 0.5 * id) * (1 + 0.22 * rough))
    let grout = mortar * max(0.1, 1 + 0.2 * noise.fractal(q, wavelength: 2.5, octaves: 4, gain: 0.7, footprint: footprint, salt: 9))
    return mix(grout, stone, smoothstep(joint * 0.4, joint * 0.6 + footprint, edge))
  }
}
