import Foundation

/// A thing lying about: drawn from above by its outline, with a height for its shadow.
struct TableObject: Sendable {
  enum Kind: CaseIterable, Sendable { case pen, coin, cup, paper, cable, phone, book }

  let kind: Kind
  var centre: Vector2
  let half: Vector2
  let radius: Float
  let angle: Float
  let colour: Vector3
  let accent: Vector3
  let height: Float
  let noise: Noise

  init(_ kind: Kind, at centre: Vector2, random: inout SceneRandom) {
    self.kind = kind
    self.centre = centre
    angle = random.uniform(0...6.28)
    noise = Noise(&random)
    let bright = linear(
      hue: random.unit(), saturation: random.uniform(0.1...0.9), value: random.uniform(0.15...0.9))
    accent = linear(hue: random.unit(), saturation: 0.6, value: random.uniform(0.2...0.9))
    switch kind {
    case .pen:
      half = Vector2(random.uniform(62...75), random.uniform(3.6...5.5))
      (radius, colour, height) = (3.5, bright, 8)
    case .coin:
      let r = random.uniform(8...13)
      half = Vector2(r, r)
      (radius, colour, height) = (r, linear(random.pick([0xB8B6B0, 0xC09A50, 0xA86A40])), 2)
    case .cup:
      let r = random.uniform(34...46)
      half = Vector2(r, r)
      (radius, colour, height) = (r, random.chance(0.5) ? linear(0xECEAE4) : bright, 60)
    case .paper:
      half = Vector2(random.uniform(52...105), random.uniform(40...148))
      (radius, colour, height) = (0.2, linear(0xF0EFEB) * random.uniform(0.8...1), 0.3)
    case .cable:
      half = Vector2(260, random.uniform(1.2...2.6))
      (radius, colour, height) = (1, random.chance(0.5) ? linear(0x161616) : linear(0xE8E8E6), 4)
    case .phone:
      half = Vector2(74, 36)
      (radius, colour, height) = (9, linear(0x0E0F12), 8)
    case .book:
      half = Vector2(random.uniform(85...125), random.uniform(60...85))
      (radius, colour, height) = (1.5, bright, random.uniform(6...22))
    }
  }

  /// Radius of a circle around the centre that holds the object.
  var reach: Float { length(half) }

  /// Signed distance of a place on the table to the outline.
  func distance(_ p: Vector2) -> Float {
    var local = rotate(p - centre, -angle)
    if kind == .cable {
      local.y -= 22 * sin(local.x / 38) + 9 * sin(local.x / 15)
      return (abs(local.y) - half.y) * 0.75
    }
    return roundedBoxDistance(local, half: half, radius: radius)
  }

  /// Reflectance at a place inside the outline.
  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let local = rotate(p - centre, -angle)
    switch kind {
    case .pen, .cable:
      let y = kind == .cable ? local.y - 22 * sin(local.x / 38) - 9 * sin(local.x / 15) : local.y
      let across = y / half.y
      let round = 0.35 + 0.75 * max(0, 1 - (across + 0.25) * (across + 0.25))
      let shine = 0.35 * smoothstep(0.16, 0.05, abs(across + 0.35))
      let body = kind == .pen && (local.x > half.x * 0.72 || abs(local.x + half.x * 0.2) < 3)
        ? accent : colour
      return body * round + Vector3(shine, shine, shine)
    case .coin:
      let r = length(local) / half.x
      let relief = noise.fractal(local, wavelength: 5, octaves: 4, gain: 0.7, footprint: footprint)
      let rim = r > 0.86 ? 1.2 : 0.85 + 0.35 * relief
      return colour * (rim * (1 + 0.4 * local.x / half.x))
    case .cup:
      let r = length(local) / half.x
      if r > 0.88 { return colour * (1 + 0.2 * local.x / half.x) }
      return r > 0.8 ? colour * 0.5 : linear(0x2A1710) * (1.2 + 0.6 * local.y / half.y)
    case .paper:
      let pitch: Float = 4.6
      let line = (local.y / pitch).rounded(.down)
      let inLine = local.y / pitch - line
      let id = Int32(truncatingIfNeeded: Int(line))
      let edge = half.x - abs(local.x)
      if edge > 12, half.y - abs(local.y) > 14, noise.cell(id, 1) > 0.2, inLine > 0.35, inLine < 0.8,
        local.x < half.x * (noise.cell(id, 2) * 1.2 - 0.1)
      {
        let ink = smoothstep(0.1, 0.5, noise.value(local.x / 0.55, local.y / 0.9, 4) + 0.25)
        return colour * (1 - 0.7 * ink)
      }
      return colour
    case .phone:
      let d = roundedBoxDistance(local, half: half, radius: radius)
      if d > -1.5 { return linear(0x3A3C40) }
      return colour + Vector3(0.02, 0.025, 0.03) * (1 + local.x / half.x)
    case .book:
      let title = abs(local.y + half.y * 0.4) < half.y * 0.12 && abs(local.x) < half.x * 0.6
      if title, noise.value(local.x / 2.2, local.y / 5) > -0.1 { return accent }
      if abs(local.x) < half.x * 0.7, local.y > 0, local.y < half.y * 0.7 { return mix(colour, accent, 0.5) }
      return colour * (0.95 + 0.05 * noise.fractal(local, wavelength: 4, octaves: 3, footprint: footprint))
    }
  }
}
