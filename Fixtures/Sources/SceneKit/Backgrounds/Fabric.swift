import Foundation

/// Plain cloth: a weave with uneven yarn and soft creases.
struct Fabric: Background {
  let gloss: Float = 0
  private let noise: Noise
  private let base: Vector3
  private let pitch: Float
  private let depth: Float
  private let crease: Float
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = random.chance(0.5)
      ? linear(
        hue: random.unit(), saturation: random.uniform(0.1...0.7), value: random.uniform(0.2...0.8))
      : linear(random.pick([0xE6E1D6, 0x8C8C8C, 0x303238, 0xC8BCA4, 0x24304A, 0xF0EEEA]))
    pitch = random.logUniform(0.45...2.2)
    depth = random.uniform(0.15...0.5)
    crease = random.uniform(0.03...0.22)
    angle = random.uniform(0...6.28)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    var q = rotate(p, angle)
    q += Vector2(noise.value(q.x / 40, q.y / 40), noise.value(q.x / 45, q.y / 45, 3)) * 1.6
    let visible = clamp(2 - 3 * footprint / pitch, 0, 1)
    let x = q.x / pitch
    let y = q.y / pitch
    let over = (Int(x.rounded(.down)) &+ Int(y.rounded(.down))) & 1 == 0
    let across = over ? x - x.rounded(.down) : y - y.rounded(.down)
    let yarn = 4 * across * (1 - across)
    let id = over ? noise.value(x * 0.5, y.rounded(.down), 11) : noise.value(x.rounded(.down), y * 0.5, 13)
    let weave = visible * depth * ((yarn - 0.6) + (over ? 0.12 : -0.12) + 0.4 * id)
    let uneven = 0.1 * noise.fractal(q, wavelength: pitch * 6, octaves: 4, gain: 0.7, footprint: footprint, salt: 31)
    let fold = crease * noise.fractal(Vector2(q.x, q.y * 0.5), wavelength: 90, octaves: 3, footprint: footprint, salt: 50)
    return base * max(0.1, 1 + weave + uneven + fold)
  }
}
