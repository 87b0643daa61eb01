import Foundation

/// A mirrored light source, on the document or on the table.
///
/// Places are millimetres of the sheet (or of the table); strength is in units of white paper in
/// the scene's light.
struct Glare: Sendable {
  enum Shape: String, CaseIterable, Sendable { case spot, window, tube, halo, sheen, tinted }

  let shape: Shape
  let centre: Vector2
  private(set) var half: Vector2
  let angle: Float
  private(set) var strength: Float
  private(set) var softness: Float
  let tint: Vector3
  let noise: Noise
  let ripple: Float

  /// Draws a reflection around a place; `scale` is the sheet's shorter side.
  /// `roughness` above zero widens and fades it, as a table does.
  init(
    _ shape: Shape, around centre: Vector2, scale: Float, roughness: Float = 0,
    random: inout SceneRandom
  ) {
    self.shape = shape
    self.centre = centre
    noise = Noise(&random)
    angle = random.uniform(0...6.28)
    let wavy = random.chance(0.6) ? random.uniform(0.1...0.7) : 0
    var tint = Vector3(1, 1, 1)
    switch shape {
    case .spot:
      let r = random.logUniform(0.06...0.2) * scale
      half = Vector2(r, r * random.uniform(0.5...1))
      strength = random.logUniform(1.8...9)
      softness = random.uniform(0.25...0.8) * r
    case .window:
      half = Vector2(random.uniform(0.12...0.34), random.uniform(0.1...0.26)) * scale
      strength = random.logUniform(1...5)
      softness = random.uniform(0.02...0.12) * scale
      tint = Vector3(0.93, 0.98, 1.08)
    case .tube:
      half = Vector2(random.uniform(0.4...1.6) * scale, random.uniform(0.018...0.06) * scale)
      strength = random.logUniform(1.2...6)
      softness = random.uniform(0.02...0.07) * scale
    case .halo:
      let r = random.uniform(0.14...0.34) * scale
      half = Vector2(r, r * random.uniform(0.6...1))
      strength = random.logUniform(0.9...3.2)
      softness = r
    case .sheen:
      half = Vector2(random.uniform(0.5...1.6) * scale, random.uniform(0.2...0.5) * scale)
      strength = random.uniform(0.5...1.1)
      softness = random.uniform(0.15...0.4) * scale
    case .tinted:
      let r = random.uniform(0.1...0.26) * scale
      half = Vector2(r, r * random.uniform(0.5...1))
      strength = random.logUniform(1.1...4)
      softness = random.uniform(0.3...1) * r
      tint = random.pick([
        Vector3(1.25, 0.85, 0.4), Vector3(0.6, 0.9, 1.35), Vector3(1.2, 0.7, 0.9),
        Vector3(0.75, 1.15, 0.75),
      ])
    }
    if roughness > 0 {
      half *= 1 + 0.6 * roughness
      softness = softness * (1 + 2 * roughness) + half.y * 0.5 * roughness
      strength *= 0.75 / (0.4 + roughness)
    }
    self.tint = tint
    ripple = wavy * half.y
  }

  /// The light added at a place, in units of white paper.
  @inline(__always)
  func intensity(_ place: Vector2) -> Float {
    var p = place
    if ripple > 0 {
      // Laminate is wavy over lengths well above the reflection's own width.
      let scale = 1 / (3.5 * max(half.y, 2))
      p += Vector2(noise.value(p.x * scale, p.y * scale), noise.value(p.x * scale, p.y * scale, 9)) * ripple
    }
    let local = rotate(p - centre, -angle)
    switch shape {
    case .halo, .tinted:
      let q = local / half
      return strength * exp(-1.1 * dot(q, q))
    case .spot:
      let q = local / half
      let r = dot(q, q).squareRoot()
      // A core, and the light a slightly rough face scatters far around it.
      let spread = 1 + r * r
      return strength
        * (smoothstep(1 + softness / half.x, 1 - softness / half.x, r) * 0.85
          + 0.22 / (spread * spread.squareRoot()))
    case .window:
      let d = roundedBoxDistance(local + Vector2(local.y * 0.25, 0), half: half, radius: 1)
      let bar = min(abs(local.x + local.y * 0.25), abs(local.y - half.y * 0.2)) - half.x * 0.05
      let out = max(0, d) / (0.5 * half.y)
      return strength * smoothstep(softness / 2, -softness / 2, d)
        * (0.25 + 0.75 * smoothstep(-softness / 3, softness / 3, bar))
        + strength * 0.1 / (1 + out * out)
    case .tube:
      let d = roundedBoxDistance(local, half: half, radius: half.y)
      return strength * (smoothstep(softness, -softness * 0.3, d) + 0.16 * exp(-max(0, d) / (softness * 3 + half.y)))
    case .sheen:
      let d = roundedBoxDistance(local, half: half, radius: half.y * 0.8)
      let streaks = 1 + 0.12 * noise.value(local.x / half.x * 3, local.y / half.y * 2.2, 5)
      return strength * smoothstep(softness, -softness, d) * streaks
    }
  }
}
