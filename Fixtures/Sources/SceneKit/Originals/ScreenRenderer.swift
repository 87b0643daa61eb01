import FixtureKit
import Foundation

/// Makes the light that a camera gets from a screen that shows a picture.
struct ScreenRenderer {
  let plan: ScreenPlan
  let display: ScreenDisplay
  let camera: Camera
  /// Side of the square of samples taken in each camera pixel.
  private static let sampleSide = 4

  init(_ plan: ScreenPlan, showing bitmap: Bitmap, width: Int, height: Int) {
    self.plan = plan
    display = ScreenDisplay(
      showing: bitmap, layout: plan.layout, fill: plan.fill, pitch: 0.2, gamma: plan.gamma)
    let focal = 0.8 * Float(max(width, height))
    camera = Camera(
      width: width, height: height, focal: focal, distance: focal * display.pitch / plan.scale,
      tilt: plan.tilt * .pi / 180, azimuth: plan.azimuth * .pi / 180,
      roll: plan.roll * .pi / 180, distortion: 0.004)
  }

  /// The four corners of the display in pixels of the picture, clockwise from its upper left.
  var corners: [Vector2] {
    let half = display.size / 2
    return [
      Vector2(-half.x, -half.y), Vector2(half.x, -half.y), Vector2(half.x, half.y),
      Vector2(-half.x, half.y),
    ].map { camera.project(Vector3($0.x, $0.y, 0)) }
  }

  /// Linear light per pixel after lens and sensor, one being white on the screen seen from the
  /// front.
  func render() -> [Vector4] {
    let width = camera.width
    let height = camera.height
    let side = Self.sampleSide
    let half = display.size / 2
    let bezel = plan.bezel * display.pitch
    let rim = Vector4(plan.bezelColour.x, plan.bezelColour.y, plan.bezelColour.z, 0)
    let room = Vector4(plan.roomColour.x, plan.roomColour.y, plan.roomColour.z, 0)
    let veil = room * (plan.veil / max(0.02, plan.roomColour.y))
    var image = [Vector4](repeating: .zero, count: width * height)
    for row in 0..<height {
      for column in 0..<width {
        var sum = Vector4.zero
        let middle = camera.ray(Float(column) + 0.5, Float(row) + 0.5)
        let cosine = abs(middle.z) / dot(middle, middle).squareRoot()
        let angular = max(0.1, 1 - plan.falloff * (1 - cosine * cosine))
        for sample in 0..<side * side {
          let x = Float(column) + (Float(sample % side) + 0.5) / Float(side)
          let y = Float(row) + (Float(sample / side) + 0.5) / Float(side)
          let p = camera.meet(camera.ray(x, y), height: 0)
          let place = (p + half) / display.pitch
          if let light = display.light(atColumn: place.x, row: place.y) {
            sum += light * angular + veil
          } else if abs(p.x) < half.x + bezel, abs(p.y) < half.y + bezel {
            sum += rim * (0.3 + plan.roomColour.y) + veil * 0.3
          } else {
            sum += room
          }
        }
        image[row * width + column] = sum / Float(side * side)
      }
    }
    PointSpread.gaussian(&image, width: width, height: height, sigma: plan.focus)
    ScreenMosaic.apply(to: &image, width: width, height: height)
    return image
  }
}
