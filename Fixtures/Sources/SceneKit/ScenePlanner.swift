import Foundation

/// Draws plans: which document, ground, camera, light and defects.
package struct ScenePlanner {
  let options: SceneOptions

  package init(_ options: SceneOptions) { self.options = options }

  /// Draws the plan of picture number `index`; independent of every other picture.
  func plan(_ index: Int) -> ScenePlan {
    let splitSalt: UInt64 = options.split == .dev ? 0x5DEE_CE66 : 0x2545_F491
    let seed = options.seed &* 0x9E37_79B9 &+ splitSalt
    let root = SceneRandom(seed: seed, stream: UInt64(index))
    var choice = root.fork(1)
    var defects: [SceneDefect] = []
    if !choice.chance(options.cleanShare) {
      let all = SceneDefect.allCases
      let first = all[choice.weighted(SceneDefect.weights)]
      defects.append(options.defect ?? first)
      if choice.chance(0.14) {
        let second = all[choice.weighted(SceneDefect.weights)]
        if compatible(second, with: defects[0]) { defects.append(second) }
      }
    }
    var documentRandom = root.fork(2)
    let kind = documentKind(&documentRandom)
    // The sheet's size decides the camera; its print is drawn once the scale is known.
    var sizing = documentRandom
    let outline = kind(2, &sizing)
    var cameraRandom = root.fork(3)
    let (camera, tilt) = frame(outline, cut: defects.contains(.cut), random: &cameraRandom)
    let scale = scale(of: outline.surface, camera)
    let document = kind(scale * 1.3, &documentRandom)

    var lightRandom = root.fork(4)
    var light = light(&lightRandom, size: document.surface.size)
    if defects.contains(.shadow) { addShadow(&light, document.surface.size, &lightRandom) }
    var groundRandom = root.fork(5)
    let family = BackgroundFamily.families(of: options.split)[
      groundRandom.weighted(BackgroundFamily.weights(of: options.split))]
    let background = family.make(&groundRandom)
    var objectRandom = root.fork(6)
    let objects = objects(around: document.surface.size, random: &objectRandom)
    var development = development(root.fork(7), defects: defects)
    var levelRandom = root.fork(8)
    let level = paperLevel(defects, &levelRandom)
    development.exposure = linear(coded: min(level, 1)) * (level > 1 ? level * level : 1) / 0.85

    var notes: [String] = []
    var glareRandom = root.fork(9)
    var glare: [Glare] = []
    if defects.contains(.glare) {
      glare.append(self.glare(on: document, camera, &glareRandom))
      if glareRandom.chance(0.2) { glare.append(self.glare(on: document, camera, &glareRandom)) }
    }
    var tableGlare: [Glare] = []
    if glareRandom.chance(0.14 + 0.1 * background.gloss) {
      tableGlare.append(
        highlight(besides: document.surface.size, gloss: background.gloss, &glareRandom))
      notes.append("highlight on the table")
    }
    let hologram = glareRandom.chance(0.5) ? glareRandom.uniform(0.08...0.4) : 0
    if hologram > 0, document.canvas.pixels.contains(where: { $0.w > 0 }) {
      notes.append("hologram tint")
    }
    // A sheet, a pen or a cable over the document is the same defect by other means.
    var coverRandom = root.fork(14)
    var covers: [TableObject] = []
    if defects.contains(.finger), coverRandom.chance(0.25) {
      covers = [self.cover(on: document.surface.size, &coverRandom)]
      notes.append("something over the edge")
    }
    var fingerRandom = root.fork(10)
    let fingers =
      defects.contains(.finger) && covers.isEmpty
      ? self.fingers(on: document.surface.size, &fingerRandom) : []
    var blurRandom = root.fork(11)
    let blur = blur(defects, softness: development.softness, &blurRandom)
    var fileRandom = root.fork(12)
    return ScenePlan(
      seed: seed, index: index, split: options.split, family: family, document: document,
      camera: camera, light: light, background: background,
      backgroundTurn: fileRandom.uniform(0...6.28),
      backgroundShift: Vector2(fileRandom.uniform(-3000...3000), fileRandom.uniform(-3000...3000)),
      objects: objects, glare: glare, tableGlare: tableGlare, hologram: hologram,
      fingers: fingers, covers: covers, blur: blur, development: development, paperLevel: level,
      orientation: fileRandom.chance(0.45) ? fileRandom.pick([6, 8, 3]) : 1,
      hasEXIF: fileRandom.chance(0.75), notes: notes, tiltDegrees: tilt * 180 / .pi,
      noiseSeed: root.fork(13))
  }

  private func compatible(_ second: SceneDefect, with first: SceneDefect) -> Bool {
    if second == first { return false }
    let focus: [SceneDefect] = [.defocus, .motion, .unevenFocus]
    if focus.contains(first), focus.contains(second) { return false }
    let exposure: [SceneDefect] = [.dark, .bright, .shadow, .glare]
    return !(exposure.contains(first) && exposure.contains(second))
  }

  private func documentKind(_ random: inout SceneRandom)
    -> (Float, inout SceneRandom) -> MockDocument
  {
    let isCard: Bool
    switch options.profile {
    case .idCard: isCard = true
    case .document: isCard = false
    case .mixed: isCard = random.chance(0.5)
    }
    if isCard {
      switch random.weighted([6, 3, 1.4]) {
      case 0: return { CardLayout.front(density: $0, random: &$1) }
      case 1: return { CardLayout.back(density: $0, random: &$1) }
      default: return { PassportLayout.dataPage(density: $0, random: &$1) }
      }
    }
    switch random.weighted([6, 1.3, 1.7, 1.6, 0.8, 0.9]) {
    case 0: return { PageLayout.page(density: $0, random: &$1) }
    case 1: return { PageLayout.notebook(density: $0, random: &$1) }
    case 2: return { PageLayout.receipt(density: $0, random: &$1) }
    case 3: return { PageLayout.businessCard(density: $0, random: &$1) }
    case 4: return { PassportLayout.cover(density: $0, random: &$1) }
    default: return { PageLayout.openBook(density: $0, random: &$1) }
    }
  }

  /// Pixels per millimetre of a sheet, at its nearest corner.
  private func scale(of surface: Surface, _ camera: Camera) -> Float {
    let places = corners(surface, camera)
    var best: Float = 1
    for index in 0..<4 {
      let pixels = length(places[(index + 1) % 4] - places[index])
      best = max(best, pixels / (index % 2 == 0 ? surface.size.x : surface.size.y))
    }
    return best
  }

  private func corners(_ surface: Surface, _ camera: Camera) -> [Vector2] {
    surface.corners.map { corner in
      let p = corner - surface.size / 2
      return camera.project(Vector3(p.x, p.y, surface.height(corner)))
    }
  }

  private func outline(_ surface: Surface, _ camera: Camera) -> (low: Vector2, high: Vector2) {
    var low = Vector2(1e9, 1e9)
    var high = Vector2(-1e9, -1e9)
    for step in 0..<40 {
      let t = Float(step % 10) / 10
      let corner: Vector2
      switch step / 10 {
      case 0: corner = Vector2(t * surface.size.x, 0)
      case 1: corner = Vector2(surface.size.x, t * surface.size.y)
      case 2: corner = Vector2((1 - t) * surface.size.x, surface.size.y)
      default: corner = Vector2(0, (1 - t) * surface.size.y)
      }
      let p = corner - surface.size / 2
      let place = camera.project(Vector3(p.x, p.y, surface.height(corner)))
      low = Vector2(min(low.x, place.x), min(low.y, place.y))
      high = Vector2(max(high.x, place.x), max(high.y, place.y))
    }
    return (low, high)
  }

  private func frame(_ document: MockDocument, cut: Bool, random: inout SceneRandom)
    -> (Camera, Float)
  {
    let surface = document.surface
    let roll: Float
    switch random.weighted([55, 14, 5, 14, 12]) {
    case 0: roll = random.normal() * 0.09
    case 1: roll = .pi / 2 + random.normal() * 0.09
    case 2: roll = .pi + random.normal() * 0.09
    case 3: roll = -.pi / 2 + random.normal() * 0.09
    default: roll = random.uniform(0...2 * .pi)
    }
    let tilt: Float
    switch random.weighted([45, 35, 20]) {
    case 0: tilt = random.uniform(0...8)
    case 1: tilt = random.uniform(8...20)
    default: tilt = random.uniform(20...35)
    }
    let isWide = surface.size.x > surface.size.y
    let appearsWide = abs(cos(roll)) > 0.7 ? isWide : !isWide
    let landscape = random.chance(0.82) ? appearsWide : !appearsWide
    let long = Float(options.longSide)
    let width = landscape ? options.longSide : options.shortSide
    let height = landscape ? options.shortSide : options.longSide
    let focal =
      long * (random.chance(0.82) ? random.uniform(0.68...0.92) : random.uniform(1.2...1.9))
    let azimuth = random.uniform(0...2 * .pi)
    let distortion = random.uniform(-0.02...0.02)
    var fill = [
      random.uniform(0.3...0.55), random.uniform(0.55...0.8), random.uniform(0.78...0.97),
    ][random.weighted([12, 38, 50])]
    if cut { fill = random.uniform(0.6...1.05) }
    let fillsFrame = cut && random.chance(0.18)
    if fillsFrame { fill = random.uniform(1.04...1.35) }
    var distance: Float = 4 * length(surface.size)
    func make() -> Camera {
      Camera(
        width: width, height: height, focal: focal, distance: distance, tilt: tilt * .pi / 180,
        azimuth: azimuth, roll: roll, distortion: distortion)
    }
    var camera = make()
    for _ in 0..<8 {
      let box = outline(surface, camera)
      let size = box.high - box.low
      let share = max(size.x / Float(width), size.y / Float(height))
      distance *= clamp(share / fill, 0.4, 2.5)
      camera = make()
    }
    var box = outline(surface, camera)
    let frame = Vector2(Float(width), Float(height))
    let size = box.high - box.low
    // Move the picture over the scene: anywhere inside, or out over one side or corner.
    var wanted = Vector2(
      mix(0, frame.x - size.x, random.uniform(0.14...0.86)),
      mix(0, frame.y - size.y, random.uniform(0.14...0.86)))
    if cut, !fillsFrame {
      let share = random.logUniform(options.includesUnsure ? 0.003...0.4 : 0.025...0.4)
      let side = random.integer(0...5)
      if side == 0 || side >= 4 { wanted.x = -share * size.x }
      if side == 1 { wanted.x = frame.x - size.x * (1 - share) }
      if side == 2 || side == 4 { wanted.y = -share * size.y }
      if side == 3 || side == 5 { wanted.y = frame.y - size.y * (1 - share) }
    }
    for _ in 0..<4 {
      camera.principal += wanted - box.low
      box = outline(surface, camera)
    }
    return (camera, tilt * .pi / 180)
  }

  private func light(_ random: inout SceneRandom, size: Vector2) -> Light {
    var light = Light()
    let away = random.direction() * random.uniform(100...900)
    // Far enough for the sheet to be lit evenly unless a defect says otherwise.
    let height = max(length(size) * random.uniform(1.9...4), random.uniform(450...1800))
    light.lamp = Vector3(away.x, away.y, height)
    light.ambient = random.uniform(0.25...0.75)
    let warmth = random.normal() * 0.07
    light.lampColour = Vector3(1 + warmth, 1, 1 - warmth * 1.3)
    let coolness = random.normal() * 0.06
    light.ambientColour = Vector3(1 - coolness, 1, 1 + coolness * 1.3)
    light.spread = random.logUniform(0.15...1.2)
    // Faint, broad shadows of the one who takes the picture are everywhere.
    if random.chance(0.55) {
      let side = random.direction()
      light.shadows.append(
        Light.CastShadow(
          centre: side * length(size) * random.uniform(0.5...1.1),
          half: size * random.uniform(0.4...0.8), radius: 20, angle: random.uniform(0...3),
          penumbra: length(size) * random.uniform(0.4...1), strength: random.uniform(0.05...0.22)))
    }
    return light
  }

  private func addShadow(_ light: inout Light, _ size: Vector2, _ random: inout SceneRandom) {
    let scale = min(size.x, size.y)
    light.ambient = min(light.ambient, 0.35)
    // The phone, a hand or the head: it reaches in from one side and ends on the sheet.
    let from = random.direction()
    let tip = size * Vector2(random.uniform(-0.3...0.3), random.uniform(-0.3...0.3))
    let length = scale * 3
    let across = random.chance(0.65) ? random.uniform(0.22...0.55) : random.uniform(0.1...0.2)
    light.shadows.append(
      Light.CastShadow(
        centre: tip + from * length, half: Vector2(length, scale * across),
        radius: scale * across * random.uniform(0.3...0.98),
        angle: atan2(from.y, from.x) + random.uniform(-0.12...0.12),
        penumbra: scale * random.logUniform(0.1...0.6),
        strength: random.uniform(options.includesUnsure ? 0.3...0.95 : 0.72...0.97)))
  }

  private func objects(around size: Vector2, random: inout SceneRandom) -> [TableObject] {
    var result: [TableObject] = []
    let count = random.pick([0, 0, 0, 1, 1, 2, 3])
    for _ in 0..<count {
      let kind = random.pick(TableObject.Kind.allCases)
      var object = TableObject(kind, at: .zero, random: &random)
      for _ in 0..<30 {
        object.centre = random.direction() * length(size) * random.uniform(0.5...1.1)
        let gap = roundedBoxDistance(object.centre, half: size / 2, radius: 0)
        let slides = kind == .paper && gap > 10
        if slides { break }
        var free = true
        for step in 0..<24 {
          let t = Float(step) / 24 * 2 * Float.pi
          let rim = Vector2(size.x / 2 * cos(t), size.y / 2 * sin(t)) * 1.3
          if object.distance(rim) < 4 || object.distance(rim * 0.5) < 4 { free = false }
        }
        for x: Float in [-0.53, 0, 0.53] {
          for y: Float in [-0.53, 0, 0.53] where object.distance(Vector2(x, y) * size) < 4 {
            free = false
          }
        }
        if free { break }
        object.centre = Vector2(9e4, 9e4)
      }
      result.append(object)
    }
    return result.filter { $0.centre.x < 8e4 }
  }

  private func development(_ fork: SceneRandom, defects: [SceneDefect]) -> Development {
    var random = fork
    var result = Development()
    let large = Float(options.longSide) / 2000
    result.softness = random.uniform(0.45...0.8) * (large > 1.5 ? random.uniform(1...1.3) : 1)
    let cast = random.normal() * 0.045
    let green = random.normal() * 0.02
    result.whiteBalance = Vector3(1 + cast, 1 + green, 1 - cast)
    if random.chance(0.15) {
      result.whiteBalance = random.chance(0.7) ? Vector3(1.14, 1, 0.78) : Vector3(0.88, 1, 1.16)
    }
    result.vignetting = random.uniform(0.03...0.3)
    result.contrast = random.uniform(0...0.35)
    result.saturation = random.uniform(0.9...1.3)
    let iso = random.logUniform(0.8...9) * (defects.contains(.dark) ? 2.5 : 1)
    result.shotNoise = 5e-5 * iso
    result.readNoise = 0.0006 * iso.squareRoot()
    result.colourNoise = random.uniform(0.25...0.7)
    result.smear = iso > 6 ? random.uniform(0.3...0.9) : random.uniform(0...0.3)
    result.sharpening = random.uniform(0.2...1)
    result.sharpeningRadius = random.uniform(0.8...1.5)
    result.quality = random.integer(75...97)
    result.subsampled = random.chance(0.85)
    return result
  }

  private func paperLevel(_ defects: [SceneDefect], _ random: inout SceneRandom) -> Float {
    if defects.contains(.dark) {
      return random.uniform(options.includesUnsure ? 0.1...0.46 : 0.1...0.33)
    }
    // Above one, paper is burnt: the square is the factor over saturation.
    if defects.contains(.bright) {
      return random.uniform(options.includesUnsure ? 1...1.7 : 1.22...1.7)
    }
    if random.chance(0.12) { return random.uniform(0.58...0.7) }
    return random.uniform(0.68...0.93)
  }

  private func glare(on document: MockDocument, _ camera: Camera, _ random: inout SceneRandom)
    -> Glare
  {
    let weights: [Float] =
      document.gloss > 0.25 ? [5, 3, 3, 4, 3, 2.5] : [1.5, 0.6, 1, 4, 4.5, 1.5]
    var shape = Glare.Shape.allCases[random.weighted(weights)]
    let size = document.surface.size
    let scale = min(size.x, size.y)
    var centre = size / 2
    var best: Float = -1
    for _ in 0..<24 {
      let candidate = size * Vector2(random.uniform(0.08...0.92), random.uniform(0.08...0.92))
      let p = candidate - size / 2
      let place = camera.project(Vector3(p.x, p.y, document.surface.thickness))
      let margin = Vector2(Float(camera.width), Float(camera.height)) * 0.06
      if place.x < margin.x || place.x > Float(camera.width) - margin.x || place.y < margin.y
        || place.y > Float(camera.height) - margin.y
      {
        continue
      }
      // Where nothing is printed, only a burnt reflection is seen at all.
      let print = document.canvas.printed(around: candidate, radius: scale * 0.12)
      if print > best { (best, centre) = (print, candidate) }
      if best > 0.05 { break }
    }
    if best < 0.02, shape == .sheen || shape == .halo {
      shape = random.pick([.spot, .window, .tube])
    }
    return Glare(shape, around: centre, scale: scale, random: &random)
  }

  private func highlight(besides size: Vector2, gloss: Float, _ random: inout SceneRandom) -> Glare
  {
    let shape = random.pick([Glare.Shape.halo, .halo, .halo, .tube, .window, .spot])
    let side = random.direction()
    let centre = side * (length(size) * random.uniform(0.5...0.75))
    // A table is rougher than a card: the reflection is wide, and fades without an edge.
    return Glare(
      shape, around: centre, scale: min(size.x, size.y), roughness: 1.6 - gloss, random: &random)
  }

  private func cover(on size: Vector2, _ random: inout SceneRandom) -> TableObject {
    let kind = random.pick([TableObject.Kind.paper, .paper, .phone, .book])
    var object = TableObject(kind, at: .zero, random: &random)
    let corner = random.chance(0.6)
    let out = random.direction()
    let sign = Vector2(out.x < 0 ? -1 : 1, out.y < 0 ? -1 : 1)
    let level = abs(out.x) > abs(out.y)
    let target =
      corner
      ? size / 2 * sign : size / 2 * (level ? Vector2(sign.x, 0) : Vector2(0, sign.y))
    let away = corner ? out : (level ? Vector2(sign.x, 0) : Vector2(0, sign.y))
    // Push the thing outwards until it reaches over the sheet by no more than is wanted.
    let overlap = random.uniform(0.05...0.2) * min(size.x, size.y)
    var reach = object.reach * 1.1
    for _ in 0..<60 {
      object.centre = target + away * reach
      if object.distance(target - away * overlap) < 0 { break }
      reach -= object.reach * 0.04
    }
    return object
  }

  private func fingers(on size: Vector2, _ random: inout SceneRandom) -> [Finger] {
    var result: [Finger] = []
    for _ in 0..<random.pick([1, 1, 1, 2]) {
      let corner = random.chance(0.5)
      let along: Float = corner ? random.pick([0.02, 0.98]) : random.uniform(0.2...0.8)
      let depth = corner ? random.uniform(2...8) : random.uniform(-1...12)
      let tip: Vector2
      let outward: Vector2
      switch random.integer(0...3) {
      case 0: (tip, outward) = (Vector2(along * size.x, depth), Vector2(0, -1))
      case 1: (tip, outward) = (Vector2(size.x - depth, along * size.y), Vector2(1, 0))
      case 2: (tip, outward) = (Vector2(along * size.x, size.y - depth), Vector2(0, 1))
      default: (tip, outward) = (Vector2(depth, along * size.y), Vector2(-1, 0))
      }
      result.append(Finger(tip: tip, towards: outward, random: &random))
    }
    return result
  }

  private func blur(_ defects: [SceneDefect], softness: Float, _ random: inout SceneRandom) -> Blur
  {
    var result = Blur()
    let floor = BlurLabel.surelyBlurred(softness: softness, longSide: options.longSide)
    let low = options.includesUnsure ? softness * 0.7 : floor
    let range = low...(floor * 4)
    if defects.contains(.defocus) {
      result = Blur(kind: .defocus, sigma: random.logUniform(range), angle: 0)
    } else if defects.contains(.motion) {
      result = Blur(kind: .motion, sigma: random.logUniform(range), angle: random.uniform(0...180))
    } else if defects.contains(.unevenFocus) {
      result = Blur(
        kind: .uneven, sigma: random.logUniform(low * 1.3...(floor * 4)),
        angle: random.uniform(0...360))
    }
    return result
  }
}
