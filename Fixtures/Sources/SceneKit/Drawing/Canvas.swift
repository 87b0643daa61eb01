import Foundation

/// A drawing surface measured in millimetres that holds reflectance in linear light.
///
/// The fourth lane is the strength of a hologram overlay at the place, 0 to 1.
package struct Canvas {
  /// Width and height in millimetres.
  package let size: Vector2
  /// Pixels per millimetre.
  package let density: Float
  /// Width in pixels.
  package let width: Int
  /// Height in pixels.
  package let height: Int
  package var pixels: [Vector4]

  /// A blank surface of one colour.
  package init(size: Vector2, density: Float, fill: Vector3) {
    self.size = size
    self.density = density
    width = max(2, Int((size.x * density).rounded(.up)))
    height = max(2, Int((size.y * density).rounded(.up)))
    pixels = Array(repeating: Vector4(fill.x, fill.y, fill.z, 0), count: width * height)
  }

  /// Reflectance at a place in millimetres, interpolated.
  @inline(__always)
  package static func sample(
    _ pixels: UnsafePointer<Vector4>, width: Int, height: Int, density: Float, at p: Vector2
  ) -> Vector4 {
    let x = clamp(p.x * density - 0.5, 0, Float(width) - 1.001)
    let y = clamp(p.y * density - 0.5, 0, Float(height) - 1.001)
    let ix = Int(x)
    let iy = Int(y)
    let u = x - Float(ix)
    let v = y - Float(iy)
    let row = pixels + iy * width + ix
    let top = row[0] + (row[1] - row[0]) * u
    let bottom = row[width] + (row[width + 1] - row[width]) * u
    return top + (bottom - top) * v
  }

  @inline(__always)
  private mutating func blend(_ index: Int, _ colour: Vector3, _ alpha: Float) {
    let old = pixels[index]
    let new = Vector4(colour.x, colour.y, colour.z, old.w)
    pixels[index] = old + (new - old) * alpha
  }

  private func rows(_ low: Float, _ high: Float) -> Range<Int> {
    let first = max(0, Int((low * density).rounded(.down)) - 1)
    let last = min(height, Int((high * density).rounded(.up)) + 1)
    return first..<max(first, last)
  }

  private func columns(_ low: Float, _ high: Float) -> Range<Int> {
    let first = max(0, Int((low * density).rounded(.down)) - 1)
    let last = min(width, Int((high * density).rounded(.up)) + 1)
    return first..<max(first, last)
  }

  /// Share of the places around a point that differ from their surroundings by a seventh.
  func printed(around centre: Vector2, radius: Float) -> Float {
    var values: [Float] = []
    for row in -9...9 {
      for column in -9...9 {
        let p = centre + Vector2(Float(column), Float(row)) * (radius / 9)
        guard p.x > 0, p.y > 0, p.x < size.x, p.y < size.y else { continue }
        let x = min(width - 1, Int(p.x * density))
        let y = min(height - 1, Int(p.y * density))
        values.append(pixels[y * width + x].y)
      }
    }
    values.sort()
    guard let middle = values.dropFirst(values.count / 2).first, middle > 0 else { return 0 }
    let differing = values.filter { abs($0 / middle - 1) > 0.15 }
    return Float(differing.count) / Float(values.count)
  }

  /// The median of the surface's reflectance, by luminance.
  package var middleReflectance: Float {
    // Every 37th pixel: no multiple of a row's length that print would repeat with.
    let values = stride(from: 0, to: pixels.count, by: 37).map { index in
      0.21 * pixels[index].x + 0.72 * pixels[index].y + 0.07 * pixels[index].z
    }
    return values.sorted()[values.count / 2]
  }

  /// Blends a colour wherever `alpha` of the place (millimetres) is above zero.
  package mutating func shade(
    from low: Vector2, to high: Vector2, _ paint: (Vector2) -> (Vector3, Float)
  ) {
    let xs = columns(low.x, high.x)
    for row in rows(low.y, high.y) {
      for column in xs {
        let place = Vector2(Float(column) + 0.5, Float(row) + 0.5) / density
        let (colour, alpha) = paint(place)
        if alpha > 0 { blend(row * width + column, colour, min(1, alpha)) }
      }
    }
  }

  /// Sets the hologram lane of a region.
  package mutating func hologram(
    from low: Vector2, to high: Vector2, _ strength: (Vector2) -> Float
  ) {
    let xs = columns(low.x, high.x)
    for row in rows(low.y, high.y) {
      for column in xs {
        let place = Vector2(Float(column) + 0.5, Float(row) + 0.5) / density
        pixels[row * width + column].w = max(
          pixels[row * width + column].w, strength(place))
      }
    }
  }

  /// Fills a box, given by its corners, with rounded corners.
  package mutating func box(
    _ low: Vector2, _ high: Vector2, radius: Float = 0, _ colour: Vector3, alpha: Float = 1
  ) {
    let centre = (low + high) / 2
    let half = (high - low) / 2
    let scale = density
    shade(from: low, to: high) { place in
      let distance = roundedBoxDistance(place - centre, half: half, radius: radius)
      return (colour, alpha * clamp(0.5 - distance * scale, 0, 1))
    }
  }

  /// Draws the outline of a box.
  package mutating func frame(
    _ low: Vector2, _ high: Vector2, radius: Float = 0, width lineWidth: Float, _ colour: Vector3,
    alpha: Float = 1
  ) {
    if radius == 0 {
      line(low, Vector2(high.x, low.y), width: lineWidth, colour, alpha: alpha)
      line(Vector2(high.x, low.y), high, width: lineWidth, colour, alpha: alpha)
      line(high, Vector2(low.x, high.y), width: lineWidth, colour, alpha: alpha)
      line(Vector2(low.x, high.y), low, width: lineWidth, colour, alpha: alpha)
      return
    }
    let centre = (low + high) / 2
    let half = (high - low) / 2
    let scale = density
    shade(from: low, to: high) { place in
      let distance = abs(roundedBoxDistance(place - centre, half: half, radius: radius))
      return (colour, alpha * clamp(0.5 + (lineWidth / 2 - distance) * scale, 0, 1))
    }
  }

  /// Fills an ellipse whose rim is `softness` millimetres wide.
  package mutating func ellipse(
    _ centre: Vector2, _ radii: Vector2, _ colour: Vector3, softness: Float = 0, alpha: Float = 1
  ) {
    let edge = max(softness, 1 / density)
    let reach = Vector2(edge, edge)
    shade(from: centre - radii - reach, to: centre + radii + reach) { place in
      let relative = (place - centre) / radii
      let distance = (length(relative) - 1) * min(radii.x, radii.y)
      return (colour, alpha * clamp(0.5 - distance / edge, 0, 1))
    }
  }

  /// Draws a line with round ends; a line thinner than a pixel keeps its ink.
  package mutating func line(
    _ from: Vector2, _ to: Vector2, width lineWidth: Float, _ colour: Vector3, alpha: Float = 1
  ) {
    let half = max(lineWidth * density, 0.9) / 2
    let ink = alpha * min(1, lineWidth * density / 0.9)
    let a = from * density
    let b = to * density
    let xs =
      max(
        0, Int(min(a.x, b.x) - half - 1))..<max(
        0, min(width, Int(max(a.x, b.x) + half + 2)))
    let ys =
      max(
        0, Int(min(a.y, b.y) - half - 1))..<max(
        0, min(height, Int(max(a.y, b.y) + half + 2)))
    if xs.lowerBound >= xs.upperBound { return }
    for row in ys {
      for column in xs {
        let distance = segmentDistance(Vector2(Float(column) + 0.5, Float(row) + 0.5), a, b)
        let cover = clamp(half + 0.5 - distance, 0, 1)
        if cover > 0 { blend(row * width + column, colour, cover * ink) }
      }
    }
  }
}
