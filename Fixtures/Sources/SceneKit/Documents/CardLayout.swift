import Foundation

/// Cards of the ID-1 format (ISO/IEC 7810: 85.60 x 53.98 mm, corners of 3.18 mm).
enum CardLayout {
  static let size = Vector2(85.6, 53.98)

  static func front(density: Float, random: inout SceneRandom) -> MockDocument {
    let style = random.weighted([5, 2.4, 1.2, 1.6])
    let hue = random.unit()
    let base: Vector3
    switch style {
    case 0:
      base = linear(
        hue: hue, saturation: random.uniform(0.03...0.22), value: random.uniform(0.86...0.97))
    case 1: base = linear(0xF3F3F0) * random.uniform(0.9...1.02)
    case 2:
      base = linear(
        hue: hue, saturation: random.uniform(0.3...0.85), value: random.uniform(0.14...0.42))
    default:
      base = linear(
        hue: hue, saturation: random.uniform(0.2...0.5), value: random.uniform(0.7...0.92))
    }
    let isDark = dot(base, Vector3(0.2, 0.7, 0.1)) < 0.2
    let ink = isDark ? linear(0xE9E6DA) : linear(random.pick([0x151515, 0x1D2433, 0x2B2320]))
    let label = isDark
      ? linear(0xBDC6CE)
      : linear(hue: hue + 0.5, saturation: random.uniform(0.3...0.8), value: 0.45)
    var canvas = Canvas(size: size, density: density, fill: base)
    wash(&canvas, base: base, hue: hue, random: &random)
    if random.chance(0.8) {
      let lines = isDark
        ? base * 2.2
        : linear(hue: hue + random.uniform(-0.1...0.15), saturation: 0.55, value: 0.62)
      canvas.guilloche(
        .zero, size, ink: lines, strength: random.uniform(0.1...0.42), random: &random)
    }
    if random.chance(0.3) {
      let inset = random.uniform(1.6...3.2)
      canvas.frame(
        Vector2(inset, inset), size - Vector2(inset, inset),
        radius: random.chance(0.5) ? 2.2 : 0, width: random.uniform(0.2...0.6), label,
        alpha: random.uniform(0.5...1))
    }
    if random.chance(0.35) {
      let band = linear(hue: hue + random.uniform(-0.08...0.3), saturation: 0.6, value: 0.55)
      canvas.box(.zero, Vector2(size.x, random.uniform(6...11)), band, alpha: 0.85)
    }
    let blocks = random.chance(0.45)
    let left = random.chance(0.6)
    let photoSize = random.pick([Vector2(24, 30), Vector2(26, 32.5), Vector2(20, 26), Vector2(28, 35)])
    let top = random.uniform(10...14)
    let photoLow = Vector2(left ? random.uniform(4...7) : size.x - photoSize.x - random.uniform(4...7), top)
    if random.chance(0.88) {
      canvas.portrait(photoLow, photoLow + photoSize, random: &random)
      if random.chance(0.35) {
        canvas.frame(photoLow, photoLow + photoSize, width: 0.25, label, alpha: 0.9)
      }
      if random.chance(0.35) {
        let ghost = Vector2(left ? size.x - 15 : 4, size.y - 20)
        canvas.ellipse(ghost + Vector2(5, 6), Vector2(4, 5.5), label, softness: 3, alpha: 0.3)
      }
    }
    text(&canvas, photoLow: photoLow, photoSize: photoSize, left: left, ink: ink, label: label,
      blocks: blocks, random: &random)
    ornaments(&canvas, left: left, label: label, isDark: isDark, random: &random)
    return document(
      canvas, subject: "specimen_card_front", edge: base * 0.8 + Vector3(0.1, 0.1, 0.1),
      random: &random)
  }

  private static func wash(
    _ canvas: inout Canvas, base: Vector3, hue: Float, random: inout SceneRandom
  ) {
    guard random.chance(0.75) else { return }
    let other = linear(
      hue: hue + random.uniform(0.08...0.5), saturation: random.uniform(0.05...0.3), value: 0.93)
    let direction = random.direction()
    let share = random.uniform(0.2...0.9)
    let luma = dot(base, Vector3(0.2, 0.7, 0.1))
    let colour = other * min(1, luma / 0.7)
    canvas.shade(from: .zero, to: size) { place in
      let along = 0.5 + dot(place - size / 2, direction) / 90
      return (colour, share * smoothstep(0, 1, along))
    }
  }

  private static func text(
    _ canvas: inout Canvas, photoLow: Vector2, photoSize: Vector2, left: Bool, ink: Vector3,
    label: Vector3, blocks: Bool, random: inout SceneRandom
  ) {
    let x = left ? photoLow.x + photoSize.x + random.uniform(3...5) : random.uniform(4...6.5)
    let bold = random.chance(0.4)
    let title = TextStyle(
      height: random.uniform(2.3...3.4), colour: label, weight: 0.17, stretch: 0.85,
      serifs: random.chance(0.3))
    if blocks {
      canvas.blocks(random.integer(5...9), at: Vector2(x, 8), title, random: &random)
    } else {
      canvas.text(
        random.pick(["SPECIMEN CARD", "IDENTITY CARD", "RESIDENCE PERMIT", "MEMBER CARD", "LICENCE"]),
        at: Vector2(left ? 5 : x, 7.5), title, random: &random)
    }
    let small = TextStyle(height: random.uniform(1.05...1.4), colour: label, weight: 0.12)
    let height = random.uniform(1.75...2.5)
    let value = TextStyle(
      height: height, colour: ink, weight: bold ? 0.19 : 0.13, stretch: random.uniform(0.75...0.95),
      contrast: random.uniform(0...0.4), monospaced: random.chance(0.15))
    var y: Float = random.uniform(13...15)
    let step = random.uniform(5.4...6.8)
    let rows = min(6, Int((size.y - 8 - y) / step))
    let separate = random.chance(0.6)
    for row in 0..<max(3, rows) {
      var pen = x
      if blocks {
        pen = canvas.blocks(2, at: Vector2(x, y), small, random: &random) + 1.5
        if row == 2 || row == 5 {
          canvas.text(Specimen.digits(8, &random), at: Vector2(pen, y), value, random: &random)
        } else {
          canvas.blocks(random.integer(2...8), at: Vector2(pen, y), value, random: &random)
        }
      } else {
        if separate {
          canvas.text(
            Specimen.sentence(random.integer(1...2), &random), at: Vector2(x, y - height * 1.35), small,
            random: &random)
        }
        let words = [
          random.pick(Specimen.names), "ANNA TEST", Specimen.date(&random),
          random.pick(Specimen.places), Specimen.code(9, &random), "\(random.integer(150...198)) cm",
        ]
        canvas.text(words[row % words.count], at: Vector2(pen, y), value, random: &random)
      }
      y += step
    }
    if random.chance(0.5) {
      let number = TextStyle(
        height: random.uniform(2.2...3), colour: ink, weight: 0.15, stretch: 0.95,
        monospaced: true)
      canvas.text(
        Specimen.digits(random.pick([9, 12, 18]), &random),
        at: Vector2(left ? x - 6 : x + 4, size.y - random.uniform(3.4...5)), number, random: &random)
    }
    if random.chance(0.5) {
      signature(&canvas, from: Vector2(left ? 7 : size.x - 30, size.y - 5), ink: ink, random: &random)
    }
  }

  static func signature(
    _ canvas: inout Canvas, from start: Vector2, ink: Vector3, random: inout SceneRandom
  ) {
    var last = start
    let loops = random.uniform(0.9...1.6)
    let height = random.uniform(1...2.6)
    let phase = random.uniform(0...3)
    // Loops that lean, with a swing whose size wanders.
    for step in 1...140 {
      let t = Float(step) * 0.14
      let swing = 0.45 + 0.55 * sin(t * 0.43 + phase)
      let next = start + Vector2(
        t + 0.8 * swing * cos(t * loops * 2.1), -height * swing * sin(t * loops * 2.1 + 0.4))
      canvas.line(last, next, width: 0.26 + 0.06 * sin(t * 3), ink)
      last = next
    }
  }

  private static func ornaments(
    _ canvas: inout Canvas, left: Bool, label: Vector3, isDark: Bool, random: inout SceneRandom
  ) {
    if random.chance(0.25) {
      let low = Vector2(left ? size.x - 17 : 8, random.uniform(15...24))
      let gold = linear(random.pick([0xC8A25A, 0xC9C9C6]))
      canvas.box(low, low + Vector2(12.5, 10.5), radius: 1.6, gold)
      for line in 1...2 {
        let y = low.y + Float(line) * 3.5
        canvas.line(Vector2(low.x, y), Vector2(low.x + 12.5, y), width: 0.25, gold * 0.4)
        let x = low.x + Float(line) * 4.2
        canvas.line(Vector2(x, low.y), Vector2(x, low.y + 10.5), width: 0.25, gold * 0.4)
      }
    }
    if random.chance(0.6) {
      let centre = Vector2(random.uniform(20...70), random.uniform(14...44))
      let radius = random.uniform(4...11)
      let strength = random.uniform(0.3...1)
      let petals = Float(random.integer(3...9))
      canvas.hologram(
        from: centre - Vector2(radius, radius), to: centre + Vector2(radius, radius)
      ) { place in
        let out = place - centre
        let r = length(out) / radius
        if r > 1 { return 0 }
        return strength * (0.55 + 0.45 * sin(petals * atan2(out.y, out.x) + r * 9))
          * smoothstep(1, 0.85, r)
      }
    }
    if random.chance(0.3) {
      let centre = Vector2(left ? size.x - 8 : 8, 7)
      canvas.ellipse(centre, Vector2(3.6, 3.6), label, alpha: 0.8)
      canvas.ellipse(centre, Vector2(2.2, 2.2), label * 3, alpha: 0.7)
    }
    let mark = TextStyle(
      height: random.uniform(5...8), colour: random.chance(0.5) ? linear(0xB03030) : label,
      weight: 0.12, alpha: random.uniform(0.18...0.5))
    let angle = random.uniform(-0.45 ... -0.1)
    canvas.text(
      "SPECIMEN", at: Vector2(random.uniform(12...26), random.uniform(36...46)), mark, angle: angle,
      random: &random)
  }

  static func back(density: Float, random: inout SceneRandom) -> MockDocument {
    let hue = random.unit()
    let base = linear(
      hue: hue, saturation: random.uniform(0...0.2), value: random.uniform(0.85...0.98))
    let ink = linear(0x1A1A1E)
    var canvas = Canvas(size: size, density: density, fill: base)
    wash(&canvas, base: base, hue: hue, random: &random)
    if random.chance(0.8) {
      canvas.guilloche(
        .zero, size, ink: linear(hue: hue, saturation: 0.5, value: 0.6),
        strength: random.uniform(0.1...0.4), random: &random)
    }
    let style = TextStyle(height: random.uniform(1.4...2), colour: ink)
    switch random.integer(0...2) {
    case 0:
      let top = random.uniform(3.5...6)
      canvas.box(Vector2(0, top), Vector2(size.x, top + 11), linear(random.pick([0x17130F, 0x241C16, 0x101418])))
      canvas.box(Vector2(6, 22), Vector2(64, 30), linear(0xF6F6F2))
      signature(&canvas, from: Vector2(10, 27), ink: ink, random: &random)
      for row in 0..<4 {
        canvas.text(
          Specimen.sentence(9, &random), at: Vector2(6, 36 + Float(row) * 3.4),
          TextStyle(height: 1.3, colour: ink), random: &random)
      }
    case 1:
      let emblem = Vector2(random.uniform(12...22), 15)
      let red = linear(random.pick([0xB2382E, 0xA6402C, 0x31506E]))
      canvas.ellipse(emblem, Vector2(7.5, 7.8), red, alpha: 0.85)
      canvas.ellipse(emblem, Vector2(5.4, 5.6), base, alpha: 0.75)
      canvas.ellipse(emblem, Vector2(3.2, 3.2), red, alpha: 0.9)
      let big = TextStyle(height: 4.2, colour: ink, weight: 0.16)
      if random.chance(0.6) {
        canvas.blocks(7, at: Vector2(32, 14), big, random: &random)
        canvas.blocks(5, at: Vector2(32, 22), TextStyle(height: 5.2, colour: ink, weight: 0.16), random: &random)
      } else {
        canvas.text("REVERSE OF CARD", at: Vector2(30, 14), big, random: &random)
      }
      canvas.text("VALID 2020.01.01-2040.01.01", at: Vector2(26, 46), TextStyle(height: 2.2, colour: ink, weight: 0.15), random: &random)
    default:
      let mono = TextStyle(height: 2.6, colour: ink, weight: 0.16, stretch: 0.9, monospaced: true)
      for row in 0..<3 {
        canvas.text(
          "<" + Specimen.code(12, &random) + "<<<" + Specimen.code(8, &random) + "<<",
          at: Vector2(4, 38 + Float(row) * 5.2), mono, random: &random)
      }
      for row in 0..<4 {
        canvas.text(Specimen.sentence(4, &random), at: Vector2(5, 9 + Float(row) * 5.5), style, random: &random)
      }
      canvas.box(Vector2(60, 6), Vector2(78, 24), linear(0xF5F5F5))
      for row in 0..<15 {
        for column in 0..<15 where random.chance(0.5) {
          let low = Vector2(61.5 + Float(column), 7.5 + Float(row))
          canvas.box(low, low + Vector2(1, 1), ink)
        }
      }
    }
    canvas.text(
      "SPECIMEN", at: Vector2(30, 44),
      TextStyle(height: 5, colour: linear(0xA04040), alpha: random.uniform(0.15...0.4)), angle: -0.2,
      random: &random)
    return document(canvas, subject: "specimen_card_back", edge: base * 0.85, random: &random)
  }

  private static func document(
    _ canvas: Canvas, subject: String, edge: Vector3, random: inout SceneRandom
  ) -> MockDocument {
    var surface = Surface(size: size)
    surface.cornerRadius = 3.18
    surface.thickness = 0.76
    if random.chance(0.25) { surface.arch = Vector2(random.uniform(0.2...1.1), 0) }
    return MockDocument(
      kind: "id-card", subject: subject, canvas: canvas, surface: surface,
      gloss: random.uniform(0.3...1), edge: edge)
  }
}
