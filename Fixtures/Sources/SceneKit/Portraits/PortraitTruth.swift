import FixtureKit
import Foundation

/// What is true of a finished portrait, measured with the person's true outline.
///
/// The bands between the limits stay `unsure`: there, two people would answer differently.
package struct PortraitTruth: Sendable {
  /// Median CIELAB lightness of the background.
  package let lightness: Float
  /// The background's median a* and b*.
  package let a: Float
  package let b: Float
  /// Difference between the 95th and the 5th percentile of the background's lightness.
  package let spread: Float
  /// Deviation of lightness from its surroundings of five blocks.
  package let texture: Float
  /// Share of the background that differs from its median by more than 12 (CIE 1976).
  package let foreign: Float
  /// Share of the person's outline across which a burnt background hides the person.
  package let lostOutline: Float
  /// Share of the background at 250 or more in luma.
  package let clipped: Float
  package let white: String
  package let tooDark: String
  package let tooBright: String
  package let uneven: String

  init(_ picture: Bitmap, person: [UInt8], kind: PortraitBackgroundKind) {
    let blocks = Blocks(picture, person: person)
    let indexes = blocks.background
    let lightnesses = indexes.map { blocks.lab[$0].x }.sorted()
    func middle(_ values: [Float]) -> Float {
      values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
    func percentile(_ share: Float) -> Float {
      lightnesses.isEmpty ? 0 : lightnesses[Int(share * Float(lightnesses.count - 1))]
    }
    let centre = Vector3(
      percentile(0.5), middle(indexes.map { blocks.lab[$0].y }),
      middle(indexes.map { blocks.lab[$0].z }))
    let count = Float(max(1, indexes.count))
    func share(_ condition: (Int) -> Bool) -> Float {
      Float(indexes.count(where: condition)) / count
    }
    lightness = centre.x
    a = centre.y
    b = centre.z
    spread = percentile(0.95) - percentile(0.05)
    foreign = share { index in
      let d = blocks.lab[index] - centre
      return dot(d, d) > 144
    }
    clipped = share { blocks.luma[$0] >= 250 }
    texture = blocks.texture(of: indexes)
    lostOutline = blocks.lostOutline()
    // By sight: a strict reading that nobody would dispute, and a loose one.
    let strict = share { index in
      let p = blocks.lab[index]
      return p.x < 84 || p.z > 15.5 || p.z < -10.5 || abs(p.y) > 6
    }
    let loose = share { index in
      let p = blocks.lab[index]
      return p.x < 76 || p.z > 19 || p.z < -14 || abs(p.y) > 9
    }
    let colour = loose >= 0.14 ? "no" : strict <= 0.06 ? "yes" : "unsure"
    // Whether a white wall with a thing in front of it is white, two people answer differently.
    let isWallWhite = centre.x > 80 && abs(centre.y) < 7 && centre.z > -12 && centre.z < 17
    white = kind.hasThing && isWallWhite && colour == "no" ? "unsure" : colour
    tooDark = lightness < 66 ? "yes" : lightness > 74 ? "no" : "unsure"
    tooBright = lostOutline >= 0.18 ? "yes" : lostOutline <= 0.06 ? "no" : "unsure"
    if spread >= 12 || texture >= 1.6 || foreign >= 0.02 {
      uneven = "yes"
    } else if spread <= 7.5, texture <= 0.8, foreign <= 0.002 {
      uneven = "no"
    } else {
      uneven = "unsure"
    }
  }

  /// The picture in blocks of about a 160th of its width.
  private struct Blocks {
    let columns: Int
    let rows: Int
    let side: Int
    var lab: [Vector3]
    var luma: [Float]
    var person: [Float]

    init(_ picture: Bitmap, person mask: [UInt8]) {
      side = max(2, picture.width / 160)
      columns = picture.width / side
      rows = picture.height / side
      lab = []
      luma = []
      person = []
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = (0, 0, 0, 0)
          for y in row * side..<(row + 1) * side {
            for x in column * side..<(column + 1) * side {
              let index = y * picture.width + x
              sum.0 += Int(picture.samples[index * 3])
              sum.1 += Int(picture.samples[index * 3 + 1])
              sum.2 += Int(picture.samples[index * 3 + 2])
              sum.3 += Int(mask[index])
            }
          }
          let scale = 1 / Float(side * side)
          let rgb = Vector3(Float(sum.0), Float(sum.1), Float(sum.2)) * (scale / 255)
          lab.append(Self.lab(rgb))
          luma.append((0.299 * rgb.x + 0.587 * rgb.y + 0.114 * rgb.z) * 255)
          person.append(Float(sum.3) * scale / 255)
        }
      }
    }

    /// CIELAB under D65 from sRGB codes of 0 to 1 (IEC 61966-2-1, CIE 15).
    static func lab(_ rgb: Vector3) -> Vector3 {
      let r = linear(coded: rgb.x)
      let g = linear(coded: rgb.y)
      let b = linear(coded: rgb.z)
      func f(_ t: Float) -> Float { t > 0.008856 ? cbrtf(t) : 7.787 * t + 16 / 116 }
      let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
      let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
      let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
      return Vector3(116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    /// Blocks at least two blocks away from the person.
    var background: [Int] {
      var result: [Int] = []
      for row in 0..<rows {
        for column in 0..<columns {
          var isFree = true
          for y in max(0, row - 2)...min(rows - 1, row + 2) where isFree {
            for x in max(0, column - 2)...min(columns - 1, column + 2)
            where person[y * columns + x] > 0.01 {
              isFree = false
              break
            }
          }
          if isFree { result.append(row * columns + column) }
        }
      }
      return result
    }

    func texture(of indexes: [Int]) -> Float {
      var isMember = [Bool](repeating: false, count: lab.count)
      for index in indexes { isMember[index] = true }
      var sum: Float = 0
      var count: Float = 0
      for index in indexes {
        let row = index / columns
        let column = index % columns
        guard row >= 2, column >= 2, row < rows - 2, column < columns - 2 else { continue }
        var local: Float = 0
        var isWhole = true
        for y in row - 2...row + 2 {
          for x in column - 2...column + 2 {
            local += lab[y * columns + x].x
            isWhole = isWhole && isMember[y * columns + x]
          }
        }
        guard isWhole else { continue }
        let d = lab[index].x - local / 25
        sum += d * d
        count += 1
      }
      return count > 0 ? (sum / count).squareRoot() : 0
    }

    /// Walks the true outline and compares the colour on both sides of it; each direction from
    /// the person's middle counts alike, so that curls weigh no more than shoulders.
    func lostOutline() -> Float {
      let sectors = 48
      var total = [Float](repeating: 0, count: sectors)
      var lost = [Float](repeating: 0, count: sectors)
      let members = person.indices.filter { person[$0] > 0.5 }
      guard !members.isEmpty else { return 0 }
      let centre =
        members.reduce(Vector2(0, 0)) {
          $0 + Vector2(Float($1 % columns), Float($1 / columns))
        } / Float(members.count)
      for row in 4..<max(4, rows - 4) {
        for column in 4..<max(4, columns - 4) {
          let here = person[row * columns + column]
          guard here > 0.25, here < 0.75 else { continue }
          var slope = Vector2(0, 0)
          for y in -2...2 {
            for x in -2...2 {
              slope += Vector2(Float(x), Float(y)) * person[(row + y) * columns + column + x]
            }
          }
          guard length(slope) > 2 else { continue }
          let n = slope / length(slope)
          func place(_ steps: Float) -> Int {
            (row + Int((n.y * steps).rounded())) * columns + column + Int((n.x * steps).rounded())
          }
          let inside = place(3)
          let outside = place(-3)
          guard person[inside] > 0.8, person[outside] < 0.2 else { continue }
          let p = Vector2(Float(column), Float(row)) - centre
          let turn = (atan2(p.y, p.x) / (2 * .pi) + 0.5) * Float(sectors)
          let sector = min(sectors - 1, max(0, Int(turn)))
          total[sector] += 1
          let d = lab[inside] - lab[outside]
          if luma[outside] >= 250, dot(d, d) < 64 { lost[sector] += 1 }
        }
      }
      let seen = (0..<sectors).filter { total[$0] > 0 }
      guard seen.count >= sectors / 4 else { return 0 }
      return seen.reduce(0) { $0 + lost[$1] / total[$1] } / Float(seen.count)
    }
  }
}
