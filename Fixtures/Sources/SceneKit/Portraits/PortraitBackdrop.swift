import Foundation

/// The light that comes from behind the person, by place in picture widths.
struct PortraitBackdrop {
  private let plan: PortraitPlan
  private let aspect: Float
  private let field: Noise
  private let footprint: Float
  private let figure: PortraitFigure
  private let otherFigure: PortraitFigure?

  init(_ plan: PortraitPlan) {
    self.plan = plan
    aspect = Float(plan.height) / Float(plan.width)
    var random = plan.noiseSeed.fork(7)
    field = Noise(&random)
    footprint = 1 / Float(plan.width)
    figure = PortraitFigure(plan.person, footprint: footprint)
    if plan.kind == .otherPerson {
      var planner = PortraitPlanner(split: plan.split, seed: plan.seed ^ 0x55)
        .plan(plan.index).person
      let side: Float = plan.shape[0] < 0.5 ? -1 : 1
      planner.scale = plan.person.scale * (0.55 + 0.4 * plan.shape[1])
      planner.centre = Vector2(
        0.5 + side * (0.36 + 0.1 * plan.shape[2]),
        plan.person.centre.y + (plan.shape[3] - 0.4) * 0.2)
      otherFigure = PortraitFigure(planner, footprint: footprint)
    } else {
      otherFigure = nil
    }
  }

  /// Cover of a shape from its signed distance in picture widths, over a rim of given softness.
  private func cover(_ distance: Float, soft: Float = 0) -> Float {
    clamp(0.5 - distance / max(footprint * 1.5, soft), 0, 1)
  }

  /// Light at a place.
  func light(_ q: Vector2) -> Vector3 {
    var light = plan.wall * illumination(q)
    // Paint and plaster are never perfectly even.
    if plan.kind != .studioWhite {
      light *= 1 + 0.006 * field.fractal(q, wavelength: 0.02, octaves: 3, footprint: footprint)
    }
    switch plan.kind {
    case .headShadow: light *= 1 - shadow(q, soft: 0.004 + 0.03 * plan.shape[4])
    case .softShadow: light *= 1 - shadow(q, soft: 0.06 + 0.1 * plan.shape[4])
    case .roomCorner:
      let side: Float = plan.shape[0] < 0.5 ? -1 : 1
      let x = 0.5 + side * (0.2 + 0.22 * plan.shape[1]) + (q.y - 0.5) * 0.02
      let beyond = cover((x - q.x) * side)
      light *= 1 - beyond * (0.22 + 0.45 * plan.shape[2])
    case .brick: light = brick(q)
    case .planks: light = planks(q)
    case .stucco:
      let grain = field.fractal(
        q, wavelength: 0.008 + 0.03 * plan.shape[0], octaves: 4, gain: 0.7, footprint: footprint)
      light *= 1 + (0.1 + 0.3 * plan.shape[1]) * grain
    case .wallpaper: light = wallpaper(q, light)
    case .curtain:
      let pitch = 0.03 + 0.09 * plan.shape[0]
      let bend = 0.3 * pitch * field.value(q.y * 3, q.x * 2, 4)
      let phase = (q.x + bend) / pitch + 0.8 * field.value(q.x * 6, 0.5, 5)
      let fold = cos(phase * 2 * .pi) + 0.4 * cos(phase * 4 * .pi + 1)
      light *= 1 - (0.1 + 0.25 * plan.shape[1]) * (0.6 - 0.5 * fold)
    case .tiles: light = tiles(q, light)
    case .doorFrame: light = doorFrame(q, light)
    case .rollUp: light = rollUp(q, light)
    case .furniture: light = furniture(q, light)
    case .pictureFrame: light = pictureFrame(q, light)
    case .otherPerson:
      if let otherFigure {
        var colour = light
        let alpha = otherFigure.paint(q, over: &colour, light: plan.personLight * 0.9)
        light = mix(light, colour, alpha > 0 ? 1 : 0)
      }
    case .bookshelf: light = bookshelf(q)
    case .blurredRoom: light = blurredRoom(q)
    case .plant: light = plant(q, light)
    case .windowGlow:
      let x = 0.5 + (plan.shape[0] - 0.5) * 0.3
      let half = 0.3 + 0.4 * plan.shape[1]
      light *= 0.3 + 0.7 * cover(abs(q.x - x) - half, soft: 0.02)
    default: break
    }
    return light
  }

  private func illumination(_ q: Vector2) -> Float {
    let p = (q - Vector2(0.5, aspect / 2)) / Vector2(0.5, aspect / 2)
    if plan.kind == .spotGradient {
      let centre = (Vector2(plan.shape[0], plan.shape[1]) - 0.5) * 0.8
      return 1 - plan.wallFall * smoothstep(0.1, 1.5, length(p - centre))
    }
    let along = dot(p, plan.lightDirection)
    return 1 - plan.wallFall * smoothstep(-1.3, 1.3, -along)
  }

  private func shadow(_ q: Vector2, soft: Float) -> Float {
    let side: Float = plan.shape[0] < 0.5 ? -1 : 1
    let person = plan.person
    let offset =
      Vector2(side * (0.2 + 0.6 * plan.shape[1]), 0.1 + 0.4 * plan.shape[2]) * person.scale
    let distance = figure.outlineDistance(q - offset)
    return (0.3 + 0.45 * plan.shape[3]) * clamp(0.5 - distance / max(soft, footprint * 2), 0, 1)
  }

  private func brick(_ q: Vector2) -> Vector3 {
    let height = 0.03 + 0.05 * plan.shape[0]
    let row = (q.y / height).rounded(.down)
    let shift = row.truncatingRemainder(dividingBy: 2) * 0.5
    let column = (q.x / (height * 2.9) + shift).rounded(.down)
    let u = q.x / (height * 2.9) + shift - column
    let v = q.y / height - row
    let joint = min(min(u, 1 - u) * 2.9, min(v, 1 - v)) * height
    let tone = 0.75 + 0.35 * field.cell(Int32(column), Int32(row), 3)
    let grain = 1 + 0.15 * field.fractal(q, wavelength: 0.01, octaves: 3, footprint: footprint)
    let body = plan.wall * tone * grain * illumination(q)
    let mortar = Vector3(0.55, 0.53, 0.5) * max(0.4, plan.wall.y) * 1.1
    return mix(mortar, body, clamp((joint - height * 0.04) / (height * 0.05), 0, 1))
  }

  private func planks(_ q: Vector2) -> Vector3 {
    let pitch = 0.05 + 0.11 * plan.shape[0]
    let upright = plan.shape[1] < 0.5
    let across = upright ? q.x : q.y
    let along = upright ? q.y : q.x
    let board = (across / pitch).rounded(.down)
    let inside = across / pitch - board
    let gap = clamp(min(inside, 1 - inside) * pitch / 0.003, 0, 1)
    let grain = field.fractal(
      Vector2(across * 8, along * 0.9 + board * 7), wavelength: 0.06, octaves: 4,
      footprint: footprint * 8)
    let tone = 0.85 + 0.3 * field.cell(Int32(board), 1, 5)
    return plan.wall * illumination(q) * tone * (1 + 0.14 * grain) * (0.35 + 0.65 * gap)
  }

  private func wallpaper(_ q: Vector2, _ light: Vector3) -> Vector3 {
    let pitch = 0.05 + 0.09 * plan.shape[0]
    let strength = 0.25 + 0.5 * plan.shape[1]
    let cell = Vector2((q.x / pitch).rounded(.down), (q.y / pitch).rounded(.down))
    let local = (q / pitch) - cell - 0.5
    let pattern: Float
    switch Int(plan.shape[2] * 3) {
    case 0: pattern = cover((length(local) - 0.25) * pitch)
    case 1: pattern = cover((abs(local.x) - 0.24) * pitch)
    default:
      let angle = atan2(local.y, local.x)
      pattern = cover((length(local) - 0.27 * (1 + 0.5 * cos(5 * angle))) * pitch)
    }
    return mix(light, light * (plan.second * 0.8 + 0.15), pattern * strength)
  }

  private func tiles(_ q: Vector2, _ light: Vector3) -> Vector3 {
    let pitch = 0.08 + 0.16 * plan.shape[0]
    let u = q.x / pitch + plan.shape[1]
    let v = q.y / pitch + plan.shape[2]
    let inside = Vector2(u - u.rounded(.down), v - v.rounded(.down))
    let joint = min(min(inside.x, 1 - inside.x), min(inside.y, 1 - inside.y)) * pitch
    let tone = 0.93 + 0.09 * field.cell(Int32(u.rounded(.down)), Int32(v.rounded(.down)), 8)
    return light * tone * (0.5 + 0.5 * clamp(joint / (0.003 + 0.004 * plan.shape[3]), 0, 1))
  }

  private func doorFrame(_ q: Vector2, _ light: Vector3) -> Vector3 {
    let side: Float = plan.shape[0] < 0.5 ? -1 : 1
    let x = 0.5 + side * (0.24 + 0.2 * plan.shape[1])
    let d = (q.x - x) * side
    let width = 0.03 + 0.05 * plan.shape[2]
    var result = light
    let white = plan.shape[3] < 0.35
    let door = white ? plan.wall * 0.78 : plan.second * 0.7
    let frame = white ? plan.wall * 0.93 : plan.second
    result = mix(result, frame, cover(-d))
    result = mix(result, frame * 0.35, cover(abs(d - width) - 0.004))
    result = mix(result, door, cover(width - d))
    result = mix(result, light * 0.5, cover(abs(d) - 0.003))
    return result
  }

  private func rollUp(_ q: Vector2, _ light: Vector3) -> Vector3 {
    // A white screen in a room; the room shows at one or both sides, and sometimes above.
    let left = plan.shape[0] < 0.6 ? 0.04 + 0.13 * plan.shape[1] : -1
    let right = plan.shape[0] > 0.35 ? 0.96 - 0.13 * plan.shape[2] : 2
    let top = plan.shape[3] > 0.7 ? 0.03 + 0.06 * plan.shape[4] : -1
    let tilt = (plan.shape[5] - 0.5) * 0.05
    let x = q.x + tilt * (q.y - 0.5)
    let outside = max(max(left - x, x - right), top - q.y)
    let room = plan.second * (0.6 + 0.4 * field.value(q.x * 7, q.y * 5, 9)) * illumination(q)
    var result = mix(light, room, cover(-outside))
    result = mix(result, Vector3(repeating: 0.05), cover(abs(outside - 0.004) - 0.003) * 0.7)
    return result
  }

  private func furniture(_ q: Vector2, _ light: Vector3) -> Vector3 {
    let side: Float = plan.shape[0] < 0.5 ? -1 : 1
    let x = 0.5 + side * (0.5 - 0.05 - 0.15 * plan.shape[1])
    let top = aspect * (0.05 + 0.5 * plan.shape[2])
    let d = max(-(q.x - x) * side, top - q.y)
    let shelf = ((q.y - top) / (0.1 + 0.1 * plan.shape[3]))
    let inside = shelf - shelf.rounded(.down)
    let grain = 1 + 0.2 * field.value(q.x * 40, q.y * 6, 2)
    let body = plan.second * illumination(q) * grain * (inside < 0.08 ? 0.35 : 1)
    return mix(light, body, cover(d, soft: 0.004 + 0.012 * plan.shape[4]))
  }

  private func pictureFrame(_ q: Vector2, _ light: Vector3) -> Vector3 {
    let side: Float = plan.shape[0] < 0.5 ? -1 : 1
    let half = Vector2(0.06 + 0.08 * plan.shape[1], 0.07 + 0.1 * plan.shape[2])
    let centre = Vector2(
      0.5 + side * (0.34 + 0.14 * plan.shape[3]), aspect * (0.1 + 0.25 * plan.shape[4]))
    let d = roundedBoxDistance(q - centre, half: half, radius: 0)
    var result = mix(
      light, light * 0.6,
      cover(
        roundedBoxDistance(
          q - centre - Vector2(0.008, 0.01), half: half, radius: 0), soft: 0.012))
    result = mix(result, plan.second * 0.5, cover(d))
    let picture = linear(
      hue: field.value(q.x * 9, q.y * 9, 3) * 0.3 + plan.shape[5], saturation: 0.4,
      value: 0.5 + 0.3 * field.value(q.x * 14, q.y * 14, 6))
    return mix(result, picture, cover(d + 0.014))
  }

  private func bookshelf(_ q: Vector2) -> Vector3 {
    let height = 0.16 + 0.14 * plan.shape[0]
    let row = (q.y / height).rounded(.down)
    let v = q.y / height - row
    if v < 0.09 { return plan.second * 0.5 * illumination(q) }
    let pitch = 0.022 + 0.02 * plan.shape[1]
    let jitter = field.value(q.x / pitch * 0.4, row * 3, 2) * 0.3
    let book = (q.x / pitch + jitter).rounded(.down)
    let tall = 0.15 + 0.35 * field.cell(Int32(book), Int32(row), 11)
    if v < tall { return Vector3(repeating: 0.03) }
    let inside = q.x / pitch + jitter - book
    let colour = linear(
      hue: field.cell(Int32(book), Int32(row), 12),
      saturation: 0.2 + 0.6 * field.cell(Int32(book), Int32(row), 13),
      value: 0.25 + 0.65 * field.cell(Int32(book), Int32(row), 14))
    return colour * plan.wall.y * 1.5 * (0.5 + 0.5 * sin(.pi * inside))
  }

  private func blurredRoom(_ q: Vector2) -> Vector3 {
    let wave = 0.16 + 0.25 * plan.shape[0]
    func lane(_ salt: UInt32) -> Float {
      0.5 + 0.55
        * field.fractal(
          q, wavelength: wave, octaves: 3, gain: 0.45, footprint: 0.02, salt: salt)
    }
    let base = Vector3(lane(20), lane(20), lane(20))
    let tint = Vector3(lane(30), lane(40), lane(50))
    let mixed = mix(base, tint, 0.35)
    return Vector3(max(0.01, mixed.x), max(0.01, mixed.y), max(0.01, mixed.z)) * plan.wall.y * 1.6
  }

  private func plant(_ q: Vector2, _ light: Vector3) -> Vector3 {
    let side: Float = plan.shape[0] < 0.5 ? -1 : 1
    var result = light
    let root = Vector2(
      0.5 + side * (0.4 + 0.1 * plan.shape[1]), aspect * (0.55 + 0.3 * plan.shape[2]))
    for leaf in 0..<14 {
      let angle = -Float.pi / 2 + (field.cell(Int32(leaf), 0, 21) - 0.5) * 2.4
      let reach = 0.12 + 0.22 * field.cell(Int32(leaf), 1, 21)
      let tip = root + Vector2(cos(angle), sin(angle)) * reach
      let along = clamp(dot(q - root, tip - root) / dot(tip - root, tip - root), 0, 1)
      let width = 0.004 + 0.03 * sin(.pi * along) * (0.5 + field.cell(Int32(leaf), 2, 21) * 0.5)
      let d = segmentDistance(q, root, tip) - width
      let green = linear(
        hue: 0.25 + 0.1 * field.cell(Int32(leaf), 3, 21), saturation: 0.55,
        value: 0.25 + 0.4 * field.cell(Int32(leaf), 4, 21))
      result = mix(result, green * illumination(q), cover(d))
    }
    return result
  }
}
