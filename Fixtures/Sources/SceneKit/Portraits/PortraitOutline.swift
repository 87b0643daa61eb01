import FixtureKit
import Foundation

/// The person's true outline, and where a viewer sees a line there.
///
/// A viewer does not know where the outline is. What they take for it is a line: a step of colour
/// within a short way. So the true outline is walked and a line is looked for across it; where the
/// wall outside is burnt and there is none, the outline is lost. Colours that only drift apart, as
/// where the wall's light spills over hair and shoulders, are no line: a line stands out from the
/// shading beside it.
///
/// How much of the outline is lost has two readings: the directions from the person's middle in
/// which it is, each counting alike, and its length, in squares that it runs through, each counting
/// alike, so that curls weigh no more than shoulders. A neck takes a wide angle and little length,
/// shoulders the reverse; either missing is a defect, so the larger of both is meant.
struct PortraitOutline {
  /// How far inside the true outline a line still counts as the outline, in parts of the picture's
  /// width, in a strict and a loose reading: light that eats as much of hair in the strict one takes
  /// some of its shape away, in the loose one nobody would miss it.
  static let nearby: Float = 0.019
  static let around: Float = 0.031

  /// The step of colour (CIE 1976) that is a line whatever lies beside it; the least step of one; and
  /// how far that must stand out from the shading just inside it.
  private static let plainLine: Float = 8
  private static let line: Float = 6
  private static let contrast: Float = 5
  /// How many blocks inside of a step the shading is taken from.
  private static let shadingReach = 2...4
  /// The way over which it is made, in blocks.
  private static let way = 2
  /// The blocks across the picture.
  private static let across: Float = 320
  /// How far outside the true outline lines are looked for and the wall is taken, in blocks.
  private static let outside = 6
  private static let sectors = 48
  private static let squares = 24

  /// A place on the outline.
  private struct Place {
    var sector: Int
    var square: Int
    var isBurnt: Bool
    /// How many blocks from the outermost on the first line lies; nil where there is none.
    var line: Int?
  }

  private var places: [Place] = []

  init(_ picture: Bitmap, person: [UInt8]) {
    let side = max(2, Int((Float(picture.width) / Self.across).rounded()))
    let blocks = PortraitBlocks(picture, person: person, side: side)
    let inside = Int((Self.around * Self.across).rounded(.up))
    let members = blocks.person.indices.filter { blocks.person[$0] > 0.5 }
    guard !members.isEmpty else { return }
    let columns = blocks.columns
    let rows = blocks.rows
    let centre =
      members.reduce(Vector2(0, 0)) {
        $0 + Vector2(Float($1 % columns), Float($1 / columns))
      } / Float(members.count)
    // The frame's edge is no outline.
    let margin = 8
    for row in margin..<max(margin, rows - margin) {
      for column in margin..<max(margin, columns - margin) {
        let here = blocks.person[row * columns + column]
        guard here > 0.25, here < 0.75 else { continue }
        var slope = Vector2(0, 0)
        for y in -4...4 {
          for x in -4...4 {
            let cover = blocks.person[(row + y) * columns + column + x]
            slope += Vector2(Float(x), Float(y)) * cover
          }
        }
        guard length(slope) > 16 else { continue }
        let n = slope / length(slope)
        let path = (-Self.outside...inside).map { step in
          let x = column + Int((n.x * Float(step)).rounded())
          let y = row + Int((n.y * Float(step)).rounded())
          return min(rows - 1, max(0, y)) * columns + min(columns - 1, max(0, x))
        }
        // Both sides are what they seem: no strand, and no gap between strands.
        guard blocks.person[path[2 * Self.outside]] > 0.8, blocks.person[path[0]] < 0.2 else {
          continue
        }
        let steps = path.indices.dropFirst(Self.way).map { index in
          let step = blocks.lab[path[index]] - blocks.lab[path[index - Self.way]]
          return dot(step, step).squareRoot()
        }
        let p = Vector2(Float(column), Float(row)) - centre
        let turn = (atan2(p.y, p.x) / (2 * .pi) + 0.5) * Float(Self.sectors)
        places.append(
          Place(
            sector: min(Self.sectors - 1, max(0, Int(turn))),
            square: row * Self.squares / columns * columns + column * Self.squares / columns,
            isBurnt: blocks.luma[path[0]] >= 250, line: Self.firstLine(in: steps)))
      }
    }
  }

  /// The first of the steps, from outside to inside, that is a line; nil where none is.
  private static func firstLine(in steps: [Float]) -> Int? {
    steps.indices.first { index in
      if steps[index] >= plainLine { return true }
      let shading = shadingReach.compactMap { near in
        index + near < steps.count ? steps[index + near] : nil
      }
      return steps[index] >= line && steps[index] - (shading.min() ?? 0) >= contrast
    }
  }

  /// The share of the outline at which no line is seen.
  ///
  /// - Parameter reach: How far inside a line may lie, in parts of the picture's width.
  func lostShare(within reach: Float) -> Float {
    let last = Self.outside + Int((reach * Self.across).rounded()) - Self.way
    func isLost(_ place: Place) -> Bool {
      place.isBurnt && (place.line ?? .max) > last
    }
    func share(_ group: (Place) -> Int) -> Float {
      let groups = Dictionary(grouping: places, by: group).sorted { $0.key < $1.key }
      let lost = groups.map { Float($0.value.count(where: isLost)) / Float($0.value.count) }
      return lost.reduce(0, +) / Float(max(1, lost.count))
    }
    guard Set(places.map(\.sector)).count >= Self.sectors / 4 else { return 0 }
    return max(share(\.sector), share(\.square))
  }
}
