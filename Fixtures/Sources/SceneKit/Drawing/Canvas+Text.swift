import Foundation

extension Canvas {
  /// Writes a line whose baseline starts at `origin`; returns where it ended (millimetres).
  @discardableResult
  mutating func text(
    _ text: String, at origin: Vector2, _ style: TextStyle, angle: Float = 0,
    random: inout SceneRandom
  ) -> Float {
    var pen: Float = 0
    let wobble = style.jitter * style.height
    var last: Vector2?
    for character in text {
      guard let glyph = StrokeFont.strokes(of: character) else {
        pen += style.height * (style.monospaced ? 0.95 * style.stretch : 0.45 * style.stretch)
        last = nil
        continue
      }
      let drift = wobble > 0 ? Vector2(0, random.normal() * wobble * 0.4) : .zero
      let scale = style.height * (wobble > 0 ? 1 + random.normal() * style.jitter * 0.5 : 1)
      func place(_ point: Vector2) -> Vector2 {
        let local = Vector2(
          pen + point.x * scale * style.stretch + point.y * scale * style.slant, -point.y * scale)
        return origin + rotate(local + drift, angle)
      }
      if style.alpha < 0.98, !style.joined {
        // Translucent ink must not darken where strokes meet.
        mark(
          glyph.strokes.map { $0.map(place) }, width: style.weight * style.height, style.colour,
          alpha: style.alpha)
        pen += style.height * (style.monospaced ? 0.95 * style.stretch : glyph.width * style.stretch + 0.2)
        continue
      }
      for (number, stroke) in glyph.strokes.enumerated() {
        var points = stroke.map(place)
        if wobble > 0 {
          for index in points.indices {
            points[index] += Vector2(random.normal(), random.normal()) * (wobble * 0.25)
          }
        }
        if number == 0, style.joined, let end = last, let start = points.first {
          line(end, start, width: style.weight * style.height * 0.7, style.colour,
            alpha: style.alpha * 0.8)
        }
        for index in 0..<max(0, points.count - 1) {
          let run = points[index + 1] - points[index]
          let level = abs(run.x) / max(length(run), 1e-5)
          let width = style.weight * style.height * (1 - style.contrast * level)
          line(points[index], points[index + 1], width: width, style.colour, alpha: style.alpha)
        }
        if style.serifs, let first = stroke.first, let end = stroke.last,
          abs(first.x - end.x) < 0.05
        {
          for point in [first, end] {
            let spread: Float = 0.09
            line(place(point - Vector2(spread, 0)), place(point + Vector2(spread, 0)),
              width: style.weight * style.height * 0.5, style.colour, alpha: style.alpha)
          }
        }
        last = points.last
      }
      let room = style.monospaced ? 0.95 * style.stretch : glyph.width * style.stretch + 0.2
      pen += style.height * room
    }
    return origin.x + pen
  }

  /// Draws strokes as one shape of even opacity.
  private mutating func mark(
    _ strokes: [[Vector2]], width lineWidth: Float, _ colour: Vector3, alpha: Float
  ) {
    var low = Vector2(1e9, 1e9)
    var high = Vector2(-1e9, -1e9)
    for point in strokes.joined() {
      low = Vector2(min(low.x, point.x), min(low.y, point.y))
      high = Vector2(max(high.x, point.x), max(high.y, point.y))
    }
    let margin = Vector2(lineWidth, lineWidth)
    let scale = density
    shade(from: low - margin, to: high + margin) { place in
      var distance: Float = 1e9
      for stroke in strokes {
        for index in 0..<max(0, stroke.count - 1) {
          distance = min(distance, segmentDistance(place, stroke[index], stroke[index + 1]))
        }
      }
      return (colour, alpha * clamp(0.5 + (lineWidth / 2 - distance) * scale, 0, 1))
    }
  }

  /// Writes square block characters that have the texture of Chinese print without being any.
  @discardableResult
  mutating func blocks(
    _ count: Int, at origin: Vector2, _ style: TextStyle, random: inout SceneRandom
  ) -> Float {
    let side = style.height * 1.15
    var x = origin.x
    for _ in 0..<count {
      let corner = Vector2(x, origin.y - side)
      let width = style.weight * style.height * 0.75
      for _ in 0..<random.integer(2...4) {
        let y = random.uniform(0.05...0.95) * side
        let from = random.uniform(0...0.35) * side
        let to = random.uniform(0.6...1) * side
        line(corner + Vector2(from, y), corner + Vector2(to, y), width: width * 0.75,
          style.colour, alpha: style.alpha)
      }
      for _ in 0..<random.integer(1...3) {
        let column = random.uniform(0.1...0.9) * side
        let from = random.uniform(0...0.4) * side
        let to = random.uniform(0.55...1) * side
        line(corner + Vector2(column, from), corner + Vector2(column, to), width: width,
          style.colour, alpha: style.alpha)
      }
      if random.chance(0.7) {
        let middle = random.uniform(0.35...0.65) * side
        line(corner + Vector2(middle, side * 0.4), corner + Vector2(0, side), width: width,
          style.colour, alpha: style.alpha)
        line(corner + Vector2(middle, side * 0.4), corner + Vector2(side, side), width: width,
          style.colour, alpha: style.alpha)
      }
      x += side * 1.12
    }
    return x
  }
}
