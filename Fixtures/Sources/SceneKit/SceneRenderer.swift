import Foundation

/// Makes the light that falls on the sensor from a plan.
struct SceneRenderer {
  let plan: ScenePlan
  private let camera: Camera
  private let surface: Surface
  private let half: Vector2
  private let flat: Bool
  private let rough: Noise

  /// Four places in a pixel, no two in one row or column.
  private static let samples = [
    Vector2(-0.125, -0.375), Vector2(0.375, -0.125), Vector2(0.125, 0.375), Vector2(-0.375, 0.125),
  ]

  init(_ plan: ScenePlan) {
    self.plan = plan
    camera = plan.camera
    surface = plan.document.surface
    half = surface.size / 2
    flat = surface.isFlat
    var random = plan.noiseSeed.fork(3)
    rough = Noise(&random)
  }

  /// Linear light per pixel, row by row, one being white paper well lit; the fourth lane is unused.
  func render() -> [Vector4] {
    let width = camera.width
    let height = camera.height
    let lightMap = LightMap(plan)
    let bounds = documentBounds()
    let canvas = plan.document.canvas
    return [Vector4](unsafeUninitializedCapacity: width * height) { buffer, count in
      canvas.pixels.withUnsafeBufferPointer { print in
        guard let texture = print.baseAddress else { return }
        for row in 0..<height {
          let y = Float(row) + 0.5
          for column in 0..<width {
            let x = Float(column) + 0.5
            let ray = camera.ray(x, y)
            let p = camera.meet(ray, height: 0)
            let footprint = -camera.position.z / ray.z / camera.focal
            let light = lightMap.light(x, y)
            let inside = x >= bounds.low.x && x <= bounds.high.x && y >= bounds.low.y
              && y <= bounds.high.y
            var cover: Float = 0
            var face = Vector3(0, 0, 0)
            if inside {
              (face, cover) = document(
                x, y, ray: ray, footprint: footprint, light: light, texture: texture, canvas: canvas)
            }
            var colour = face
            if cover < 1 {
              var ground = table(p, footprint: footprint) * light
              for glare in plan.tableGlare {
                ground += glare.tint * (0.85 * glare.intensity(p))
              }
              colour = cover > 0 ? mix(ground, face, cover) : ground
            }
            if !plan.fingers.isEmpty { addFingers(&colour, ray: ray, footprint: footprint, light: light) }
            buffer[row * width + column] = Vector4(colour.x, colour.y, colour.z, 0)
          }
        }
      }
      count = width * height
    }
  }

  private func documentBounds() -> (low: Vector2, high: Vector2) {
    var low = Vector2(1e9, 1e9)
    var high = Vector2(-1e9, -1e9)
    for i in 0...24 {
      for j in 0...24 {
        let q = surface.size * Vector2(Float(i), Float(j)) / 24
        for z in [surface.height(q), 0] {
          let place = camera.project(Vector3(q.x - half.x, q.y - half.y, z))
          low = Vector2(min(low.x, place.x), min(low.y, place.y))
          high = Vector2(max(high.x, place.x), max(high.y, place.y))
        }
      }
    }
    let margin = Vector2(3, 3) + (high - low) * 0.01
    return (low - margin, high + margin)
  }

  /// The place on the sheet that a ray meets, in the sheet's millimetres.
  @inline(__always)
  private func meet(_ ray: Vector3) -> Vector2 {
    if flat { return camera.meet(ray, height: surface.thickness) + half }
    var q = camera.meet(ray, height: surface.thickness) + half
    for _ in 0..<3 { q = camera.meet(ray, height: surface.height(q)) + half }
    return q
  }

  @inline(__always)
  private func outline(_ q: Vector2) -> Float {
    let d = roundedBoxDistance(q - half, half: half, radius: surface.cornerRadius)
    if surface.edgeRoughness == 0 { return d }
    return d + surface.edgeRoughness * rough.value(q.x * 0.7, q.y * 0.7)
  }

  private func document(
    _ x: Float, _ y: Float, ray: Vector3, footprint: Float, light: Vector3,
    texture: UnsafePointer<Vector4>, canvas: Canvas
  ) -> (Vector3, Float) {
    let q = meet(ray)
    let distance = outline(q)
    let cover = clamp(0.5 - distance / footprint, 0, 1)
    if cover == 0 {
      // The sheet's side, seen below its face.
      guard surface.thickness > 0.3, distance < 4 else { return (.zero, 0) }
      let z = flat ? surface.thickness : surface.height(q)
      for step in 1...3 {
        let below = camera.meet(ray, height: z * (1 - Float(step) / 3)) + half
        let side = clamp(0.5 - outline(below) / footprint, 0, 1)
        if side > 0 { return (plan.document.edge * light * 0.45, side) }
      }
      return (.zero, 0)
    }
    var print = Vector4.zero
    // Within one pixel the sheet is as good as level.
    let z = flat ? surface.thickness : surface.height(q)
    let shift = flat ? Vector2.zero : q - half - camera.meet(ray, height: z)
    for offset in Self.samples {
      let beside = camera.ray(x + offset.x, y + offset.y)
      let at = camera.meet(beside, height: z) + half + shift
      print += Canvas.sample(
        texture, width: canvas.width, height: canvas.height, density: canvas.density, at: at)
    }
    print *= 0.25
    var colour = Vector3(print.x, print.y, print.z)
    if plan.hologram > 0, print.w > 0.01 {
      let phase = q.x * 0.11 + q.y * 0.07 + ray.x * 3 / ray.z
      let rainbow = Vector3(0.5 + 0.5 * sin(phase * 6.3), 0.5 + 0.5 * sin(phase * 6.3 + 2.1), 0.5 + 0.5 * sin(phase * 6.3 + 4.2))
      colour = mix(colour, colour * 0.6 + rainbow * 0.42, plan.hologram * print.w)
    }
    if !flat {
      colour *= plan.light.shading(normal: surface.normal(q), at: q - half)
    } else if surface.cornerRadius > 0, distance > -0.5 {
      // The rounded rim of a card catches or loses light.
      let towards = plan.light.shadowShift(at: .zero)
      let out = abs(q.x - half.x) / half.x > abs(q.y - half.y) / half.y
        ? Vector2(q.x < half.x ? -1 : 1, 0) : Vector2(0, q.y < half.y ? -1 : 1)
      colour *= 1 - 0.35 * clamp(dot(towards, out), -0.8, 0.8) * (1 + distance / 0.5)
    }
    colour *= light
    for glare in plan.glare {
      let strength = glare.intensity(q)
      if strength > 0.002 { colour += glare.tint * (0.85 * strength) }
    }
    return (colour, cover)
  }

  private func table(_ p: Vector2, footprint: Float) -> Vector3 {
    var colour = plan.background.reflectance(
      rotate(p, plan.backgroundTurn) + plan.backgroundShift, footprint: footprint)
    let shift = plan.light.shadowShift(at: p)
    let depth = (1 - plan.light.ambient) * 0.85
    for object in plan.objects {
      let reach = object.reach + 2.5 * object.height + 30
      let away = p - object.centre
      if dot(away, away) > reach * reach { continue }
      let distance = object.distance(p)
      if distance < footprint {
        let cover = clamp(0.5 - distance / footprint, 0, 1)
        let inside = object.reflectance(p, footprint: footprint) * (0.85 + 0.15 * smoothstep(0, -1, distance))
        colour = mix(colour, inside, cover)
        if cover > 0.99 { continue }
      }
      if distance > 0 {
        let blur = 0.4 + object.height * plan.light.spread
        let fallen = object.distance(p - shift * object.height)
        let cast: Float = 1 - depth * smoothstep(blur, -blur, fallen)
        let contact: Float = 1 - 0.4 * exp(-distance / (1 + 0.25 * object.height))
        colour *= cast * contact
      }
    }
    let place = p + half
    let distance = roundedBoxDistance(p, half: half, radius: surface.cornerRadius)
    if distance < 60 {
      let nearest = Vector2(clamp(place.x, 0, surface.size.x), clamp(place.y, 0, surface.size.y))
      let z = flat ? surface.thickness : surface.height(nearest)
      let blur = 0.15 + z * plan.light.spread
      let fallen = roundedBoxDistance(p - shift * z, half: half, radius: surface.cornerRadius)
      colour *= 1 - depth * smoothstep(blur, -blur, fallen)
      if distance > 0 {
        colour *= 1 - 0.35 * exp(-distance / (0.35 + 1.1 * z))
      } else {
        // Under a lifted edge little light arrives.
        colour *= 0.65 - 0.3 * smoothstep(0, 6, z)
      }
    }
    return colour
  }

  private func addFingers(_ colour: inout Vector3, ray: Vector3, footprint: Float, light: Vector3) {
    let height = surface.thickness + 4
    let q = camera.meet(ray, height: height) + half
    let below = camera.meet(ray, height: surface.thickness) + half
    let shift = plan.light.shadowShift(at: below - half) * 7
    for finger in plan.fingers {
      let distance = finger.distance(q)
      let cover = clamp(0.5 - distance / footprint, 0, 1)
      if cover < 1 {
        let fallen = finger.distance(below - shift)
        let blur = 1.5 + 6 * plan.light.spread
        let shade = (1 - plan.light.ambient) * 0.75 * smoothstep(blur, -blur, fallen)
        let contact = 0.4 * exp(-max(0, finger.distance(below)) / 2.5)
        colour *= (1 - shade) * (1 - contact)
      }
      if cover > 0 {
        colour = mix(colour, finger.reflectance(q, footprint: footprint) * light, cover)
      }
    }
  }
}
