import Foundation

/// Puts backdrop, person and the lens's veil together.
struct PortraitRenderer {
  let plan: PortraitPlan

  /// The light on the sensor, and how much of each pixel the person covers (0 to 255).
  func render() -> (light: [Vector4], person: [UInt8]) {
    let width = plan.width
    let height = plan.height
    let backdrop = PortraitBackdrop(plan)
    let figure = PortraitFigure(plan.person, footprint: 1 / Float(width))
    var light = [Vector4](repeating: .zero, count: width * height)
    var person = [UInt8](repeating: 0, count: width * height)
    for row in 0..<height {
      for column in 0..<width {
        let q = Vector2(Float(column) + 0.5, Float(row) + 0.5) / Float(width)
        var colour = backdrop.light(q)
        let cover = figure.paint(q, over: &colour, light: plan.personLight)
        let index = row * width + column
        light[index] = Vector4(colour.x, colour.y, colour.z, 0)
        person[index] = UInt8(clamp(cover * 255 + 0.5, 0, 255))
      }
    }
    if plan.veil > 0 { veil(&light) }
    return (light, person)
  }

  /// Light scattered in lens and sensor: a share of it lands some way off.
  private func veil(_ light: inout [Vector4]) {
    let step = max(1, plan.width / 96)
    let columns = (plan.width + step - 1) / step
    let rows = (plan.height + step - 1) / step
    var coarse = [Vector4](repeating: .zero, count: columns * rows)
    var counts = [Float](repeating: 0, count: columns * rows)
    for row in 0..<plan.height {
      for column in 0..<plan.width {
        let cell = row / step * columns + column / step
        coarse[cell] += light[row * plan.width + column]
        counts[cell] += 1
      }
    }
    for cell in coarse.indices { coarse[cell] /= counts[cell] }
    PointSpread.gaussian(
      &coarse, width: columns, height: rows,
      sigma: max(0.5, plan.veilReach * Float(plan.width) / Float(step)))
    let share = plan.veil
    for row in 0..<plan.height {
      let y = clamp((Float(row) + 0.5) / Float(step) - 0.5, 0, Float(rows - 1))
      let y0 = min(max(0, rows - 2), Int(y))
      let v = y - Float(y0)
      let y1 = min(rows - 1, y0 + 1)
      for column in 0..<plan.width {
        let x = clamp((Float(column) + 0.5) / Float(step) - 0.5, 0, Float(columns - 1))
        let x0 = min(max(0, columns - 2), Int(x))
        let u = x - Float(x0)
        let x1 = min(columns - 1, x0 + 1)
        let top = coarse[y0 * columns + x0] * (1 - u) + coarse[y0 * columns + x1] * u
        let bottom = coarse[y1 * columns + x0] * (1 - u) + coarse[y1 * columns + x1] * u
        let index = row * plan.width + column
        light[index] = light[index] * (1 - share) + (top * (1 - v) + bottom * v) * share
      }
    }
  }
}
