import Foundation

/// The shape of a sheet lying on the table: its height over its own plane.
///
/// Coordinates are millimetres from the sheet's upper left corner.
package struct Surface: Sendable {
  /// Width and height of the sheet.
  package var size: Vector2
  /// Radius of the corners.
  package var cornerRadius: Float = 0
  /// Height of the flat sheet's upper face above the table.
  package var thickness: Float = 0.1
  /// Height of an arch along x and along y, in millimetres.
  var arch = Vector2.zero
  /// Height to which the right and the lower end are lifted.
  var lift = Vector2.zero
  /// Height to which one corner curls up, and which: 0 to 3, clockwise from the upper left.
  var curl: Float = 0
  var curledCorner = 0
  /// Height of long waves and their phase.
  var wave: Float = 0
  var wavePhase: Float = 0
  /// Height of the two humps of an open book, whose spine runs down the middle.
  var spine: Float = 0
  /// Folds: place as a share of the side, height, whether across x.
  var folds: [Fold] = []
  /// How far the cut edge strays from a straight line, in millimetres.
  var edgeRoughness: Float = 0

  package init(size: Vector2) { self.size = size }

  /// One crease over the whole sheet.
  struct Fold: Sendable {
    var place: Float
    var height: Float
    var acrossX: Bool
  }

  /// Whether the sheet is a plane.
  package var isFlat: Bool {
    arch == .zero && lift == .zero && curl == 0 && wave == 0 && spine == 0 && folds.isEmpty
  }

  /// Height above the table at a place on the sheet.
  package func height(_ p: Vector2) -> Float {
    let u = clamp(p.x / size.x, 0, 1)
    let v = clamp(p.y / size.y, 0, 1)
    var result = thickness
    result += arch.x * 4 * u * (1 - u) + arch.y * 4 * v * (1 - v)
    result += lift.x * u * u * u + lift.y * v * v * v
    if curl > 0 {
      let cu = curledCorner == 1 || curledCorner == 2 ? u : 1 - u
      let cv = curledCorner >= 2 ? v : 1 - v
      let along = max(0, cu + cv - 1.35) / 0.65
      result += curl * along * along
    }
    if wave != 0 {
      result += wave * (1 + sin(wavePhase + u * 5.1 + v * 3.3) * cos(wavePhase * 1.7 - v * 4.2 + u))
    }
    if spine > 0 {
      let out = abs(2 * u - 1)
      result += spine * (1 - exp(-9 * out)) * (1 - 0.75 * out * out)
    }
    for fold in folds {
      let t = fold.acrossX ? u : v
      let run = t < fold.place ? t / fold.place : (1 - t) / (1 - fold.place)
      result += fold.height * run * run
    }
    return result
  }

  /// Upward normal of the sheet at a place.
  func normal(_ p: Vector2) -> Vector3 {
    let step: Float = 0.6
    let dx = height(p + Vector2(step, 0)) - height(p - Vector2(step, 0))
    let dy = height(p + Vector2(0, step)) - height(p - Vector2(0, step))
    return normalized(Vector3(-dx / (2 * step), -dy / (2 * step), 1))
  }

  /// Corners of the sheet, as if not rounded, clockwise from its upper left.
  package var corners: [Vector2] {
    [.zero, Vector2(size.x, 0), size, Vector2(0, size.y)]
  }
}
