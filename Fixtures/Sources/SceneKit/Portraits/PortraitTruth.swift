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
  /// Share of the person's outline at which a burnt background leaves no line to see.
  package let lostOutline: Float
  /// Share of the background at 250 or more in luma.
  package let clipped: Float
  package let white: String
  package let tooDark: String
  package let tooBright: String
  package let uneven: String

  init(_ picture: Bitmap, person: [UInt8], kind: PortraitBackgroundKind) {
    let blocks = PortraitBlocks(
      picture, person: person, side: max(2, picture.width / 160))
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
    let outline = PortraitOutline(picture, person: person)
    lostOutline = outline.lostShare(within: PortraitOutline.nearby)
    let hidden = outline.lostShare(within: PortraitOutline.around)
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
    tooBright = hidden >= 0.18 ? "yes" : lostOutline <= 0.06 ? "no" : "unsure"
    if spread >= 12 || texture >= 1.6 || foreign >= 0.02 {
      uneven = "yes"
    } else if spread <= 7.5, texture <= 0.8, foreign <= 0.002 {
      uneven = "no"
    } else {
      uneven = "unsure"
    }
  }
}
