import Foundation

/// Boards side by side, with streaky grain along each.
struct Planks: Background {
  let gloss: Float
  private let noise: Noise
  private let base: Vector3
  private let streak: Float
  private let width: Float
  private let joint: Float
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(random.pick([
      0xB98550, 0xC89A62, 0x8A5A34, 0xD8B98C, 0x6B4426, 0xA98C6E, 0xC7B299, 0x4A3020, 0xB47838,
    ])) * random.uniform(0.8...1.15)
    streak = random.uniform(0.12...0.42)
    width = random.chance(0.35) ? 4000 : random.uniform(45...160)
    joint = random.uniform(0.2...1.6)
    angle = random.uniform(0...6.28)
    gloss = random.uniform(0.1...0.7)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = rotate(p, angle)
    let across = q.y / width
    let board = across.rounded(.down)
    let shift = noise.cell(Int32(truncatingIfNeeded: Int(board)), 7) * 900
    let grain = Vector2((q.x + shift) / 26, q.y + shift)
    var tone = noise.fractal(grain, wavelength: 7, octaves: 7, gain: 0.62, footprint: footprint)
    let wave = noise.value(q.x / 140 + shift, q.y / 35) * 1.4
    let pore = noise.fractal(
      Vector2((q.x + shift) / 11, q.y + wave), wavelength: 0.9, octaves: 3, gain: 0.8,
      footprint: footprint, salt: 90)
    tone += 0.45 * sin((q.y + wave * 3) * 0.55 + 4 * noise.value(q.x / 90, q.y / 18, 5))
    var colour = base * max(0.2, 1 + streak * tone * 0.55 - streak * max(0, pore - 0.2) * 0.7)
    colour *= 0.88 + 0.24 * noise.cell(Int32(truncatingIfNeeded: Int(board)), 3)
    colour.z *= 1 - 0.12 * tone * streak
    let edge = min(across - board, 1 - (across - board)) * width
    colour *= 0.25 + 0.75 * smoothstep(joint * 0.3, joint * 0.3 + joint + footprint, edge)
    return colour
  }
}
