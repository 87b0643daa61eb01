import Foundation

/// Printed pages lying about: columns of lines, headlines and grey pictures.
struct Newspaper: Background {
  let gloss: Float = 0
  private let noise: Noise
  private let paper: Vector3
  private let ink: Vector3
  private let column: Float
  private let angle: Float
  private let coloured: Bool

  init(_ random: inout SceneRandom) {
    noise = Noise(&random)
    paper = linear(random.pick([0xD8D4C8, 0xE6E2D8, 0xC8C4B4, 0xF0F0EE]))
    ink = linear(0x2A2A2C)
    column = random.uniform(34...60)
    angle = random.uniform(0...6.28)
    coloured = random.chance(0.5)
  }

  func reflectance(_ p: Vector2, footprint: Float) -> Vector3 {
    let q = rotate(p, angle)
    let x = q.x / column
    let c = x.rounded(.down)
    let inColumn = (x - c) * column
    let block = (q.y / 38 + noise.cell(Int32(truncatingIfNeeded: Int(c)), 1)).rounded(.down)
    let ci = Int32(truncatingIfNeeded: Int(c))
    let bi = Int32(truncatingIfNeeded: Int(block))
    let kind = noise.cell(ci, bi, 2)
    let sheet = paper * (1 + 0.04 * noise.fractal(q, wavelength: 30, octaves: 5, footprint: footprint, salt: 70))
    if inColumn < 2 || inColumn > column - 2 { return sheet }
    if kind > 0.78 {
      let tone = 0.5 + 0.4 * noise.fractal(q, wavelength: 16, octaves: 5, footprint: footprint, salt: 33)
      let hue = coloured ? Vector3(1, 0.55 + 0.5 * noise.cell(ci, bi, 5), 0.4 + 0.6 * noise.cell(ci, bi, 6)) : Vector3(1, 1, 1)
      return paper * hue * clamp(tone, 0.06, 1)
    }
    let pitch: Float = kind > 0.62 ? 11 : 3.1
    let line = (q.y / pitch).rounded(.down)
    let inLine = q.y / pitch - line
    let li = Int32(truncatingIfNeeded: Int(line))
    let letter = pitch * 0.42
    let position = q.x / letter
    let gap = noise.cell(Int32(truncatingIfNeeded: Int((position / 5 + Float(li)).rounded(.down))), li, 8)
    let soft = clamp(footprint / pitch * 2, 0.02, 0.4)
    let body = smoothstep(0.28 - soft, 0.28 + soft, inLine) * smoothstep(0.86 + soft, 0.86 - soft, inLine)
    let stroke = 0.5 + 0.5 * noise.value(position * 2.3, q.y / pitch * 4, 21)
    let visible = clamp(2 - 4 * footprint / pitch, 0, 1)
    let coverage = mix(0.42, smoothstep(0.35, 0.65, stroke), visible)
    return mix(sheet, ink, body * coverage * (gap > 0.15 ? 0.9 : 0))
  }
}
