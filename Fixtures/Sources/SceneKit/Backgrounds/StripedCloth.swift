import Foundation

/// Cloth with stripes of several widths and colours, ribbed.
struct StripedCloth: Background {
  let gloss: Float = 0
  private let noise: Noise
  private let colours: [Vector3]
  private let pitch: Float
  private let rib: Float
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    let hue = random.unit()
    colours = (0..<3).map { index in
      linear(
        hue: hue + Float(index) * random.uniform(0.05...0.3), saturation: random.uniform(0.05...0.7),
        value: random.uniform(0.2...0.92))
    }
    pitch = random.logUniform(3...36)
    rib = random.uniform(0.6...1.8)
    angle = random.uniform(0...6.28)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    var q = rotate(p, angle)
    q += Vector2(noise.value(q.x / 70, q.y / 70), noise.value(q.x / 70, q.y / 70, 3)) * 4
    let x = q.x / pitch
    let band = x.rounded(.down)
    let id = noise.cell(Int32(truncatingIfNeeded: Int(band) % 7), 5)
    let next = noise.cell(Int32(truncatingIfNeeded: (Int(band) + 1) % 7), 5)
    let soft = (0.15 + footprint) / pitch
    let colour = mix(
      colours[min(2, Int(id * 3))], colours[min(2, Int(next * 3))],
      smoothstep(1 - soft, 1, x - band))
    let visible = clamp(2 - 3 * footprint / rib, 0, 1)
    let ribs = visible * 0.16 * sin(q.y * 6.283 / rib) + visible * 0.06 * noise.value(q.x / rib * 2, q.y / rib * 2, 15)
    let fold = 0.13 * noise.fractal(Vector2(q.x, q.y * 0.4), wavelength: 75, octaves: 3, footprint: footprint, salt: 30)
    return colour * max(0.2, 1 + ribs + fold)
  }
}
