import Foundation

/// A tablecloth with checks, or with printed blossoms.
struct CheckedCloth: Background {
  let gloss: Float = 0
  private let noise: Noise
  private let ground: Vector3
  private let first: Vector3
  private let second: Vector3
  private let pitch: Float
  private let flowers: Bool
  private let angle: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    ground = linear(random.pick([0xF2EEE6, 0xE4E8EC, 0x2A3350, 0xE8DCC4]))
    let hue = random.unit()
    first = linear(hue: hue, saturation: random.uniform(0.3...0.85), value: random.uniform(0.35...0.85))
    second = linear(hue: hue + random.uniform(0.2...0.6), saturation: 0.5, value: random.uniform(0.3...0.8))
    pitch = random.logUniform(6...45)
    flowers = random.chance(0.45)
    angle = random.uniform(0...6.28)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = rotate(p, angle) + Vector2(noise.value(p.x / 60, p.y / 60), noise.value(p.x / 60, p.y / 60, 8)) * 2.5
    var colour = ground
    let soft = 0.12 + footprint
    if flowers {
      let cell = Vector2((q.x / pitch).rounded(.down), (q.y / pitch).rounded(.down))
      let x = Int32(truncatingIfNeeded: Int(cell.x))
      let y = Int32(truncatingIfNeeded: Int(cell.y))
      let centre = (cell + Vector2(0.3 + 0.4 * noise.cell(x, y, 1), 0.3 + 0.4 * noise.cell(x, y, 2))) * pitch
      let out = q - centre
      let r = length(out)
      let petals = 0.22 + 0.08 * cos(5 * atan2(out.y, out.x) + 6 * noise.cell(x, y, 3))
      colour = mix(colour, noise.cell(x, y, 4) > 0.5 ? first : second, smoothstep(soft, -soft, r - pitch * petals))
      colour = mix(colour, ground * 0.8, smoothstep(soft, -soft, r - pitch * 0.07))
    } else {
      let x = abs((q.x / pitch) - (q.x / pitch).rounded()) * pitch - pitch / 4
      let y = abs((q.y / pitch) - (q.y / pitch).rounded()) * pitch - pitch / 4
      colour = mix(colour, first, 0.5 * smoothstep(soft, -soft, x))
      colour = mix(colour, first, 0.5 * smoothstep(soft, -soft, y))
      let fine = abs((q.x / pitch / 2) - (q.x / pitch / 2).rounded()) * pitch * 2 - 0.6
      colour = mix(colour, second, 0.6 * smoothstep(soft, -soft, fine))
    }
    let visible = clamp(2 - 3 * footprint / 0.8, 0, 1)
    let weave = visible * 0.12 * sin(q.x * 7.8) * sin(q.y * 7.8)
    let fold = 0.1 * noise.fractal(q, wavelength: 80, octaves: 3, footprint: footprint, salt: 50)
    let yarn = 0.06 * noise.fractal(q, wavelength: 1.5, octaves: 3, gain: 0.8, footprint: footprint, salt: 60)
    return colour * max(0.2, 1 + weave + fold + yarn)
  }
}
