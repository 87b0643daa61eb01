import Foundation

/// Brown cardboard or wrapping paper: fibres, flutes and scuffs.
struct Cardboard: Background {
  let gloss: Float = 0
  private let noise: Noise
  private let base: Vector3
  private let flute: Float
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(random.pick([0xB08A60, 0xC09C70, 0x9C7850, 0xA8A090]))
    flute = random.uniform(0...0.06)
    angle = random.uniform(0...6.28)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = rotate(p, angle)
    let fibre = noise.fractal(Vector2(q.x / 3, q.y), wavelength: 1.2, octaves: 4, gain: 0.8, footprint: footprint)
    let blot = noise.fractal(q, wavelength: 35, octaves: 4, footprint: footprint, salt: 20)
    let wave = sin(q.y * 1.05) * clamp(2 - footprint, 0, 1)
    return base * (1 + 0.08 * fibre + 0.07 * blot + flute * wave)
  }
}
