import Foundation

/// Leather or imitation: small bumps between a net of grooves.
struct Leather: Background {
  let gloss: Float
  private let noise: Noise
  private let base: Vector3
  private let pitch: Float
  private let depth: Float

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    base = linear(random.pick([0x5A3A26, 0x2A2422, 0x8A5A38, 0x1C1C1E, 0x6E2A22, 0xB89C7C, 0x3A4652]))
    pitch = random.uniform(1.1...3.6)
    depth = random.uniform(0.2...0.55)
    gloss = random.uniform(0.2...0.7)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = p / pitch
    let cx = Int32(truncatingIfNeeded: Int(q.x.rounded(.down)))
    let cy = Int32(truncatingIfNeeded: Int(q.y.rounded(.down)))
    var best: Float = 9
    var second: Float = 9
    for dy: Int32 in -1...1 {
      for dx: Int32 in -1...1 {
        let x = cx &+ dx
        let y = cy &+ dy
        let site = Vector2(Float(x) + noise.cell(x, y, 1), Float(y) + noise.cell(x, y, 2))
        let distance = length(site - q)
        if distance < best {
          second = best
          best = distance
        } else if distance < second {
          second = distance
        }
      }
    }
    let visible = clamp(2 - 2 * footprint / pitch, 0, 1)
    let groove = 1 - visible * depth * smoothstep(0.3, 0, second - best)
    let worn = noise.fractal(p, wavelength: 60, octaves: 5, footprint: footprint, salt: 9)
    return base * max(0.2, groove * (1 + 0.16 * worn) + visible * 0.1 * (0.5 - best))
  }
}
