import Foundation

/// A carpet or rug: tufts with a random lie, perhaps with a border pattern.
struct Carpet: Background {
  let gloss: Float = 0
  private let noise: Noise
  private let base: Vector3
  private let other: Vector3
  private let tuft: Float
  private let pattern: Float
  private let ornate: Bool

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(hue: random.unit(), saturation: random.uniform(0.05...0.6), value: random.uniform(0.2...0.75))
    other = linear(hue: random.unit(), saturation: random.uniform(0.1...0.6), value: random.uniform(0.15...0.8))
    tuft = random.uniform(1...3.2)
    pattern = random.uniform(14...50)
    ornate = random.chance(0.5)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    var colour = base
    if ornate {
      let q = p / pattern
      let wave = sin(q.x * 3.1 + 2 * sin(q.y * 2.2)) + sin(q.y * 3.7 + 2 * sin(q.x * 1.7))
      let jag = noise.value(p.x / tuft * 1.4, p.y / tuft * 1.4, 44) * 0.25
      colour = mix(base, other, smoothstep(-0.1, 0.15, wave + jag - 0.3))
      colour = mix(colour, other * 0.35, smoothstep(0.2, 0.05, abs(wave + jag - 0.3)))
    }
    let lie = noise.fractal(p, wavelength: tuft, octaves: 4, gain: 0.85, footprint: footprint)
    let brushed = noise.fractal(p, wavelength: 110, octaves: 3, footprint: footprint, salt: 12)
    return colour * max(0.15, 1 + 0.42 * lie + 0.12 * brushed)
  }
}
