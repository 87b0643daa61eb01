import FixtureKit
import Foundation

/// A display that shows a picture, seen close enough that its pixels are patterns of colour.
struct ScreenDisplay {
  /// How the three colours of a pixel lie.
  enum Layout: String, CaseIterable {
    /// Three upright stripes: nearly every monitor and laptop.
    case stripes
    /// The same in the order blue, green, red.
    case reversedStripes = "reversed-stripes"
    /// Two green points to each red and blue one, as on phones with organic diodes.
    case diamond
  }

  let layout: Layout
  /// Share of a stripe's width and height that shines; the rest is the black matrix.
  let fill: Vector2
  /// The distance of two pixels in millimetres.
  let pitch: Float
  let width: Int
  let height: Int
  /// What is shown, in linear light, row by row.
  private let light: [Vector4]

  init(showing bitmap: Bitmap, layout: Layout, fill: Vector2, pitch: Float, gamma: Float) {
    self.layout = layout
    self.fill = fill
    self.pitch = pitch
    width = bitmap.width
    height = bitmap.height
    let table = (0..<256).map { pow(Float($0) / 255, gamma) }
    light = (0..<bitmap.width * bitmap.height).map { index in
      Vector4(
        table[Int(bitmap.samples[index * 3])], table[Int(bitmap.samples[index * 3 + 1])],
        table[Int(bitmap.samples[index * 3 + 2])], 0)
    }
  }

  /// Width and height in millimetres.
  var size: Vector2 { Vector2(Float(width), Float(height)) * pitch }

  /// The light at a place in display pixels from the upper left; nil outside.
  ///
  /// Over a whole pixel it averages to what is shown.
  @inline(__always)
  func light(atColumn u: Float, row v: Float) -> Vector4? {
    guard u >= 0, v >= 0, u < Float(width), v < Float(height) else { return nil }
    let column = Int(u)
    let row = Int(v)
    let x = u - Float(column)
    let y = v - Float(row)
    var mask = Vector4.zero
    switch layout {
    case .stripes, .reversedStripes:
      let third = min(2, Int(x * 3))
      let inside = abs(x * 3 - Float(third) - 0.5) * 2 < fill.x && abs(y - 0.5) * 2 < fill.y
      if inside {
        mask[layout == .stripes ? third : 2 - third] = 3 / (fill.x * fill.y)
      }
    case .diamond:
      // Greens in a square lattice of the pixel's pitch, red and blue in turn between them.
      let radius = 0.3 * fill.x
      let green = abs(x - 0.25) + abs(y - 0.25)
      let other = abs(x - 0.75) + abs(y - 0.75)
      let isRed = (column + row) % 2 == 0
      // A diamond of radius r covers 2 r^2; red and blue each serve two pixels.
      if green < radius { mask.y = 1 / (2 * radius * radius) }
      if other < radius { mask[isRed ? 0 : 2] = 1 / (radius * radius) }
    }
    return light[row * width + column] * mask
  }
}
