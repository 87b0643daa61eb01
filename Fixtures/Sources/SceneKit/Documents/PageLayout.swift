import Foundation

/// Sheets of paper: letters, forms, tables, handwriting, notebooks, receipts, business cards.
enum PageLayout {
  static func paper(_ random: inout SceneRandom) -> Vector3 {
    let base = random.pick([
      linear(0xF7F7F5), linear(0xF4F4F2), linear(0xF3F5F8), linear(0xF4EFE2), linear(0xEFE6D0),
    ])
    return base * random.uniform(0.9...1)
  }

  static func ink(_ random: inout SceneRandom) -> Vector3 {
    linear(random.pick([0x101012, 0x1A1A1E, 0x262626, 0x14142A]))
  }

  private static func grain(_ canvas: inout Canvas, strength: Float, random: inout SceneRandom) {
    let noise = Noise(&random)
    let step = 1 / canvas.density
    for row in 0..<canvas.height {
      for column in 0..<canvas.width {
        let p = Vector2(Float(column), Float(row)) * step
        let value = 1 + strength
          * noise.fractal(p, wavelength: 2.5, octaves: 4, gain: 0.75, footprint: step)
        let index = row * canvas.width + column
        let old = canvas.pixels[index]
        canvas.pixels[index] = Vector4(old.x * value, old.y * value, old.z * value, old.w)
      }
    }
  }

  /// A printed or written page, A4 or letter.
  static func page(density: Float, random: inout SceneRandom) -> MockDocument {
    let letter = random.chance(0.3)
    let size = letter ? Vector2(215.9, 279.4) : Vector2(210, 297)
    var canvas = Canvas(size: size, density: density, fill: paper(&random))
    let kind = random.weighted([4, 2, 2.5, 1, 1.5])
    let subject: String
    switch kind {
    case 0:
      subject = "printed_page"
      paragraphs(&canvas, random: &random)
    case 1:
      subject = "form_page"
      form(&canvas, random: &random)
    case 2:
      subject = "handwritten_page"
      handwriting(&canvas, lines: random.integer(4...26), ruled: random.chance(0.25), random: &random)
    case 3:
      subject = "nearly_empty_page"
      handwriting(&canvas, lines: random.integer(1...3), ruled: false, random: &random)
    default:
      subject = "certificate_page"
      certificate(&canvas, random: &random)
    }
    grain(&canvas, strength: random.uniform(0.004...0.015), random: &random)
    var surface = sheet(size, random: &random)
    if random.chance(0.25) {
      let count = random.integer(1...2)
      for index in 0..<count {
        surface.folds.append(
          Surface.Fold(
            place: count == 1 ? 0.5 + random.normal() * 0.01 : (index == 0 ? 0.335 : 0.665),
            height: random.uniform(-1...4.5) + 1, acrossX: random.chance(0.25)))
      }
    }
    return MockDocument(
      kind: "document", subject: surface.folds.isEmpty ? subject : "folded_" + subject,
      canvas: canvas, surface: surface, gloss: random.uniform(0.02...0.25),
      edge: Vector3(0.7, 0.7, 0.68))
  }

  static func sheet(_ size: Vector2, random: inout SceneRandom) -> Surface {
    var surface = Surface(size: size)
    surface.thickness = 0.15
    let span = min(size.x, size.y)
    if random.chance(0.7) {
      surface.wave = random.uniform(0.0005...0.006) * span
      surface.wavePhase = random.uniform(0...9)
    }
    if random.chance(0.4) {
      surface.curledCorner = random.integer(0...3)
      surface.curl = random.uniform(0.01...0.06) * span
    }
    if random.chance(0.2) { surface.lift = Vector2(0, random.uniform(0.004...0.03) * size.y) }
    surface.edgeRoughness = random.chance(0.12) ? random.uniform(0.1...0.4) : random.uniform(0...0.03)
    return surface
  }

  private static func style(_ height: Float, _ colour: Vector3, _ random: inout SceneRandom)
    -> TextStyle
  {
    TextStyle(
      height: height, colour: colour, weight: random.uniform(0.1...0.17),
      stretch: random.uniform(0.72...0.95), contrast: random.uniform(0...0.5),
      serifs: random.chance(0.4))
  }

  private static func paragraphs(_ canvas: inout Canvas, random: inout SceneRandom) {
    let ink = ink(&random)
    let margin = random.uniform(16...28)
    var y: Float = random.uniform(22...45)
    let blocks = random.chance(0.25)
    let body = style(random.uniform(1.9...2.9), ink, &random)
    let heading = style(random.uniform(3.5...6.5), ink, &random)
    let pitch = body.height * random.uniform(2...2.7)
    if random.chance(0.8) {
      canvas.text("SPECIMEN " + random.pick(Specimen.names), at: Vector2(margin, y), heading, random: &random)
      y += heading.height * 2.6
    }
    if random.chance(0.35) {
      let accent = linear(hue: random.unit(), saturation: 0.6, value: 0.6)
      canvas.box(Vector2(margin, 8), Vector2(margin + random.uniform(15...60), 15), accent)
    }
    let end = canvas.size.y * random.uniform(0.45...0.93)
    while y < end {
      let lines = random.integer(2...7)
      for line in 0..<lines where y < end {
        let limit = canvas.size.x - margin
          - (line == lines - 1 ? random.uniform(10...90) : random.uniform(0...9))
        var x = margin
        if blocks {
          let count = Int((limit - x) / (body.height * 1.29))
          canvas.blocks(count, at: Vector2(x, y), body, random: &random)
        } else {
          while x < limit - 12 {
            x = canvas.text(random.pick(Specimen.words) + " ", at: Vector2(x, y), body, random: &random)
          }
        }
        y += pitch
      }
      y += pitch * random.uniform(0.4...1)
      if random.chance(0.15) { table(&canvas, top: &y, margin: margin, body: body, random: &random) }
    }
    if random.chance(0.35) { stamp(&canvas, random: &random) }
  }

  private static func table(
    _ canvas: inout Canvas, top y: inout Float, margin: Float, body: TextStyle,
    random: inout SceneRandom
  ) {
    let rows = random.integer(3...9)
    let columns = random.integer(2...5)
    let width = (canvas.size.x - 2 * margin) / Float(columns)
    let step = body.height * 2.8
    if y + Float(rows) * step > canvas.size.y - 15 { return }
    for row in 0...rows {
      let at = y + Float(row) * step
      canvas.line(Vector2(margin, at), Vector2(canvas.size.x - margin, at), width: 0.25, body.colour)
      if row == rows { break }
      for column in 0..<columns {
        canvas.text(
          random.chance(0.5) ? Specimen.digits(random.integer(2...6), &random) : random.pick(Specimen.words),
          at: Vector2(margin + Float(column) * width + 2, at + step * 0.7), body, random: &random)
      }
    }
    for column in 0...columns {
      let x = margin + Float(column) * width
      canvas.line(Vector2(x, y), Vector2(x, y + Float(rows) * step), width: 0.25, body.colour)
    }
    y += Float(rows) * step + step
  }

  private static func form(_ canvas: inout Canvas, random: inout SceneRandom) {
    let ink = ink(&random)
    let margin = random.uniform(12...22)
    let heading = style(random.uniform(3.5...5), ink, &random)
    let label = style(random.uniform(1.5...2), ink, &random)
    let pen = linear(random.pick([0x1C2F7A, 0x16161C]))
    let hand = TextStyle(height: 3, colour: pen, weight: 0.11, slant: 0.2, jitter: 0.09)
    canvas.text("SPECIMEN FORM " + Specimen.code(4, &random), at: Vector2(margin, 22), heading, random: &random)
    var y: Float = 30
    if random.chance(0.5) {
      canvas.frame(Vector2(margin - 4, 12), canvas.size - Vector2(margin - 4, 14), width: 0.4, ink)
    }
    while y < canvas.size.y - 35 {
      let height = random.pick([Float(9), 12, 16])
      let parts = random.integer(1...3)
      let width = (canvas.size.x - 2 * margin) / Float(parts)
      for part in 0..<parts {
        let low = Vector2(margin + Float(part) * width, y)
        if random.chance(0.25) { canvas.box(low, low + Vector2(width, height), Vector3(0.72, 0.74, 0.78)) }
        canvas.frame(low, low + Vector2(width, height), width: 0.22, ink)
        canvas.text(random.pick(Specimen.words), at: low + Vector2(1.2, 2.8), label, random: &random)
        if random.chance(0.5) {
          canvas.text(random.pick(Specimen.words), at: low + Vector2(4, height - 1.8), hand, random: &random)
        }
      }
      y += height
      if random.chance(0.15) { y += 8 }
    }
    if random.chance(0.5) { stamp(&canvas, random: &random) }
  }

  private static func stamp(_ canvas: inout Canvas, random: inout SceneRandom) {
    let colour = linear(random.pick([0xB5202A, 0x2A3F9A, 0xC0303A]))
    let centre = canvas.size * Vector2(random.uniform(0.3...0.8), random.uniform(0.6...0.88))
    let radius = random.uniform(14...21)
    let noise = Noise(&random)
    canvas.shade(from: centre - Vector2(radius, radius), to: centre + Vector2(radius, radius)) { p in
      let r = length(p - centre)
      let angle = atan2(p.y - centre.y, p.x - centre.x)
      let ring = smoothstep(0.8, 0.5, abs(r - radius + 1))
      let letters = r > radius * 0.62 && r < radius * 0.84
        ? smoothstep(0.1, 0.5, sin(angle * 26) + noise.value(angle * 14, r * 1.3)) : 0
      let star = smoothstep(0.3, -0.3, r - radius * (0.2 + 0.11 * cos(5 * (angle + 1.57))))
      let worn = 0.55 + 0.35 * noise.fractal(p, wavelength: 5, octaves: 4, footprint: 0.1)
      return (colour, max(ring, max(letters, star)) * worn)
    }
  }

  private static func certificate(_ canvas: inout Canvas, random: inout SceneRandom) {
    let hue = random.unit()
    let ink = linear(hue: hue, saturation: 0.6, value: 0.45)
    canvas.guilloche(
      Vector2(12, 12), canvas.size - Vector2(12, 12), ink: linear(hue: hue, saturation: 0.35, value: 0.8),
      strength: random.uniform(0.15...0.4), random: &random)
    for inset: Float in [8, 10.5] {
      canvas.frame(Vector2(inset, inset), canvas.size - Vector2(inset, inset), width: inset == 8 ? 1.2 : 0.4, ink)
    }
    let title = TextStyle(height: 9, colour: ink, weight: 0.15, serifs: true)
    if random.chance(0.5) {
      canvas.blocks(random.integer(4...6), at: Vector2(62, 50), title, random: &random)
    } else {
      canvas.text("SPECIMEN LICENCE", at: Vector2(32, 50), title, random: &random)
    }
    let body = style(3.4, self.ink(&random), &random)
    var y: Float = 80
    while y < 210 {
      canvas.text(random.pick(Specimen.words), at: Vector2(26, y), body, random: &random)
      canvas.text(Specimen.sentence(random.integer(2...4), &random), at: Vector2(70, y), body, random: &random)
      y += random.uniform(9...13)
    }
    stamp(&canvas, random: &random)
  }

  static func handwriting(
    _ canvas: inout Canvas, lines: Int, ruled: Bool, random: inout SceneRandom
  ) {
    let pen = linear(random.pick([0x1B2C78, 0x15151A, 0x2A2A30, 0x24408A, 0x55555C]))
    let pitch = ruled ? 8.0 : random.uniform(7.5...12)
    let hand = TextStyle(
      height: pitch * random.uniform(0.36...0.5), colour: pen, weight: random.uniform(0.07...0.12),
      stretch: random.uniform(0.7...1), slant: random.uniform(0...0.35),
      jitter: random.uniform(0.05...0.13), joined: random.chance(0.7),
      alpha: random.uniform(0.75...1))
    if ruled { rules(&canvas, pitch: pitch, top: 24, random: &random) }
    let left = random.uniform(12...26)
    for line in 0..<lines {
      let y = 24 + pitch * Float(line + 1)
      if y > canvas.size.y - 12 { break }
      var x = left + random.uniform(0...2)
      let limit = canvas.size.x - random.uniform(12...40)
      let slope = random.normal() * 0.006
      if line == 0 {
        x = canvas.text("specimen ", at: Vector2(x, y), hand, random: &random)
      }
      while x < limit - 16 {
        x = canvas.text(
          random.pick(Specimen.words) + " ", at: Vector2(x, y + (x - left) * slope), hand,
          random: &random)
      }
    }
  }

  private static func rules(
    _ canvas: inout Canvas, pitch: Float, top: Float, random: inout SceneRandom
  ) {
    let colour = linear(random.pick([0x8FB4D8, 0xB8C0C8, 0x9FC0B0]))
    var y = top
    while y < canvas.size.y - 6 {
      canvas.line(Vector2(0, y), Vector2(canvas.size.x, y), width: 0.22, colour, alpha: 0.8)
      y += pitch
    }
    if random.chance(0.5) {
      canvas.line(Vector2(22, 0), Vector2(22, canvas.size.y), width: 0.3, linear(0xD88A90), alpha: 0.8)
    }
    if random.chance(0.3) {
      var x: Float = pitch
      while x < canvas.size.x {
        canvas.line(Vector2(x, 0), Vector2(x, canvas.size.y), width: 0.2, colour, alpha: 0.7)
        x += pitch
      }
    }
  }

  /// A leaf of a notebook.
  static func notebook(density: Float, random: inout SceneRandom) -> MockDocument {
    let size = random.pick([Vector2(148, 210), Vector2(176, 250), Vector2(105, 148)])
    var canvas = Canvas(size: size, density: density, fill: paper(&random))
    handwriting(&canvas, lines: random.integer(3...20), ruled: true, random: &random)
    if random.chance(0.5) {
      let shadow: Float = random.uniform(4...14)
      canvas.shade(from: .zero, to: Vector2(shadow, size.y)) { place in
        (Vector3(0.1, 0.09, 0.08), 0.4 * (1 - place.x / shadow) * (1 - place.x / shadow))
      }
    }
    grain(&canvas, strength: 0.01, random: &random)
    var surface = sheet(size, random: &random)
    surface.thickness = random.uniform(0.3...2)
    if random.chance(0.5) { surface.arch = Vector2(random.uniform(0.5...5), 0) }
    return MockDocument(
      kind: "document", subject: "notebook_page", canvas: canvas, surface: surface, gloss: 0.05,
      edge: Vector3(0.6, 0.58, 0.54))
  }

  /// Two facing pages of a book; the outline is only roughly four-sided.
  static func openBook(density: Float, random: inout SceneRandom) -> MockDocument {
    let leaf = random.pick([Vector2(130, 200), Vector2(148, 210), Vector2(110, 178)])
    let size = Vector2(leaf.x * 2, leaf.y)
    var canvas = Canvas(size: size, density: density, fill: paper(&random))
    let ink = ink(&random)
    let body = style(random.uniform(1.6...2.2), ink, &random)
    let blocks = random.chance(0.3)
    for side in 0...1 {
      let left = Float(side) * leaf.x + (side == 0 ? 14 : 18)
      let right = Float(side + 1) * leaf.x - (side == 0 ? 18 : 14)
      var y: Float = 22
      if random.chance(0.4) {
        canvas.text(
          "SPECIMEN " + random.pick(Specimen.names), at: Vector2(left + 10, y),
          style(3.4, ink, &random), random: &random)
        y += 14
      }
      let end = leaf.y * random.uniform(0.5...0.92)
      while y < end {
        var x = left + (random.chance(0.15) ? 6 : 0)
        if blocks {
          canvas.blocks(Int((right - x) / (body.height * 1.29)), at: Vector2(x, y), body, random: &random)
        } else {
          while x < right - 11 {
            x = canvas.text(random.pick(Specimen.words) + " ", at: Vector2(x, y), body, random: &random)
          }
        }
        y += body.height * 2.3
      }
    }
    let depth: Float = random.uniform(5...12)
    canvas.shade(from: Vector2(leaf.x - depth, 0), to: Vector2(leaf.x + depth, size.y)) { place in
      let near = 1 - abs(place.x - leaf.x) / depth
      return (Vector3(0.06, 0.05, 0.04), 0.75 * near * near)
    }
    grain(&canvas, strength: 0.01, random: &random)
    var surface = Surface(size: size)
    surface.thickness = random.uniform(2...6)
    surface.spine = random.uniform(4...13)
    surface.edgeRoughness = 0.1
    return MockDocument(
      kind: "document", subject: "open_book", canvas: canvas, surface: surface,
      gloss: random.uniform(0.02...0.3), edge: Vector3(0.6, 0.57, 0.5))
  }

  /// A long, narrow till receipt that does not lie flat.
  static func receipt(density: Float, random: inout SceneRandom) -> MockDocument {
    let size = Vector2(random.pick([57, 80]), random.uniform(110...240))
    var canvas = Canvas(size: size, density: density, fill: linear(0xF4F3F1) * random.uniform(0.9...1))
    let ink = linear(random.pick([0x2A2A30, 0x44444C, 0x3A3658]))
    let mono = TextStyle(
      height: random.uniform(1.9...2.3), colour: ink, weight: 0.15, stretch: 0.78, monospaced: true,
      alpha: random.uniform(0.75...1))
    var big = mono
    big.height *= 1.8
    canvas.text(random.pick(["SPECIMEN", "MUSTER SHOP", "SAMPLE MART"]), at: Vector2(size.x * 0.16, 14), big, random: &random)
    var y: Float = 22
    while y < size.y - 24 {
      if random.chance(0.1) {
        canvas.text(String(repeating: "-", count: 26), at: Vector2(4, y), mono, random: &random)
      } else {
        canvas.text(random.pick(Specimen.words).uppercased(), at: Vector2(4, y), mono, random: &random)
        canvas.text(
          "\(random.integer(0...89)).\(random.integer(10...99))", at: Vector2(size.x - 15, y), mono, random: &random)
      }
      y += mono.height * 1.9
    }
    var x: Float = 10
    while x < size.x - 10 {
      let bar = random.uniform(0.25...0.9)
      canvas.box(Vector2(x, size.y - 19), Vector2(x + bar, size.y - 7), ink)
      x += bar + random.uniform(0.3...0.9)
    }
    grain(&canvas, strength: 0.012, random: &random)
    var surface = sheet(size, random: &random)
    surface.lift = Vector2(0, random.uniform(0...0.08) * size.y)
    surface.arch = Vector2(random.uniform(0...0.06) * size.x, random.uniform(0...0.015) * size.y)
    surface.edgeRoughness = random.uniform(0...0.12)
    return MockDocument(
      kind: "document", subject: "receipt", canvas: canvas, surface: surface,
      gloss: random.uniform(0.1...0.4), edge: Vector3(0.7, 0.7, 0.7))
  }

  /// A business card with square corners.
  static func businessCard(density: Float, random: inout SceneRandom) -> MockDocument {
    let size = random.pick([Vector2(85, 55), Vector2(88.9, 50.8), Vector2(90, 54)])
    let dark = random.chance(0.2)
    let hue = random.unit()
    let base = dark ? linear(hue: hue, saturation: 0.5, value: 0.22) : paper(&random)
    let ink = dark ? linear(0xF0F0EC) : ink(&random)
    let accent = linear(hue: hue, saturation: random.uniform(0.3...0.9), value: random.uniform(0.4...0.8))
    var canvas = Canvas(size: size, density: density, fill: base)
    if random.chance(0.5) {
      let direction = random.direction()
      canvas.shade(from: .zero, to: size) { place in
        (accent, smoothstep(14, 14.2, dot(place - size / 2, direction)))
      }
    }
    let x = random.uniform(6...34)
    canvas.text("Specimen Muster", at: Vector2(x, 16), style(random.uniform(2.8...4), ink, &random), random: &random)
    let small = style(random.uniform(1.5...2), ink, &random)
    for row in 0..<random.integer(2...5) {
      canvas.text(Specimen.sentence(3, &random), at: Vector2(x, 26 + Float(row) * 4.2), small, random: &random)
    }
    canvas.ellipse(Vector2(size.x - 14, size.y - 13), Vector2(6, 6), accent)
    canvas.ellipse(Vector2(size.x - 14, size.y - 13), Vector2(3.6, 3.6), base)
    var surface = Surface(size: size)
    surface.thickness = random.uniform(0.3...0.5)
    surface.arch = Vector2(random.uniform(0...1.2), 0)
    return MockDocument(
      kind: "document", subject: "business_card", canvas: canvas, surface: surface,
      gloss: random.uniform(0.05...0.5), edge: base * 0.9)
  }
}
