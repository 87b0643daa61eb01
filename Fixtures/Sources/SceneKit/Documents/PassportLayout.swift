import Foundation

/// Passport booklets (ISO/IEC 7810 ID-3: 125 x 88 mm): the cover, and the data page.
enum PassportLayout {
  /// The data page, alone (upper edge is the spine) on top of the booklet.
  static func dataPage(density: Float, random: inout SceneRandom) -> MockDocument {
    let size = Vector2(125, 88)
    let hue = random.unit()
    let base = linear(hue: hue, saturation: random.uniform(0.04...0.2), value: random.uniform(0.86...0.96))
    let ink = linear(0x18181C)
    var canvas = Canvas(size: size, density: density, fill: base)
    canvas.guilloche(
      .zero, size, ink: linear(hue: hue + 0.1, saturation: 0.5, value: 0.65),
      strength: random.uniform(0.15...0.45), random: &random)
    canvas.portrait(Vector2(7, 20), Vector2(39, 62), random: &random)
    let title = TextStyle(height: 3.6, colour: linear(hue: hue, saturation: 0.7, value: 0.4), weight: 0.16)
    canvas.text("PASSPORT SPECIMEN", at: Vector2(8, 11), title, random: &random)
    let value = TextStyle(height: 2.3, colour: ink, weight: 0.15, stretch: 0.85)
    let small = TextStyle(height: 1.2, colour: title.colour)
    for row in 0..<6 {
      let y = 22 + Float(row) * 7.2
      canvas.text(Specimen.sentence(2, &random), at: Vector2(45, y - 3.2), small, random: &random)
      canvas.text(
        row % 2 == 0 ? random.pick(Specimen.names) + " " + random.pick(Specimen.places) : Specimen.date(&random),
        at: Vector2(45, y), value, random: &random)
      if row % 2 == 1 {
        canvas.text(Specimen.code(8, &random), at: Vector2(90, y), value, random: &random)
      }
    }
    let mono = TextStyle(height: 2.7, colour: ink, weight: 0.16, stretch: 0.94, monospaced: true)
    canvas.text("P<XXXMUSTER<<SPECIMEN<<<<<<<<<<<<<<<<<<<<<<", at: Vector2(7, 75), mono, random: &random)
    canvas.text(
      Specimen.code(9, &random) + "0XXX" + Specimen.digits(7, &random) + "M" + Specimen.digits(8, &random)
        + "<<<<<<<<<<<<04", at: Vector2(7, 82), mono, random: &random)
    let centre = Vector2(random.uniform(60...110), random.uniform(25...60))
    let radius = random.uniform(10...20)
    canvas.hologram(from: centre - Vector2(radius, radius), to: centre + Vector2(radius, radius)) { p in
      let r = length(p - centre) / radius
      return r > 1 ? 0 : 0.7 * (0.5 + 0.5 * sin(r * 14)) * smoothstep(1, 0.8, r)
    }
    var surface = Surface(size: size)
    surface.cornerRadius = 3
    surface.thickness = random.uniform(0.8...2)
    surface.arch = Vector2(0, random.uniform(0...3))
    return MockDocument(
      kind: "id-card", subject: "passport_data_page", canvas: canvas, surface: surface,
      gloss: random.uniform(0.3...0.9), edge: base * 0.7)
  }

  /// A closed booklet with a dark cover.
  static func cover(density: Float, random: inout SceneRandom) -> MockDocument {
    let size = Vector2(88, 125)
    let base = linear(random.pick([0x1D2440, 0x4A1420, 0x16302A, 0x20242A, 0x5A1A20, 0x14304A]))
    var canvas = Canvas(size: size, density: density, fill: base)
    let gold = linear(0xC9A860)
    let noise = Noise(&random)
    canvas.shade(from: .zero, to: size) { p in
      let value = noise.fractal(p, wavelength: 0.9, octaves: 3, gain: 0.7, footprint: 0.1)
      return (base * (1 + 0.35 * value), 1)
    }
    let title = TextStyle(height: 5, colour: gold, weight: 0.15)
    canvas.text("SPECIMEN", at: Vector2(24, 24), title, random: &random)
    canvas.text("PASSPORT", at: Vector2(24, 108), title, random: &random)
    let centre = Vector2(44, 62)
    canvas.ellipse(centre, Vector2(15, 15), gold)
    canvas.ellipse(centre, Vector2(13.6, 13.6), base)
    for spoke in 0..<12 {
      let angle = Float(spoke) * .pi / 6
      let out = Vector2(cos(angle), sin(angle))
      canvas.line(centre + out * 4, centre + out * 11, width: 0.8, gold)
    }
    var surface = Surface(size: size)
    surface.cornerRadius = 3.2
    surface.thickness = random.uniform(1.2...2.5)
    surface.lift = Vector2(random.uniform(0...2.5), 0)
    return MockDocument(
      kind: "document", subject: "passport_cover", canvas: canvas, surface: surface,
      gloss: random.uniform(0.1...0.4), edge: Vector3(0.55, 0.53, 0.48))
  }
}
