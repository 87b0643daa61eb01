import Foundation

/// The light over the picture, worked out on a coarse grid, since it is smooth.
struct LightMap {
  private static let step = 8
  private let columns: Int
  private var cells: [Vector3]

  init(_ plan: ScenePlan) {
    let camera = plan.camera
    columns = camera.width / Self.step + 3
    let rows = camera.height / Self.step + 3
    cells = []
    cells.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let ray = camera.ray(Float(column * Self.step), Float(row * Self.step))
        cells.append(plan.light.irradiance(camera.meet(ray, height: 0)))
      }
    }
  }

  @inline(__always)
  func light(_ x: Float, _ y: Float) -> Vector3 {
    let gx = x * (1 / Float(Self.step))
    let gy = y * (1 / Float(Self.step))
    let ix = Int(gx)
    let iy = Int(gy)
    let u = gx - Float(ix)
    let v = gy - Float(iy)
    let index = iy * columns + ix
    let top = mix(cells[index], cells[index + 1], u)
    return mix(top, mix(cells[index + columns], cells[index + columns + 1], u), v)
  }
}
