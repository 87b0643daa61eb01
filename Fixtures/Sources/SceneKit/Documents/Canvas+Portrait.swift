import Foundation

extension Canvas {
  /// Draws a photo box with a face-like silhouette that is no person.
  mutating func portrait(_ low: Vector2, _ high: Vector2, random: inout SceneRandom) {
    let backs: [Vector3] = [
      linear(0xF4F5F6), linear(0xE4E9EE), linear(0xC9D8E6), linear(0xD8D8D4), linear(0xFAFAFA),
      linear(0x8FB2D6),
    ]
    let back = random.pick(backs)
    let skin = random.pick([
      linear(0xE8C3A8), linear(0xD9A887), linear(0xB98060), linear(0x8A5A40), linear(0x5C3A2A),
    ])
    let hair = random.pick([
      linear(0x1C1816), linear(0x3A281C), linear(0x6B4A2C), linear(0x9A8A78), linear(0xB08A50),
    ])
    let clothes = linear(
      hue: random.unit(), saturation: random.uniform(0...0.5), value: random.uniform(0.1...0.95))
    let grey = random.chance(0.2)
    let tint: (Vector3) -> Vector3 = { colour in
      guard grey else { return colour }
      let luma = dot(colour, Vector3(0.21, 0.72, 0.07))
      return Vector3(luma, luma, luma)
    }
    let size = high - low
    let centre = low + size * Vector2(0.5 + random.normal() * 0.015, 0.44)
    let head = size * Vector2(0.22 * random.uniform(0.9...1.08), 0.215)
    let shoulder = random.uniform(0.38...0.5) * size.x
    let noise = Noise(&random)
    let long = random.chance(0.45)
    shade(from: low, to: high) { place in
      if place.x < low.x || place.y < low.y || place.x > high.x || place.y > high.y {
        return (back, 0)
      }
      var colour = tint(back) * (1 - 0.1 * (place.y - low.y) / size.y)
      let blur = size.x * 0.018
      func over(_ next: Vector3, _ distance: Float) {
        colour = mix(colour, next, smoothstep(blur, -blur, distance))
      }
      func oval(_ at: Vector2, _ radii: Vector2) -> Float {
        (length((place - at) / radii) - 1) * min(radii.x, radii.y)
      }
      let strand = 0.85 + 0.25 * noise.value(place.x * 3, place.y * 0.8)
      let dark = tint(hair) * strand
      if long {
        over(dark, oval(centre + Vector2(0, head.y * 0.35), head * Vector2(1.28, 1.5)))
      }
      let low2 = Vector2(centre.x, high.y + size.y * 0.06)
      over(tint(clothes) * (0.9 + 0.1 * noise.value(place.x, place.y)),
        oval(low2, Vector2(shoulder, size.y * 0.3)))
      over(tint(skin) * 0.82, oval(centre + Vector2(0, head.y * 1.15), head * Vector2(0.5, 0.55)))
      over(dark, oval(centre - Vector2(0, head.y * 0.28), head * Vector2(1.1, 0.98)))
      let relative = (place - centre) / head
      let round = 1.05 - 0.22 * relative.x - 0.12 * dot(relative, relative)
      over(tint(skin) * round, oval(centre + Vector2(0, head.y * 0.06), head * Vector2(0.9, 0.95)))
      for side: Float in [-1, 1] {
        let eye = centre + head * Vector2(0.38 * side, -0.02)
        over(tint(skin) * 0.55, oval(eye - Vector2(0, head.y * 0.17), head * Vector2(0.22, 0.035)))
        over(Vector3(0.05, 0.04, 0.035), oval(eye, head * Vector2(0.13, 0.06)))
      }
      over(tint(skin) * 0.68, oval(centre + Vector2(0, head.y * 0.3), head * Vector2(0.13, 0.04)))
      over(mix(tint(skin), tint(Vector3(0.35, 0.08, 0.08)), 0.5),
        oval(centre + Vector2(0, head.y * 0.56), head * Vector2(0.3, 0.05)))
      return (colour, 1)
    }
  }
}
