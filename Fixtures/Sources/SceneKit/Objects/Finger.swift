import Foundation

/// A fingertip that lies over an edge or a corner of the document.
struct Finger: Sendable {
  /// The tip's centre and a point further up the finger, in document millimetres.
  let tip: Vector2
  let root: Vector2
  let radius: Float
  let skin: Vector3
  let nail: Bool
  let noise: Noise

  init(tip: Vector2, towards outward: Vector2, random: inout SceneRandom) {
    self.tip = tip
    let lean = rotate(outward, random.uniform(-0.4...0.4))
    root = tip + lean * 110
    radius = random.uniform(7...10)
    skin = linear(random.pick([0xE2B596, 0xD69C7A, 0xB97E5C, 0x8C5A3E, 0x5E3C2A, 0xEBC4A8]))
    nail = random.chance(0.7)
    noise = Noise(&random)
  }

  /// Signed distance to the finger's outline.
  func distance(_ p: Vector2) -> Float {
    let along = clamp(dot(p - tip, root - tip) / dot(root - tip, root - tip), 0, 1)
    let joint = 1 + 0.10 * along * 3 - 0.06 * sin(along * 18)
    return length(p - tip - (root - tip) * along) - radius * joint
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let axis = (root - tip) / length(root - tip)
    let side = Vector2(-axis.y, axis.x)
    let local = Vector2(dot(p - tip, axis), dot(p - tip, side)) / radius
    let inside = clamp(1 + distance(p) / radius, 0, 1)
    let round = 0.4 + 0.6 * (1 - inside * inside).squareRoot() - 0.15 * local.y
    let crease = noise.fractal(
      Vector2(local.x * 3, local.y * 0.7), wavelength: 0.5, octaves: 4, gain: 0.7,
      footprint: footprint / radius)
    var colour = skin * (round * (1 + 0.09 * crease))
    colour *= mix(Vector3(1, 1, 1), Vector3(1.06, 0.86, 0.82), smoothstep(1.5, -0.5, local.x))
    if nail {
      let n = Vector2((local.x + 0.18) / 0.62, local.y / 0.6)
      let d = dot(n, n) * dot(n, n)
      let plate = smoothstep(1.05, 0.92, d)
      let shine = 0.2 * smoothstep(0.12, 0.02, abs(local.y + 0.22))
      let nailColour = skin * Vector3(1.08, 0.88, 0.86) * (0.95 * round + 0.1)
      colour = mix(colour, nailColour + Vector3(shine, shine, shine), plate * 0.85)
      colour *= 1 - 0.25 * smoothstep(0.1, 0, abs(d - 1))
    }
    return colour
  }
}
