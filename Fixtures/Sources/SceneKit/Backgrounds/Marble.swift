import Foundation

/// Polished stone with veins.
struct Marble: Background {
  let gloss: Float
  private let noise: Noise
  private let base: Vector3
  private let vein: Vector3
  private let scale: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    let dark = random.chance(0.35)
    base = linear(dark ? random.pick([0x22262A, 0x2E3A34, 0x3A2E2A]) : random.pick([0xEDEBE6, 0xE2DDD4, 0xD4D6D8, 0xE6D8C4]))
    vein = linear(dark ? 0xB8B8B0 : random.pick([0x8A8884, 0x9A8468, 0x6E7276]))
    scale = random.uniform(50...190)
    gloss = random.uniform(0.4...1)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let warp = Vector2(
      noise.fractal(p, wavelength: scale, octaves: 5, footprint: footprint, salt: 1),
      noise.fractal(p, wavelength: scale, octaves: 5, footprint: footprint, salt: 20)) * (scale * 0.5)
    let q = p + warp
    let ridge = 1 - abs(noise.value(q.x / scale * 1.3, q.y / scale * 0.6, 40))
    let thin = 1 - abs(noise.value(q.x / scale * 3, q.y / scale * 3.4, 60))
    let strength = smoothstep(0.86, 1, ridge) * 0.6 + smoothstep(0.93, 1, thin) * 0.35
    let cloud = 0.09 * noise.fractal(q, wavelength: scale * 0.6, octaves: 6, gain: 0.6, footprint: footprint, salt: 70)
    return mix(base, vein, clamp(strength, 0, 0.85)) * (1 + cloud)
  }
}
