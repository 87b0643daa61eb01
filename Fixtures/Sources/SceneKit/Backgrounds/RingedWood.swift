import Foundation

/// Wood cut across a trunk's rings: bands that bend around knots, with fine pores.
struct RingedWood: Background {
  let gloss: Float
  private let noise: Noise
  private let light: Vector3
  private let dark: Vector3
  private let centre: Vector2
  private let pitch: Float
  private let knot: Vector2
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    light = linear(random.pick([0xE2B878, 0xC98E4E, 0xA0683A, 0xD9C4A0, 0x7A4A2C, 0xBFA588])) * random.uniform(0.8...1.1)
    dark = light * Vector3(0.72, 0.62, 0.5) * random.uniform(0.75...1.25)
    centre = Vector2(random.uniform(-200...200), random.uniform(180...900))
    pitch = random.uniform(4...14)
    knot = Vector2(random.uniform(-250...250), random.uniform(-250...250))
    angle = random.uniform(0...6.28)
    gloss = random.uniform(0.1...0.8)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    var q = rotate(p, angle)
    let away = q - knot
    let pull = 26 * exp(-dot(away, away) / 2400)
    q += Vector2(0, pull)
    q += Vector2(0, 1) * (9 * noise.value(q.x / 120, q.y / 60) + 2 * noise.value(q.x / 26, q.y / 14, 3))
    let ring = length(Vector2((q.x - centre.x) * 0.16, q.y - centre.y)) / pitch
    let phase = ring - ring.rounded(.down)
    let band = smoothstep(0, 0.75, phase) * smoothstep(1, 0.88, phase)
    let fibre = noise.fractal(Vector2(q.x / 18, q.y), wavelength: 1.6, octaves: 5, gain: 0.75, footprint: footprint, salt: 9)
    let pore = max(0, noise.fractal(Vector2(q.x / 6, q.y), wavelength: 0.6, octaves: 2, gain: 0.8, footprint: footprint, salt: 40) - 0.45)
    let colour = mix(light, dark, 0.15 + 0.7 * band)
    return colour * max(0.25, 1 + 0.09 * fibre - 0.7 * pore + 0.1 * noise.value(q.x / 200, q.y / 90, 77))
  }
}
