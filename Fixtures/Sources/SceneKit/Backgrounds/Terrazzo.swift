import Foundation

/// Stone chips of several colours set in cement.
struct Terrazzo: Background {
  let gloss: Float
  private let noise: Noise
  private let ground: Vector3
  private let chips: [Vector3]
  private let pitch: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    ground = linear(random.pick([0xDAD6CE, 0xB4B0A8, 0x5A5C5E, 0xE6E2DC]))
    chips = (0..<4).map { _ in
      linear(hue: random.unit(), saturation: random.uniform(0...0.45), value: random.uniform(0.15...0.95))
    }
    pitch = random.logUniform(3...14)
    gloss = random.uniform(0.2...0.8)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = p / pitch + Vector2(noise.value(p.x / pitch * 2, p.y / pitch * 2), noise.value(p.x / pitch * 2, p.y / pitch * 2, 6)) * 0.2
    let cx = Int32(truncatingIfNeeded: Int(q.x.rounded(.down)))
    let cy = Int32(truncatingIfNeeded: Int(q.y.rounded(.down)))
    var best: Float = 9
    var second: Float = 9
    var chosen: Float = 0
    for dy: Int32 in -1...1 {
      for dx: Int32 in -1...1 {
        let x = cx &+ dx
        let y = cy &+ dy
        let site = Vector2(Float(x) + noise.cell(x, y, 1), Float(y) + noise.cell(x, y, 2))
        let distance = length(site - q)
        if distance < best {
          second = best
          best = distance
          chosen = noise.cell(x, y, 3)
        } else if distance < second {
          second = distance
        }
      }
    }
    let fine = 1 + 0.08 * noise.fractal(p, wavelength: 1.5, octaves: 4, gain: 0.75, footprint: footprint, salt: 20)
    let cement = ground * fine
    if chosen < 0.35 { return cement }
    let colour = chips[min(3, Int((chosen - 0.35) / 0.1626))]
    let soft = 0.06 + footprint / pitch
    return mix(cement, colour * fine, smoothstep(0.12, 0.12 + soft, second - best))
  }
}
