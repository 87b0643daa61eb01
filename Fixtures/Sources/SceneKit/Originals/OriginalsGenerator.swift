package import FixtureKit
import Foundation

/// Makes labelled pictures of known origin: camera originals, photos of screens, screenshots and
/// photos of photocopies.
package struct OriginalsGenerator: Sendable {
  package let options: SceneOptions

  package init(_ options: SceneOptions) { self.options = options }

  /// The columns of the label file, in order.
  package static let columns = [
    "path", "group", "kind", "subject", "recapture", "note", "x0", "y0", "x1", "y1", "x2", "y2",
    "x3", "y3", "detail", "pitch", "tilt", "angle", "focus", "width", "height", "seed",
  ]

  /// A finished picture: its file name, the file's bytes and its values for `columns`.
  package struct Picture: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package let values: [String]

    /// The values as one line of comma-separated text.
    package var line: String {
      values.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
    }
  }

  /// Makes picture number `index`; the same options and number give the same bytes.
  package func picture(_ index: Int) throws(EncodingError) -> Picture {
    let salt: UInt64 = options.split == .dev ? 0x0816_1A15 : 0x7E57_0816
    let random = SceneRandom(seed: options.seed ^ salt, stream: UInt64(index))
    var choice = random.fork(1)
    let drawn = [OriginalKind.original, .recapture, .screenshot, .copy][
      choice.weighted([4, 3, 2, 2])]
    switch options.origin ?? drawn {
    case .original: return try original(index, random.fork(2))
    case .recapture: return try recapture(index, random.fork(3))
    case .screenshot: return try screenshot(index, random.fork(4))
    case .copy: return try copy(index, random.fork(5))
    }
  }

  // MARK: - The four kinds

  private func original(
    _ index: Int, _ source: SceneRandom
  ) throws(EncodingError) -> Picture {
    var random = source
    var plan = ScenePlanner(options).plan(index)
    var detail = "camera"
    if plan.document.kind == "id-card", random.chance(0.25) {
      // Pale print: what a careless test of colour takes for a copy.
      let drawn = random.uniform(0.25...0.5)
      let keep = Self.visiblePaleness(plan.document.canvas.pixels, drawn: drawn)
      for pixel in plan.document.canvas.pixels.indices {
        let old = plan.document.canvas.pixels[pixel]
        let gray = 0.3 * old.x + 0.6 * old.y + 0.1 * old.z
        let level = Vector4(gray, gray, gray, old.w)
        var pale = level + (old - level) * keep
        pale.w = old.w
        plan.document.canvas.pixels[pixel] = pale
      }
      detail = "pale"
    }
    if random.chance(0.15) {
      // Noise reduction at its strongest and an exposure that clips the paper.
      plan.development.smear = 1
      plan.development.shotNoise *= 0.15
      plan.development.readNoise *= 0.3
      plan.development.exposure *= 1.25
      detail += "+denoised"
    }
    var bitmap = Developer(plan).develop(SceneRenderer(plan).render())
    let truth = SceneTruth(plan)
    var scale: Float = 1
    let bytes: [UInt8]
    if random.chance(0.2) {
      let longSide = random.pick([1280, 1440, 1600])
      scale = Float(longSide) / Float(max(bitmap.width, bitmap.height))
      bitmap = bitmap.resized(longSide: longSide)
      bytes = try messenger(bitmap, &random)
      detail += "+messenger"
    } else {
      bytes = try CameraFile(plan).encode(bitmap)
    }
    return picture(
      .original, index, bytes: bytes, extension: "jpg", kind: plan.document.kind,
      subject: plan.document.subject, corners: truth.corners.map { $0 * scale }, detail: detail,
      bitmap: bitmap)
  }

  /// The share of its colour that a pale card keeps: what was drawn, or as much more as it takes
  /// for a person to see colour on a hundredth of it. A card on which nobody sees any is no
  /// evidence against calling it a copy.
  private static func visiblePaleness(_ pixels: [Vector4], drawn: Float) -> Float {
    var keep = drawn
    while keep < 1 {
      var visible = 0
      for pixel in pixels {
        let gray = 0.3 * pixel.x + 0.6 * pixel.y + 0.1 * pixel.z
        let levels = [pixel.x, pixel.y, pixel.z].map {
          coded(linear: max(0, gray + ($0 - gray) * keep)) * 255
        }
        if (levels.max() ?? 0) - (levels.min() ?? 0) >= 16 { visible += 1 }
      }
      if visible * 100 >= pixels.count { return keep }
      keep = min(1, keep * 1.25)
    }
    return keep
  }

  private func copy(_ index: Int, _ source: SceneRandom) throws(EncodingError) -> Picture {
    var random = source
    var cardOptions = options
    cardOptions.profile = .idCard
    var plan = ScenePlanner(cardOptions).plan(index)
    let sheet: CopyPrint.Sheet = random.chance(0.5) ? .cut : .page
    let corners = SceneTruth(plan).corners
    plan.document = CopyPrint.copy(of: plan.document, sheet: sheet, random: &random)
    plan.hologram = 0
    if random.chance(0.4) {
      // Lamps at home: the whole picture is warm or, by a window, cool.
      plan.development.whiteBalance =
        random.chance(0.75)
        ? Vector3(random.uniform(1.05...1.2), 1, random.uniform(0.68...0.9))
        : Vector3(0.88, 1, 1.16)
    }
    let bitmap = Developer(plan).develop(SceneRenderer(plan).render())
    return picture(
      .copy, index, bytes: try CameraFile(plan).encode(bitmap), extension: "jpg",
      kind: plan.document.kind, subject: plan.document.subject, corners: corners,
      detail: sheet.rawValue, bitmap: bitmap)
  }

  private func recapture(_ index: Int, _ source: SceneRandom) throws(EncodingError) -> Picture {
    var random = source
    let plan = ScenePlanner(options).plan(index)
    let screen = ScreenPlan(&random, cameraLongSide: options.longSide)
    // A monitor shows fewer pixels than the camera has; the crop that is seen need not be larger.
    let shownLong = Int(Float(options.longSide) / screen.scale * random.uniform(0.9...1.35))
    let shown = shownPicture(index, longSide: max(400, shownLong), &random)
    let renderer = ScreenRenderer(
      screen, showing: shown, width: options.longSide, height: options.shortSide)
    var developed = plan
    developed.camera = renderer.camera
    developed.blur = Blur()
    developed.development.softness = 0.2
    developed.development.exposure = random.uniform(0.7...1.15)
    developed.development.vignetting = random.uniform(0.02...0.2)
    var bitmap = Developer(developed).develop(renderer.render())
    let bytes: [UInt8]
    if screen.finalLongSide > 0 {
      bitmap = bitmap.resized(longSide: screen.finalLongSide)
      bytes = try messenger(bitmap, &random)
    } else {
      bytes = try CameraFile(developed).encode(bitmap)
    }
    return picture(
      .recapture, index, bytes: bytes, extension: "jpg", kind: plan.document.kind,
      subject: plan.document.subject, corners: [],
      detail: "\(screen.device.rawValue)+\(screen.layout.rawValue)"
        + (screen.finalLongSide > 0 ? "+messenger" : ""),
      pitch: screen.scale, tilt: screen.tilt, angle: screen.roll, focus: screen.focus,
      bitmap: bitmap)
  }

  private func screenshot(_ index: Int, _ source: SceneRandom) throws(EncodingError) -> Picture {
    var random = source
    var interface = ScreenInterface(random.fork(7))
    let shown = shownPicture(index, longSide: 1200, &random)
    var bitmap = interface.draw(shown)
    var detail = interface.kind.rawValue
    let bytes: [UInt8]
    var ending = "png"
    switch random.weighted([4, 2, 3, 1.5]) {
    case 0: bytes = try PNGEncoder.fast.encode(bitmap)
    case 1:
      bytes = try marked(bitmap)
      detail += "+marked"
    case 2:
      ending = "jpg"
      var encoder = JPEGEncoder()
      encoder.quality = random.integer(80...96)
      bytes = try encoder.encode(bitmap)
      detail += "+jpeg"
    default:
      ending = "jpg"
      bitmap = bitmap.resized(longSide: random.pick([1280, 1600, 1920]))
      bytes = try messenger(bitmap, &random)
      detail += "+messenger"
    }
    return picture(
      .screenshot, index, bytes: bytes, extension: ending, kind: "id-card", subject: "screenshot",
      corners: [], detail: detail, bitmap: bitmap)
  }

  // MARK: - Parts

  /// The photo of a document that a screen shows.
  private func shownPicture(_ index: Int, longSide: Int, _ random: inout SceneRandom) -> Bitmap {
    var options = options
    options.longSide = longSide
    options.shortSide = longSide * 3 / 4
    options.cleanShare = 1
    if random.chance(0.35) {
      // A scan or drawing that fills the screen, without any camera between.
      let plan = ScenePlanner(options).plan(index)
      let canvas = plan.document.canvas
      var samples = [UInt8]()
      samples.reserveCapacity(canvas.width * canvas.height * 3)
      for pixel in canvas.pixels {
        for channel in 0..<3 {
          samples.append(UInt8(clamp(coded(linear: max(0, pixel[channel])) * 255 + 0.5, 0, 255)))
        }
      }
      return Bitmap(width: canvas.width, height: canvas.height, channels: 3, samples: samples)
        .resized(longSide: longSide)
    }
    let plan = ScenePlanner(options).plan(index)
    return Developer(plan).develop(SceneRenderer(plan).render())
  }

  /// Compressed as messengers do: no facts, modest quality.
  private func messenger(
    _ bitmap: Bitmap, _ random: inout SceneRandom
  ) throws(EncodingError) -> [UInt8] {
    var encoder = JPEGEncoder()
    encoder.quality = random.integer(60...82)
    encoder.optimizesTables = true
    return try encoder.encode(bitmap)
  }

  /// A PNG with the comment that phones write into their own screenshots.
  private func marked(_ bitmap: Bitmap) throws(EncodingError) -> [UInt8] {
    var file = try PNGFile(PNGEncoder.fast.encode(bitmap))
    let packet = """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description><exif:UserComment><rdf:Alt>\
      <rdf:li xml:lang="x-default">Screenshot</rdf:li></rdf:Alt></exif:UserComment>\
      </rdf:Description></rdf:RDF></x:xmpmeta>
      """
    file.chunks.insert(
      PNGChunk(
        "iTXt", [UInt8](ascii: "XML:com.adobe.xmp") + [0, 0, 0, 0, 0] + [UInt8](ascii: packet)),
      at: 1)
    return file.bytes
  }

  private func picture(
    _ kind: OriginalKind, _ index: Int, bytes: [UInt8], extension ending: String,
    kind documentKind: String, subject: String, corners: [Vector2], detail: String,
    pitch: Float? = nil, tilt: Float? = nil, angle: Float? = nil, focus: Float? = nil,
    bitmap: Bitmap
  ) -> Picture {
    func number(_ value: Float?, _ digits: Int) -> String {
      value.map { String(format: "%.\(digits)f", Double($0)) } ?? ""
    }
    let digits = String(index)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    let label = kind == .original ? "original" : kind.rawValue
    let name = "\(options.split.rawValue)-\(options.seed)-\(padded)-\(label).\(ending)"
    var values = [
      name, "generated-" + options.split.rawValue, documentKind, subject, kind.rawValue, detail,
    ]
    if corners.count == 4 {
      for corner in corners { values += [number(corner.x, 1), number(corner.y, 1)] }
    } else {
      values += [String](repeating: "", count: 8)
    }
    values += [
      detail, number(pitch, 2), number(tilt, 1), number(angle, 1), number(focus, 2),
      String(bitmap.width), String(bitmap.height), "\(options.seed):\(index)",
    ]
    return Picture(name: name, bytes: bytes, values: values)
  }
}

extension PNGEncoder {
  /// An encoder for pictures that are looked at once.
  fileprivate static var fast: PNGEncoder {
    var encoder = PNGEncoder()
    encoder.compressionLevel = 1
    return encoder
  }
}
