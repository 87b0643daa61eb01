import FixtureKit
import Foundation

/// Draws what a device shows around a picture of a document.
struct ScreenInterface {
  /// The kinds of window a document's picture is seen in.
  enum Kind: String, CaseIterable { case gallery, chat, page, desktop }

  /// Screens of devices, upright, in pixels.
  static let phones = [
    (1170, 2532), (1179, 2556), (1290, 2796), (750, 1334), (828, 1792), (1242, 2208),
    (1080, 1920), (1080, 2340), (1080, 2400), (1440, 3200), (720, 1600), (1080, 2316),
  ]
  static let tablets = [(1620, 2160), (1668, 2388), (1200, 1920), (1600, 2560)]
  static let desktops = [(1920, 1080), (1366, 768), (2560, 1440), (1440, 900), (1536, 864)]

  let kind: Kind
  let width: Int
  let height: Int
  private var canvas: Canvas
  private var random: SceneRandom
  /// Size of the interface's text and gaps in pixels.
  private let unit: Float
  private let isDark: Bool

  init(_ source: SceneRandom) {
    var random = source
    let kinds = Kind.allCases
    kind = kinds[random.weighted([4, 3, 2, 3])]
    if kind == .desktop {
      (width, height) = random.pick(Self.desktops)
    } else if random.chance(0.85) {
      let size = random.pick(Self.phones)
      let turned = kind == .gallery && random.chance(0.2)
      (width, height) = turned ? (size.1, size.0) : size
    } else {
      (width, height) = random.pick(Self.tablets)
    }
    unit = kind == .desktop ? 14 : Float(min(width, height)) / 30
    isDark = random.chance(0.4)
    canvas = Canvas(
      size: Vector2(Float(width), Float(height)), density: 1, fill: .zero)
    self.random = random
  }

  /// The whole screen with `picture` inside.
  mutating func draw(_ picture: Bitmap) -> Bitmap {
    let ground = linear(isDark ? 0x1C1C1E : random.pick([0xF2F2F7, 0xFFFFFF, 0xECE5DD, 0xF5F5F5]))
    let size = Vector2(Float(width), Float(height))
    canvas.box(.zero, size, kind == .gallery ? linear(isDark ? 0 : 0xFFFFFF) : ground)
    switch kind {
    case .gallery: drawGallery(picture)
    case .chat: drawChat(picture)
    case .page: drawPage(picture)
    case .desktop: drawDesktop(picture)
    }
    return quantized()
  }

  private var ink: Vector3 { linear(isDark ? 0xEBEBF0 : 0x1A1A1C) }

  private mutating func write(_ text: String, at place: Vector2, height: Float, _ colour: Vector3) {
    let style = TextStyle(height: height, colour: colour, weight: 0.13)
    canvas.text(text, at: place, style, random: &random)
  }

  private mutating func statusBar(_ colour: Vector3) {
    let text = "\(random.integer(7...22)):\(random.integer(10...59))"
    let base = unit * 1.7
    write(text, at: Vector2(unit * 1.6, base), height: unit * 0.7, colour)
    let right = Float(width) - unit * 1.4
    canvas.box(
      Vector2(right - unit * 1.3, base - unit * 0.65), Vector2(right, base), radius: unit * 0.2,
      colour)
    for bar in 0..<4 {
      let x = right - unit * (4 - Float(bar) * 0.35)
      canvas.box(
        Vector2(x, base - unit * (0.2 + 0.15 * Float(bar))), Vector2(x + unit * 0.22, base), colour)
    }
    if height > 2 * width, random.chance(0.5) {
      let half = Float(width) / 2
      canvas.box(
        Vector2(half - unit * 2, unit * 0.7), Vector2(half + unit * 2, unit * 1.9),
        radius: unit * 0.6,
        .zero)
    }
  }

  private mutating func homeBar() {
    let half = Float(width) / 2
    let y = Float(height) - unit * 0.6
    canvas.box(
      Vector2(half - unit * 4, y - unit * 0.16), Vector2(half + unit * 4, y), radius: unit * 0.08,
      ink)
  }

  private mutating func drawGallery(_ picture: Bitmap) {
    let top = unit * random.uniform(3...6)
    let bottom = Float(height) - unit * random.uniform(3...7)
    place(picture, low: Vector2(0, top), high: Vector2(Float(width), bottom))
    let colour = ink
    statusBar(colour)
    if random.chance(0.7) {
      for index in 0..<4 {
        let x = Float(width) * (Float(index) + 0.5) / 4
        canvas.ellipse(
          Vector2(x, Float(height) - unit * 1.8), Vector2(unit * 0.6, unit * 0.6), colour)
      }
    }
    if random.chance(0.6) { homeBar() }
  }

  private mutating func drawChat(_ picture: Bitmap) {
    let w = Float(width)
    let bar = linear(isDark ? 0x2C2C2E : random.pick([0xF7F7F7, 0x075E54, 0xEDEDED]))
    canvas.box(.zero, Vector2(w, unit * 5), bar)
    statusBar(ink)
    write(random.pick(Specimen.names), at: Vector2(unit * 5, unit * 4.2), height: unit, ink)
    canvas.ellipse(
      Vector2(unit * 3, unit * 3.6), Vector2(unit, unit),
      linear(hue: random.unit(), saturation: 0.5, value: 0.7))
    var y = unit * 7
    let own = linear(isDark ? 0x056162 : random.pick([0xDCF8C6, 0x95EC69, 0x2A8CFF]))
    let other = linear(isDark ? 0x262D31 : 0xFFFFFF)
    var hasPicture = false
    let keyboardTop = Float(height) - (random.chance(0.4) ? unit * 13 : unit * 4)
    while y < keyboardTop - unit * 3 {
      let mine = random.chance(0.5)
      if !hasPicture {
        let side = min(w * random.uniform(0.62...0.86), keyboardTop - y - unit * 2)
        let high = side * Float(picture.height) / Float(picture.width)
        let left = mine ? w - side - unit : unit
        place(picture, low: Vector2(left, y), high: Vector2(left + side, y + high))
        hasPicture = true
        y += high + unit
        continue
      }
      let length = w * random.uniform(0.3...0.7)
      let left = mine ? w - length - unit : unit
      canvas.box(
        Vector2(left, y), Vector2(left + length, y + unit * 2.2), radius: unit * 0.7,
        mine ? own : other)
      let words = Int(length / unit / 3.6)
      write(
        Specimen.sentence(max(1, words), &random), at: Vector2(left + unit * 0.7, y + unit * 1.5),
        height: unit * 0.75, mine && !isDark ? linear(0x111111) : ink)
      y += unit * random.uniform(2.6...4)
    }
    let strip = linear(isDark ? 0x1C1C1E : 0xD1D3D9)
    canvas.box(Vector2(0, keyboardTop), Vector2(w, Float(height)), strip)
    if keyboardTop < Float(height) - unit * 6 {
      let key = linear(isDark ? 0x6B6B6E : 0xFFFFFF)
      for row in 0..<4 {
        let count = row == 3 ? 4 : 10 - row
        for column in 0..<count {
          let x = w * (Float(column) + 0.12) / Float(count)
          let top = keyboardTop + unit * (0.5 + 2.7 * Float(row))
          canvas.box(
            Vector2(x, top), Vector2(x + w * 0.8 / Float(count), top + unit * 2.2),
            radius: unit * 0.3, key)
        }
      }
    }
    homeBar()
  }

  private mutating func drawPage(_ picture: Bitmap) {
    let w = Float(width)
    statusBar(ink)
    let accent = linear(hue: random.unit(), saturation: 0.7, value: 0.7)
    canvas.box(Vector2(0, unit * 2.4), Vector2(w, unit * 5.2), accent)
    write(
      Specimen.sentence(3, &random), at: Vector2(unit * 2, unit * 4.3), height: unit,
      Vector3(0.9, 0.9, 0.9))
    var y = unit * 7
    for _ in 0..<random.integer(1...4) {
      write(Specimen.sentence(5, &random), at: Vector2(unit * 2, y), height: unit * 0.7, ink)
      y += unit * 1.8
    }
    let side = w - unit * 4
    let high = min(side * Float(picture.height) / Float(picture.width), Float(height) * 0.5)
    place(picture, low: Vector2(unit * 2, y), high: Vector2(unit * 2 + side, y + high))
    y += high + unit * 2
    while y < Float(height) - unit * 5 {
      write(Specimen.sentence(5, &random), at: Vector2(unit * 2, y), height: unit * 0.7, ink)
      y += unit * random.uniform(1.6...2.4)
    }
    canvas.box(
      Vector2(unit * 3, Float(height) - unit * 4.4),
      Vector2(w - unit * 3, Float(height) - unit * 2),
      radius: unit, accent)
  }

  private mutating func drawDesktop(_ picture: Bitmap) {
    let w = Float(width)
    let h = Float(height)
    let wall = linear(random.pick([0x0A5A9C, 0x2B2B2B, 0x3A6EA5, 0x1E1E1E, 0x4B2E63]))
    canvas.box(.zero, Vector2(w, h), wall)
    let low = Vector2(random.uniform(0...0.15) * w, random.uniform(0...0.08) * h)
    let high = Vector2(random.uniform(0.8...1) * w, random.uniform(0.85...0.95) * h)
    let window = linear(isDark ? 0x202124 : 0xF3F3F3)
    canvas.box(low, high, window)
    canvas.box(low, Vector2(high.x, low.y + 32), linear(isDark ? 0x323639 : 0xDEE1E6))
    write(
      Specimen.sentence(3, &random) + ".jpg", at: low + Vector2(14, 22), height: 11, ink)
    for index in 0..<3 {
      let x = high.x - 20 - Float(index) * 36
      canvas.box(Vector2(x - 5, low.y + 11), Vector2(x + 5, low.y + 21), ink)
    }
    canvas.box(
      Vector2(low.x, low.y + 32), Vector2(high.x, low.y + 72), linear(isDark ? 0x2A2B2E : 0xF9F9F9))
    for index in 0..<8 {
      let x = low.x + 24 + Float(index) * 42
      canvas.ellipse(Vector2(x, low.y + 52), Vector2(8, 8), ink)
    }
    place(
      picture, low: low + Vector2(20, 84), high: high - Vector2(20, 14))
    canvas.box(Vector2(0, h - 40), Vector2(w, h), linear(0x101010))
    for index in 0..<9 {
      let x = 30 + Float(index) * 48
      canvas.box(
        Vector2(x, h - 32), Vector2(x + 24, h - 8), radius: 4,
        linear(hue: random.unit(), saturation: 0.7, value: 0.8))
    }
    write(
      "\(random.integer(10...22)):\(random.integer(10...59))",
      at: Vector2(w - 70, h - 14), height: 12, Vector3(0.9, 0.9, 0.9))
  }

  /// Puts a picture into a box as large as it fits.
  private mutating func place(_ picture: Bitmap, low: Vector2, high: Vector2) {
    let scale = min(
      (high.x - low.x) / Float(picture.width), (high.y - low.y) / Float(picture.height))
    let shown = picture.resized(
      width: max(8, Int(Float(picture.width) * scale)),
      height: max(8, Int(Float(picture.height) * scale)))
    let left = Int((low.x + high.x - Float(shown.width)) / 2)
    let top = Int((low.y + high.y - Float(shown.height)) / 2)
    let table = (0..<256).map { linear(coded: Float($0) / 255) }
    for row in 0..<shown.height where top + row >= 0 && top + row < height {
      for column in 0..<shown.width where left + column >= 0 && left + column < width {
        let at = (row * shown.width + column) * 3
        canvas.pixels[(top + row) * width + left + column] = Vector4(
          table[Int(shown.samples[at])], table[Int(shown.samples[at + 1])],
          table[Int(shown.samples[at + 2])], 0)
      }
    }
  }

  private func quantized() -> Bitmap {
    var samples = [UInt8](repeating: 0, count: width * height * 3)
    for index in 0..<width * height {
      let pixel = canvas.pixels[index]
      for channel in 0..<3 {
        samples[index * 3 + channel] = UInt8(
          clamp(coded(linear: max(0, pixel[channel])) * 255 + 0.5, 0, 255))
      }
    }
    return Bitmap(width: width, height: height, channels: 3, samples: samples)
  }
}
