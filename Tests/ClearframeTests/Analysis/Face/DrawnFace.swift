import Clearframe
import Foundation

/// A simple face in luma, drawn from soft ellipses: enough light and dark in the right places for
/// a cascade trained on photos, and nobody's likeness.
struct DrawnFace {
  /// What hides the eyes.
  enum Cover {
    case none, darkGlasses, glare, oneGlare
  }

  /// The width of the face in pixels; the head is about 0.95 of it wide and 1.54 high.
  var width = 130.0
  /// Where the middle between the brows and the nose lies.
  var x = 160.0
  var y = 180.0
  /// The luma of the skin and of the hair.
  var skin = 180.0
  var hair = 50.0
  var cover = Cover.none
  var hasShoulders = true

  /// The hair's upper edge and the chin, in widths from the face's middle.
  static let crown = -0.84
  static let chin = 0.7

  /// Draws the face over a picture of plain or earlier drawn luma.
  func draw(on canvas: inout LumaCanvas) {
    if hasShoulders {
      ellipse(on: &canvas, 0, 1.55, 1.15, 0.75, luma: 60, softness: 0.05)
      ellipse(on: &canvas, 0, 0.75, 0.27, 0.45, luma: skin * 0.75, softness: 0.1)
    }
    ellipse(on: &canvas, 0, -0.18, 0.56, 0.66, luma: hair, softness: 0.05)
    ellipse(on: &canvas, 0, 0.06, 0.47, 0.64, luma: skin, softness: 0.06)
    ellipse(on: &canvas, 0, -0.34, 0.42, 0.2, luma: skin * 1.04, softness: 0.6)
    for side in [-1.0, 1] {
      ellipse(on: &canvas, side * 0.21, -0.045, 0.16, 0.1, luma: skin * 0.72, softness: 0.9)
      ellipse(on: &canvas, side * 0.21, -0.155, 0.14, 0.03, luma: skin * 0.38, softness: 0.5)
      ellipse(on: &canvas, side * 0.21, -0.03, 0.095, 0.042, luma: skin * 0.5, softness: 0.4)
      ellipse(on: &canvas, side * 0.21, -0.03, 0.08, 0.03, luma: skin * 1.12, softness: 0.4)
      ellipse(on: &canvas, side * 0.21, -0.03, 0.036, 0.036, luma: 25, softness: 0.3)
      ellipse(on: &canvas, side * 0.24, 0.2, 0.13, 0.12, luma: skin * 1.06, softness: 0.9)
      ellipse(on: &canvas, side * 0.055, 0.235, 0.03, 0.02, luma: skin * 0.5, softness: 0.6)
    }
    ellipse(on: &canvas, 0, 0.08, 0.045, 0.18, luma: skin * 1.1, softness: 0.9)
    ellipse(on: &canvas, 0, 0.27, 0.1, 0.03, luma: skin * 0.72, softness: 0.8)
    ellipse(on: &canvas, 0, 0.42, 0.16, 0.05, luma: skin * 0.6, softness: 0.5)
    ellipse(on: &canvas, 0, 0.415, 0.15, 0.012, luma: skin * 0.38, softness: 0.5)
    drawCover(on: &canvas)
  }

  private func drawCover(on canvas: inout LumaCanvas) {
    for side in [-1.0, 1] {
      switch cover {
      case .none: break
      case .darkGlasses:
        ellipse(on: &canvas, side * 0.21, -0.03, 0.18, 0.13, luma: 15, softness: 0.05)
      case .glare:
        ellipse(on: &canvas, side * 0.21, -0.03, 0.13, 0.08, luma: 255, softness: 0.05)
      case .oneGlare where side < 0:
        ellipse(on: &canvas, side * 0.21, -0.03, 0.13, 0.08, luma: 255, softness: 0.05)
      case .oneGlare: break
      }
    }
  }

  private func ellipse(
    on canvas: inout LumaCanvas, _ u: Double, _ v: Double, _ radiusU: Double, _ radiusV: Double,
    luma: Double, softness: Double
  ) {
    canvas.ellipse(
      x: x + u * width, y: y + v * width, radiusX: radiusU * width, radiusY: radiusV * width,
      luma: luma, softness: softness)
  }
}
