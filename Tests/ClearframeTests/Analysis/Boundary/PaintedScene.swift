import Clearframe
import ClearframeTestSupport

/// A working image painted for a test: a background, one document, smooth edges, a little noise.
struct PaintedScene {
  typealias Colour = SIMD3<Double>

  let width: Int
  let height: Int
  private var pixels: [Colour]

  init(width: Int, height: Int, background: Colour = Colour(90, 120, 140)) {
    self.width = width
    self.height = height
    pixels = Array(repeating: background, count: width * height)
  }

  /// Corners of an upright rectangle turned about its centre by `degrees`.
  static func rectangle(
    centre: (Double, Double), size: (Double, Double), cosine: Double = 1, sine: Double = 0
  ) -> [PixelPoint] {
    [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map { u, v in
      let x = u * size.0
      let y = v * size.1
      return PixelPoint(
        x: centre.0 + x * cosine - y * sine, y: centre.1 + x * sine + y * cosine)
    }
  }

  /// Fills a convex quadrilateral, clockwise corners, its edges one pixel soft.
  mutating func fill(_ corners: [PixelPoint], _ colour: Colour) {
    let low = (x: corners.map(\.x).min() ?? 0, y: corners.map(\.y).min() ?? 0)
    let high = (x: corners.map(\.x).max() ?? 0, y: corners.map(\.y).max() ?? 0)
    let firstRow = max(0, Int(low.y) - 1)
    let firstColumn = max(0, Int(low.x) - 1)
    let rows = firstRow..<max(firstRow, min(height, Int(high.y) + 2))
    let columns = firstColumn..<max(firstColumn, min(width, Int(high.x) + 2))
    guard !rows.isEmpty, !columns.isEmpty else { return }
    for y in rows {
      for x in columns {
        var depth = Double.infinity
        for index in 0..<4 {
          let a = corners[index]
          let b = corners[(index + 1) % 4]
          let dx = b.x - a.x
          let dy = b.y - a.y
          let length = (dx * dx + dy * dy).squareRoot()
          depth = min(
            depth, (dx * (Double(y) + 0.5 - a.y) - dy * (Double(x) + 0.5 - a.x)) / length)
        }
        let cover = min(1, max(0, depth + 0.5))
        if cover > 0 {
          pixels[y * width + x] = pixels[y * width + x] * (1 - cover) + colour * cover
        }
      }
    }
  }

  /// Strews chips of the ground, turned at random, their luma in `shades`.
  mutating func strew(
    _ count: Int, size: (Double, Double), shades: ClosedRange<Double>, seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<count {
      let centre = (
        Double.random(in: 0...Double(width), using: &generator),
        Double.random(in: 0...Double(height), using: &generator)
      )
      let cosine = Double.random(in: 0...1, using: &generator)
      let chip = Self.rectangle(
        centre: centre, size: size, cosine: cosine, sine: (1 - cosine * cosine).squareRoot())
      fill(chip, [Double.random(in: shades, using: &generator), 128, 128])
    }
  }

  /// Takes over what another scene of the same size shows inside a convex quadrilateral.
  mutating func copy(_ other: PaintedScene, inside corners: [PixelPoint]) {
    for y in 0..<height {
      for x in 0..<width {
        let isInside = (0..<4).allSatisfy { index in
          let a = corners[index]
          let b = corners[(index + 1) % 4]
          return (b.x - a.x) * (Double(y) + 0.5 - a.y) >= (b.y - a.y) * (Double(x) + 0.5 - a.x)
        }
        if isInside { pixels[y * width + x] = other.pixels[y * width + x] }
      }
    }
  }

  /// Prints short dark bars in rows on the document, in its own coordinates.
  mutating func print(on corners: [PixelPoint], rows: Int, seed: UInt64) {
    guard
      let map = Homography(
        Quadrilateral(
          topLeft: corners[0], topRight: corners[1], bottomRight: corners[2],
          bottomLeft: corners[3]))
    else { return }
    var generator = SeededGenerator(seed: seed)
    for row in 0..<rows {
      let v = 0.15 + 0.7 * Double(row) / Double(rows)
      var u = 0.12
      while u < 0.8 {
        let length = Double.random(in: 0.02...0.08, using: &generator)
        let height = 0.35 * 0.7 / Double(rows)
        let word = [(u, v), (u + length, v), (u + length, v + height), (u, v + height)]
        fill(word.map { map.picture(u: $0.0, v: $0.1) }, Colour(45, 128, 128))
        u += length + 0.025
      }
    }
  }

  /// Adds noise of up to `amount` levels to every sample.
  mutating func addNoise(_ amount: Double, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for index in pixels.indices {
      pixels[index] += Colour(
        Double.random(in: -amount...amount, using: &generator),
        Double.random(in: -amount...amount, using: &generator) / 2,
        Double.random(in: -amount...amount, using: &generator) / 2)
    }
  }

  /// The working image, one working pixel standing for `factor` by `factor` stored ones.
  func image(factor: Int = 1, isGray: Bool = false) -> WorkingImage {
    func plane(_ channel: Int) -> [UInt8] {
      pixels.map { UInt8(min(255, max(0, $0[channel].rounded()))) }
    }
    return WorkingImage(
      storedSize: PixelSize(width: width * factor, height: height * factor), factor: factor,
      luma: plane(0), chromaBlue: isGray ? [] : plane(1), chromaRed: isGray ? [] : plane(2))
  }

  /// The scene with its rows and columns exchanged.
  func transposed() -> PaintedScene {
    var turned = PaintedScene(width: height, height: width)
    for row in 0..<height {
      for column in 0..<width {
        turned.pixels[column * height + row] = pixels[row * width + column]
      }
    }
    return turned
  }

  /// The largest distance from a true corner to the nearest found one.
  static func error(_ found: Quadrilateral, _ corners: [PixelPoint]) -> Double {
    corners.map { corner in
      found.corners.map { point in
        ((point.x - corner.x) * (point.x - corner.x) + (point.y - corner.y) * (point.y - corner.y))
          .squareRoot()
      }.min() ?? .infinity
    }.max() ?? .infinity
  }
}
