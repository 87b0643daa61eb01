import Foundation

extension Canvas {
  /// Prints fine security lines: families of waves in pale ink.
  mutating func guilloche(
    _ low: Vector2, _ high: Vector2, ink: Vector3, strength: Float, random: inout SceneRandom
  ) {
    let families = (0..<random.integer(1...3)).map { _ in
      let direction = random.direction()
      return (
        direction: direction, across: Vector2(-direction.y, direction.x),
        pitch: random.uniform(0.55...1.6), bend: random.uniform(0.8...5),
        wavelength: random.uniform(9...45), phase: random.uniform(0...6)
      )
    }
    let rosette = random.chance(0.6)
    let middle = low + (high - low) * Vector2(random.uniform(0.3...0.8), random.uniform(0.3...0.7))
    let petals = Float(random.integer(5...14))
    let radius = random.uniform(0.2...0.45) * (high.y - low.y)
    let scale = density
    shade(from: low, to: high) { place in
      var ink1: Float = 0
      for family in families {
        let along = dot(place, family.direction)
        let across = dot(place, family.across)
          + family.bend * sin(along * 2 * .pi / family.wavelength + family.phase)
        let phase = across / family.pitch
        let offset = abs(phase - phase.rounded()) * family.pitch
        ink1 += clamp((0.09 - offset) * min(scale, 12) + 0.5, 0, 1)
      }
      if rosette {
        let out = place - middle
        let r = length(out)
        if r < radius {
          let angle = atan2(out.y, out.x)
          let phase = (r + radius * 0.14 * sin(angle * petals)) / 0.9
          let offset = abs(phase - phase.rounded()) * 0.9
          ink1 += clamp((0.1 - offset) * min(scale, 12) + 0.5, 0, 1)
        }
      }
      return (ink, strength * min(1.4, ink1))
    }
  }
}
