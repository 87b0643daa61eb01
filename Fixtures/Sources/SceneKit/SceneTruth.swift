import Foundation

/// What is true of a picture, worked out from its plan.
package struct SceneTruth: Sendable {
  /// The sheet's outer corners in upright pixels, clockwise from its own upper left, as if the
  /// corners were not rounded.
  package let corners: [Vector2]
  /// Share of the sheet's area outside the frame.
  package let cutShare: Float
  /// Sides of the frame over which the sheet runs, joined by `+`.
  package let cutSide: String
  package let complete: String
  package let glare: String
  package let glareShare: Float
  package let blurry: String
  /// The code, 0 to 255, that white paper gets on the brighter part of the sheet.
  package let paperLevel: Float
  package let tooDark: String
  package let tooBright: String
  /// Light of the sheet's darkest part over that of its brightest.
  package let lightRatio: Float
  package let unevenLight: String
  package let dotsPerInch: Float
  package let coveredShare: Float
  /// Whether each of 64 places along the outline is covered: 16 on each side, its first corner
  /// first.
  package let coveredPlaces: [Bool]

  init(_ plan: ScenePlan) {
    let surface = plan.document.surface
    let camera = plan.camera
    let half = surface.size / 2
    func project(_ q: Vector2) -> Vector2 {
      camera.project(Vector3(q.x - half.x, q.y - half.y, surface.height(q)))
    }
    let corners = surface.corners.map(project)
    self.corners = corners
    let frame = Vector2(Float(camera.width), Float(camera.height))
    func outside(_ p: Vector2) -> Float {
      max(max(-p.x, p.x - frame.x), max(-p.y, p.y - frame.y))
    }

    // Walk the outline, which may bow out between the corners.
    var worst: Float = -1e9
    var sides: [String] = []
    var covered = [Float](repeating: 0, count: 4)
    let steps = 60
    for side in 0..<4 {
      for step in 0..<steps {
        let t = Float(step) / Float(steps)
        let q = surface.corners[side] * (1 - t) + surface.corners[(side + 1) % 4] * t
        let p = project(q)
        worst = max(worst, outside(p))
        for (name, beyond) in [
          ("left", -p.x), ("top", -p.y), ("right", p.x - frame.x), ("bottom", p.y - frame.y),
        ] where beyond > 0 && !sides.contains(name) { sides.append(name) }
        if plan.isCovered(q) {
          covered[side] += 1 / Float(steps)
        }
      }
    }
    cutSide = sides.joined(separator: "+")

    var total: Float = 0
    var lost: Float = 0
    var glaring: Float = 0
    var washedOut: Float = 0
    var hidden: Float = 0
    let middle = plan.document.canvas.middleReflectance
    var lights: [Float] = []
    var worstFocus: Float = 0
    let grid = 72
    for row in 0..<grid {
      for column in 0..<grid {
        let q = surface.size * Vector2(Float(column) + 0.5, Float(row) + 0.5) / Float(grid)
        let p = project(q)
        total += 1
        if outside(p) > 0 {
          lost += 1
          continue
        }
        if plan.isCovered(q) {
          hidden += 1
          continue
        }
        let light = plan.light.irradiance(q - half)
        let level = 0.21 * light.x + 0.72 * light.y + 0.07 * light.z
        if row % 4 == 2, column % 4 == 2 { lights.append(level) }
        if plan.blur.kind == .uneven, row % 6 == 3, column % 6 == 3 {
          let share = plan.blur.unevenShare(at: p, in: frame)
          let canvas = plan.document.canvas
          if share > worstFocus,
            canvas.printed(around: q, radius: Self.printReach) >= Self.printShare
          {
            worstFocus = share
          }
        }
        var added: Float = 0
        for glare in plan.glare {
          added += glare.intensity(q) * dot(glare.tint, Vector3(0.3, 0.5, 0.2))
        }
        if added > Self.glareVeil * max(0.4, level) { glaring += 1 }
        if (middle * level + 0.85 * added) * plan.development.exposure > 1 { washedOut += 1 }
      }
    }
    cutShare = lost / total
    let visible = max(1, total - lost)
    glareShare = glaring / visible
    coveredShare = hidden / visible

    coveredPlaces = (0..<64).map { place in
      let t = Float(place % 16) / 16
      let one = surface.corners[place / 16]
      let q = one * (1 - t) + surface.corners[(place / 16 + 1) % 4] * t
      return plan.isCovered(q, margin: t == 0 ? Self.cornerMargin : 0)
    }

    let long = max(length(corners[1] - corners[0]), length(corners[2] - corners[1]))
    let cornerCovered = surface.corners.contains {
      plan.isCovered($0, margin: Self.cornerMargin)
    }
    let mostCovered = covered.max() ?? 0
    if worst > 0.012 * long || cornerCovered || mostCovered > 0.25 {
      complete = "no"
    } else if worst > 0 || mostCovered > 0.08 || coveredShare > 0.02 {
      complete = "unsure"
    } else {
      complete = "yes"
    }

    if plan.glare.isEmpty {
      glare = "no"
    } else {
      glare = glareShare >= 0.006 ? "yes" : "unsure"
    }
    blurry =
      plan.blur.kind == .none
      ? "no"
      : BlurLabel.label(
        sigma: plan.blur.sigma * (plan.blur.kind == .uneven ? worstFocus : 1),
        softness: plan.development.softness, longSide: max(camera.width, camera.height))

    lights.sort()
    let low = lights.isEmpty ? 1 : lights[lights.count / 20]
    let high = lights.isEmpty ? 1 : lights[lights.count - 1 - lights.count / 20]
    lightRatio = low / max(high, 1e-4)
    unevenLight = lightRatio < 0.42 ? "yes" : lightRatio < 0.6 ? "unsure" : "no"
    let exposed = 0.85 * plan.development.exposure * high
    paperLevel = 255 * ToneCurve(contrast: plan.development.contrast).code(exposed)
    tooDark = paperLevel < 92 ? "yes" : paperLevel < 125 ? "unsure" : "no"
    // A dark cover whose print is seen well may lie on a desk that is burnt out: the document
    // itself is exposed as it should be.
    let own = middle * plan.development.exposure * high
    // A reflection that burns out a third of the sheet or more is called by either name.
    let isWashedOut = washedOut / visible > 0.33
    tooBright =
      exposed > 1.45 && own > 0.7 ? "yes" : exposed > 1 || isWashedOut ? "unsure" : "no"

    var area: Float = 0
    for index in 0..<4 {
      let a = corners[index]
      let b = corners[(index + 1) % 4]
      area += (a.x * b.y - b.x * a.y) / 2
    }
    dotsPerInch = (abs(area) / (surface.size.x * surface.size.y)).squareRoot() * 25.4
  }

  /// Print is looked for within so many millimetres of a place.
  static let printReach: Float = 4
  /// What share of the places there must be of print: a stroke or two of a word.
  static let printShare: Float = 0.04

  /// How near a corner a thing may come, in millimetres, before the corner counts as covered.
  static let cornerMargin: Float = 1

  /// Light added by a reflection, as a share of the paper's own, from which print looks veiled.
  static let glareVeil: Float = 0.35
}
