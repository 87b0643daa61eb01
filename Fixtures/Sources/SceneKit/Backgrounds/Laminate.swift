import Foundation

/// A pale office table: near white, beige or light grey, faintly printed.
struct Laminate: Background {
  let gloss: Float
  private let noise: Noise
  private let base: Vector3
  private let grain: Float
  private let stretch: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(random.pick([0xE8E6E2, 0xDCD8CE, 0xF0F0EE, 0xCFCBC4, 0xD8C9AE, 0xE6DCC8])) * random.uniform(0.75...1)
    grain = random.uniform(0.01...0.09)
    stretch = random.pick([1, 15, 30])
    gloss = random.uniform(0.2...0.8)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = Vector2(p.x / stretch, p.y)
    let tone = noise.fractal(q, wavelength: 5, octaves: 6, gain: 0.65, footprint: footprint)
    let smear = noise.fractal(p, wavelength: 70, octaves: 3, footprint: footprint, salt: 14)
    return base * (1 + grain * tone + 0.02 * smear)
  }
}
