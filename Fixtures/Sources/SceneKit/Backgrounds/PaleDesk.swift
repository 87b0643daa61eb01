import Foundation

/// A white or pale painted desk, a sheet of baking paper, a bed sheet: hardly any contrast with
/// a pale document.
struct PaleDesk: Background {
  let gloss: Float
  private let noise: Noise
  private let base: Vector3
  private let brush: Float
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(random.pick([0xF2F0EA, 0xE4E2DE, 0xEAEEF0, 0xDCD6C8, 0xD2D4D2, 0xE8DFD2])) * random.uniform(0.75...1)
    brush = random.uniform(0.01...0.07)
    angle = random.uniform(0...6.28)
    gloss = random.uniform(0...0.7)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = rotate(p, angle)
    let stroke = noise.fractal(Vector2(q.x / 40, q.y), wavelength: 4, octaves: 5, gain: 0.6, footprint: footprint)
    let soft = noise.fractal(q, wavelength: 120, octaves: 3, footprint: footprint, salt: 8)
    let speck = max(0, noise.fractal(q, wavelength: 2.2, octaves: 3, gain: 0.8, footprint: footprint, salt: 18) - 0.95)
    return base * (1 + brush * stroke + 0.04 * soft - 0.4 * speck)
  }
}
