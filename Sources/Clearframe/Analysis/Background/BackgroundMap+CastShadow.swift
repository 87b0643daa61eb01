extension BackgroundMap {
  /// How much darker than the wall beside it a cast shadow is at least, in units of L*.
  private static let leastShadowDepth: Float = 5
  /// The share of the wall's lightness from which a narrow strip beside the head can be a shadow;
  /// less is hair.
  private static let leastShadowLight: Float = 0.5
  /// The steepest slope inside a shadow, in units of CIELAB per pixel; hair that the lens blurs into
  /// the wall is steeper.
  private static let steepestShadow: Float = 4
  /// The strongest texture along a shadow, in units of L*: it keeps the wall's 0.2 to 0.6, where
  /// strands of gray hair have 0.9 and more.
  private static let strongestShadowTexture: Float = 0.8

  /// How wide a shadow's flat part is at least, in half widths of the head: less is the lens's blur.
  private static let leastShadowWidth: Float = 0.06
  /// Where the wall is compared with, from the head's middle in half widths of the head: beyond
  /// shadows that are cast close by, within the same light.
  private static let wallReach: ClosedRange<Float> = 1.7...2.8
  /// How far from the head's middle such a shadow reaches at most, and where the face begins.
  private static let shadowReach: Float = 2.2
  private static let faceReach: Float = 0.5
  /// How far below the crown shadows are looked for, down to the chin, and over how many rows one is
  /// seen at least, in half widths of the head.
  private static let shadowHeight: Float = 2.2
  private static let leastShadowHeight: Float = 0.5

  /// Finds the narrow shadows that the head casts on a wall close behind it.
  ///
  /// Row by row, from the wall towards the head, a shadow is what darkens the wall without changing
  /// its hue before hair or skin begin. It counts where it goes on for as many rows as a quarter of
  /// the head's width, without the texture that strands have, and unless the hair has its colour.
  mutating func findCastShadows(_ image: LabImage) {
    guard personCount > 0, wallColor.lightness > 20 else { return }
    let hair = hairColors(image)
    let lastRow = min(height - 1, shoulderRow, crown + Int(Self.shadowHeight * headHalfWidth))
    guard crown < lastRow else { return }
    let rows = max(1, crown)..<max(1, lastRow)
    let leastRows = max(4, Int(Self.leastShadowHeight * headHalfWidth))
    for direction in [-1, 1] {
      var strips: [(row: Int, columns: Range<Int>)] = []
      func markStrips() {
        guard strips.count >= leastRows, texture(image, of: strips) < Self.strongestShadowTexture
        else { return }
        for (row, columns) in strips {
          for column in columns { labels[row * width + column] = .shadow }
        }
      }
      for row in rows {
        if let columns = shadowStrip(image, row: row, direction, hair: hair) {
          // A strand or an ear may interrupt a shadow for two rows.
          if let last = strips.last, row - last.row > 3 {
            markStrips()
            strips = []
          }
          strips.append((row, columns))
        }
      }
      markStrips()
    }
  }

  /// The columns of one row that lie in the head's shadow on one side.
  ///
  /// - Parameter direction: -1 for the shadow left of the head, 1 for the right.
  private func shadowStrip(
    _ image: LabImage, row: Int, _ direction: Int, hair: ColorSpread
  ) -> Range<Int>? {
    func column(_ halfWidths: Float) -> Int {
      min(width - 1, max(0, middle + direction * Int(halfWidths * headHalfWidth)))
    }
    // The wall a little way off tells how much light falls here.
    var beside = ColorSpread()
    let far = column(Self.wallReach.upperBound)
    let near = column(Self.wallReach.lowerBound)
    for x in stride(from: far, to: near, by: -direction) where labels[row * width + x] == .wall {
      beside.add(image[row * width + x])
    }
    guard beside.count > 3 else { return nil }
    let wall = beside.mean
    var first: Int?
    var flat = ColorSpread()
    var end: Int?
    for x in stride(from: column(Self.shadowReach), to: column(Self.faceReach), by: -direction) {
      let index = row * width + x
      let color = image[index]
      let share = color.lightness / wall.lightness
      guard share > Self.leastShadowLight, Self.hasHue(color, of: wall, inLight: share) else {
        end = x
        break
      }
      if wall.lightness - color.lightness < Self.leastShadowDepth {
        first = nil
        flat = ColorSpread()
      } else {
        first = first ?? x
        if slopes[index] < Self.steepestShadow { flat.add(color) }
      }
    }
    guard let first, let end, flat.count >= max(3, Int(headHalfWidth * Self.leastShadowWidth))
    else { return nil }
    if hair.count > 0, flat.mean.difference(to: hair.mean) < hair.hairTolerance { return nil }
    return direction < 0 ? first..<end : end + 1..<first + 1
  }

  /// Whether a color has a wall's hue in a share of its light: in shadow a surface keeps its hue and
  /// loses chroma with its light. Noise and reflections from the person add a few units.
  static func hasHue(_ color: LabColor, of wall: LabColor, inLight share: Float) -> Bool {
    abs(color.a - wall.a * share) < 4 && abs(color.b - wall.b * share) < 5
  }

  /// The mean deviation of lightness from the rows above and below.
  private func texture(_ image: LabImage, of strips: [(row: Int, columns: Range<Int>)]) -> Float {
    var sum: Float = 0
    var count = 0
    for (row, columns) in strips {
      for column in columns {
        let index = row * width + column
        let neighbours = image.lightness[index - width] + image.lightness[index + width]
        sum += abs(image.lightness[index] - neighbours / 2)
        count += 1
      }
    }
    return count > 0 ? sum / Float(count) : 0
  }
}
