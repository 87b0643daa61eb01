import Clearframe

/// A flat head and shoulders before a wall, as the decoder would hand it over.
struct PaintedPortrait {
  struct Tone {
    var luma: Int
    var blue = 128
    var red = 128
  }

  var width = 600
  var height = 800
  var orientation = Orientation.up
  var wall = Tone(luma: 235)
  var hair = Tone(luma: 30)
  var skin = Tone(luma: 150, blue: 110, red: 152)
  var cloth = Tone(luma: 60, blue: 140, red: 120)
  var hasPerson = true
  var hasChroma = true
  /// Changes the wall by place; x and y are shares of the upright picture.
  var change: (_ x: Double, _ y: Double, _ wall: Tone) -> Tone = { _, _, wall in wall }
  /// The share of the cloth's and hair's own colour that light from behind leaves.
  var clarity = 1.0
  /// How far light from behind spills over cloth and hair, from the outline on, in widths of the
  /// picture; there their own colour rises from none to all.
  var spill = 0.0
  /// How far the shoulders reach to each side, in widths of the picture.
  var shoulders = 0.42

  private func tone(_ column: Int, _ row: Int, upright: PixelSize) -> Tone {
    let x = (Double(column) + 0.5) / Double(upright.width)
    let y = (Double(row) + 0.5) / Double(upright.height)
    let behind = change(x, y, wall)
    guard hasPerson else { return behind }
    // Units of the picture's width, from the face's middle.
    let u = x - 0.5
    let v = (y - 0.42) * Double(upright.height) / Double(upright.width)
    // `depth` is how far inside the outline the place is, in widths of the picture.
    func veiled(_ tone: Tone, depth: Double) -> Tone {
      let clarity = clarity * (spill > 0 ? min(1, depth / spill) : 1)
      return Tone(
        luma: Int(Double(tone.luma) * clarity + Double(behind.luma) * (1 - clarity)),
        blue: Int(Double(tone.blue) * clarity + Double(behind.blue) * (1 - clarity)),
        red: Int(Double(tone.red) * clarity + Double(behind.red) * (1 - clarity)))
    }
    let radius = (u * u / 0.03 + (v + 0.03) * (v + 0.03) / 0.05).squareRoot()
    let hair = veiled(hair, depth: (1 - radius) * 0.17)
    if u * u / 0.024 + v * v / 0.045 < 1 { return v < -0.1 ? hair : skin }
    if radius < 1, v < 0.02 { return hair }
    if abs(u) < 0.09, v > 0.1, v < 0.4 { return skin }
    let top = 0.3 + u * u * 1.2
    if v > top, abs(u) < shoulders { return veiled(cloth, depth: v - top) }
    return behind
  }

  /// What the fused pass leaves behind for this picture.
  var analysis: PictureAnalysis {
    let stored = PixelSize(width: width, height: height)
    let upright = orientation.uprightSize(of: stored)
    var luma: [UInt8] = []
    var blue: [UInt8] = []
    var red: [UInt8] = []
    for row in 0..<height {
      for column in 0..<width {
        let place = orientation.upright(
          PixelPoint(x: Double(column) + 0.5, y: Double(row) + 0.5), stored: stored)
        let tone = tone(Int(place.x), Int(place.y), upright: upright)
        luma.append(UInt8(min(255, max(0, tone.luma))))
        guard hasChroma else { continue }
        blue.append(UInt8(min(255, max(0, tone.blue))))
        red.append(UInt8(min(255, max(0, tone.red))))
      }
    }
    return PictureAnalysis(
      working: WorkingImage(
        storedSize: stored, factor: 1, luma: luma, chromaBlue: blue, chromaRed: red),
      tiles: TileGrid(storedSize: stored), decodedRows: height)
  }

  var finding: BackgroundFinding {
    BackgroundFinding.find(in: analysis, orientation: orientation)
  }

  var measurement: BackgroundMeasurement? {
    if case .measured(let measurement) = finding { measurement } else { nil }
  }

  var evidence: Evidence {
    var header = ImageHeader(format: .jpeg, byteCount: 300_000)
    header.storedSize = PixelSize(width: width, height: height)
    header.orientation = orientation
    return Evidence(
      path: "portrait.jpg", header: header, exceededLimit: nil, decode: DecodeOutcome(),
      measurements: Measurements(header: header, analysis: analysis))
  }

  /// A rule's answer by the portrait profile.
  func answer(_ rule: some Rule) throws -> Judgement {
    try answer(rule, profile: Profile(named: "portrait"))
  }

  func answer(_ rule: some Rule, profile: Profile) throws -> Judgement {
    let limits = profile.setting(for: rule.description.name)?.limits ?? [:]
    return rule.judge(evidence, limits: RuleLimits(limits))
  }
}
