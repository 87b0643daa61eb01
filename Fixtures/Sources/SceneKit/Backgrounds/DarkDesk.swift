import Foundation

/// A dark desk or mat: black laminate, slate, a desk pad, with dust.
struct DarkDesk: Background {
  let gloss: Float
  private let noise: Noise
  private let base: Vector3
  private let grain: Float
  private let stretch: Float
  private let dust: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(random.pick([0x17181A, 0x24262A, 0x2C2420, 0x1A2028, 0x38342F, 0x101010]))
    grain = random.uniform(0.05...0.4)
    stretch = random.pick([1, 1, 8, 20])
    dust = random.uniform(0...0.35)
    gloss = random.uniform(0.1...1)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = Vector2(p.x / stretch, p.y)
    let tone = noise.fractal(q, wavelength: 6, octaves: 7, gain: 0.7, footprint: footprint)
    let speck = noise.fractal(p, wavelength: 1.1, octaves: 3, gain: 0.8, footprint: footprint, salt: 30)
    let dusty = dust * max(0, speck - 0.75) * 0.4
    return base * max(0.2, 1 + grain * tone) + Vector3(dusty, dusty, dusty) * 0.3
  }
}
