import Foundation

/// Draws plans of portraits.
struct PortraitPlanner {
  let split: Split
  let seed: UInt64

  /// Own estimates of ten skin tones from light to dark, as sRGB.
  static let skinTones: [UInt32] = [
    0xF2DDD0, 0xE9C8B2, 0xDFB698, 0xCF9F7C, 0xBB8660, 0xA06D49, 0x825437, 0x643F2A, 0x4A2E21,
    0x342119,
  ]
  static let hairColours: [(String, UInt32)] = [
    ("black", 0x17130F), ("dark-brown", 0x33231A), ("brown", 0x553A26), ("red", 0x8A4526),
    ("blond", 0xC9A66B), ("light-blond", 0xE3CFA4), ("gray", 0x8E8B88), ("white", 0xE4E2DE),
  ]
  static let clothes: [(String, UInt32)] = [
    ("white", 0xF1F1EF), ("off-white", 0xE7E2D6), ("light-gray", 0xBFC1C3), ("gray", 0x7D8084),
    ("black", 0x17181A), ("navy", 0x1E2A44), ("blue", 0x3F6EA8), ("sky", 0xA9C7E2),
    ("red", 0xA82A2D), ("green", 0x3D6A4B), ("beige", 0xCDB592), ("pink", 0xE0AFB5),
    ("brown", 0x5F4433), ("yellow", 0xE1BE4B),
  ]

  /// A draw from a range whose tenths belong to the two splits in turn, so that no parameter of
  /// a background occurs in both.
  private func banded(_ random: inout SceneRandom) -> Float {
    let band = random.integer(0...4) * 2 + (split == .dev ? 0 : 1)
    return (Float(band) + random.unit()) / 10
  }

  private func banded(_ range: ClosedRange<Float>, _ random: inout SceneRandom) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * banded(&random)
  }

  /// Linear light that the tone curve turns into about this L*.
  private func light(_ lightness: Float) -> Float {
    let y = (lightness + 16) / 116
    return y > 6.0 / 29 ? y * y * y : (lightness / 903.3)
  }

  func plan(_ index: Int, kind forced: PortraitBackgroundKind? = nil) -> PortraitPlan {
    var random = SceneRandom(
      seed: seed &* 2 &+ (split == .dev ? 0 : 1), stream: UInt64(index) &+ 0x9000)
    // Burnt pictures come in every degree, so that enough of them are beyond doubt.
    let kinds =
      PortraitBackgroundKind.allCases + [.bloom, .bloom, .overexposed, .overexposed, .overexposed]
    // Every second portrait is sound in intent, so that false alarms are counted on enough.
    let sound: [PortraitBackgroundKind] = [
      .whiteWall, .whiteWall, .studioWhite, .offWhite, .warmLight, .coolLight, .greenishTube,
      .brightWall,
    ]
    let drawn = random.chance(0.35) ? random.pick(sound) : kinds[index % kinds.count]
    let kind = forced ?? drawn
    let sizes = [
      (600, 800), (720, 960), (800, 800), (900, 1200), (1080, 1440), (1024, 1024), (826, 1156),
      (1200, 1600), (960, 1280), (1536, 2048), (1060, 1440), (2250, 3000), (3000, 4000),
    ]
    let size = sizes[random.weighted([2, 2, 1, 2, 2, 1, 2, 1.5, 2, 0.8, 1, 0.3, 0.2])]
    var setup = random.fork(1)
    var development = self.development(&setup, width: size.0)
    var person = self.person(&setup, aspect: Float(size.1) / Float(size.0))
    var back = random.fork(2)
    var plan = PortraitPlan(
      seed: seed, index: index, split: split, width: size.0, height: size.1, kind: kind,
      person: person, wall: Vector3(repeating: 0.8), second: Vector3(repeating: 0.5),
      shape: (0..<12).map { _ in banded(&back) }, lightDirection: back.direction(), wallFall: 0,
      personLight: back.uniform(0.75...1.05), veil: back.uniform(0...0.012),
      veilReach: back.uniform(0.04...0.12), light: "neutral", development: development,
      orientation: back.chance(0.12) ? back.pick([3, 6, 8]) : 1, noiseSeed: random.fork(3))
    var tint = Vector3(1, 1, 1)
    var lightness = banded(87...96, &back)
    plan.wallFall = banded(0...0.07, &back)
    switch kind {
    case .studioWhite:
      lightness = 125
      plan.veil = 0.004
      plan.wallFall = 0
    case .offWhite: tint = Vector3(1, banded(0.99...1.01, &back), banded(0.88...0.97, &back))
    case .warmLight:
      plan.light = "warm"
      let warm = banded(0.4...1, &back)
      development.whiteBalance = Vector3(1 + 0.1 * warm, 1, 1 - 0.19 * warm)
    case .coolLight:
      plan.light = "cool"
      let cool = banded(0.4...1, &back)
      development.whiteBalance = Vector3(1 - 0.11 * cool, 1, 1 + 0.13 * cool)
    case .greenishTube:
      plan.light = "greenish"
      development.whiteBalance = Vector3(
        1 - 0.05 * banded(0...1, &back), 1, 1 - 0.07 * banded(0...1, &back))
    case .brightWall: lightness = banded(96...104, &back)
    case .lightGray: lightness = banded(70...79, &back)
    case .midGray: lightness = banded(48...66, &back)
    case .darkGray: lightness = banded(16...44, &back)
    case .dimWhite:
      lightness = banded(48...66, &back)
      plan.personLight = back.uniform(0.8...1.2)
    case .veryDim: lightness = banded(22...46, &back)
    case .strongColour:
      tint = linear(
        hue: back.pick(split == .dev ? [0, 0.1, 0.33, 0.55, 0.62] : [0.97, 0.15, 0.4, 0.58, 0.8]),
        saturation: banded(0.35...0.95, &back), value: 1)
      lightness = banded(75...98, &back)
    case .pastel:
      tint = linear(
        hue: banded(0...1, &back), saturation: banded(0.13...0.3, &back), value: 1)
      lightness = banded(86...95, &back)
    case .beige:
      tint = linear(
        hue: banded(0.08...0.13, &back), saturation: banded(0.2...0.42, &back), value: 1)
      lightness = banded(76...92, &back)
    case .bloom:
      lightness = banded(130...200, &back)
      plan.veil = banded(0.2...0.6, &back)
      plan.veilReach = banded(0.02...0.08, &back)
      plan.personLight = banded(0.3...0.9, &back)
    case .overexposed:
      lightness = banded(125...190, &back)
      plan.veil = banded(0.02...0.15, &back)
      plan.personLight = banded(0.7...2.2, &back)
    case .windowGlow:
      lightness = banded(150...200, &back)
      plan.veil = banded(0.12...0.4, &back)
      plan.veilReach = banded(0.02...0.07, &back)
      plan.personLight = banded(0.12...0.3, &back)
    case .sideGradient: plan.wallFall = banded(0.35...0.8, &back)
    case .spotGradient: plan.wallFall = banded(0.35...0.75, &back)
    case .headShadow, .softShadow, .doorFrame, .rollUp, .furniture, .pictureFrame, .otherPerson,
      .plant, .whiteWall, .roomCorner, .stucco, .wallpaper, .tiles:
      break
    case .curtain:
      if back.chance(0.4) {
        tint = linear(
          hue: banded(0...1, &back), saturation: banded(0.1...0.6, &back), value: 1)
      }
    case .brick:
      tint = back.chance(0.4) ? tint : Vector3(0.62, 0.3, 0.22)
      lightness = banded(75...94, &back)
    case .planks:
      tint = back.chance(0.3) ? tint : Vector3(0.66, 0.44, 0.26)
      lightness = banded(75...94, &back)
    case .bookshelf, .blurredRoom: lightness = banded(55...85, &back)
    }
    plan.wall = tint * light(lightness)
    plan.second = linear(
      hue: banded(0...1, &back), saturation: banded(0.05...0.7, &back),
      value: banded(0.1...0.75, &back))
    // Where the person is lit as the wall is, clothes and hair keep their reflectance.
    if [.lightGray, .midGray, .darkGray, .strongColour, .pastel, .beige].contains(kind) {
      plan.personLight = back.uniform(0.7...1)
    }
    if [.dimWhite, .veryDim, .brightWall].contains(kind) {
      plan.personLight *= light(lightness) / 0.85
    }
    if [.overexposed, .bloom, .windowGlow].contains(kind) {
      plan.personLight *= kind == .windowGlow ? 1 : min(2.2, light(lightness) / 0.9)
    }
    person.keySide = plan.lightDirection.x * 0.8
    plan.person = person
    plan.development = development
    return plan
  }

  private func development(_ random: inout SceneRandom, width: Int) -> Development {
    var result = Development()
    result.softness = random.uniform(0.5...0.9) * (width > 1500 ? 1.4 : 1)
    let cast = random.normal() * 0.012
    result.whiteBalance = Vector3(1 + cast, 1 + random.normal() * 0.006, 1 - cast)
    result.vignetting = random.uniform(0...0.12)
    result.contrast = random.uniform(0...0.25)
    result.saturation = random.uniform(0.9...1.2)
    let iso = random.logUniform(0.6...8)
    result.shotNoise = 4e-5 * iso
    result.readNoise = 0.0006 * iso.squareRoot()
    result.colourNoise = random.uniform(0.2...0.7)
    result.smear = random.uniform(0...0.5)
    result.sharpening = random.uniform(0.1...0.9)
    result.sharpeningRadius = random.uniform(0.8...1.4)
    result.quality = random.integer(72...97)
    result.subsampled = random.chance(0.8)
    return result
  }

  private func person(_ random: inout SceneRandom, aspect: Float) -> PortraitPerson {
    let tone = random.integer(0...9)
    let hairs = PortraitPerson.Hair.allCases
    let hair = hairs[random.weighted([5, 4, 3, 1.5, 2, 1.2, 2, 0.6, 0.6])]
    let colour = Self.hairColours[
      tone > 5
        ? random.weighted([8, 4, 1, 0, 0.3, 0.2, 1, 1])
        : random.weighted([4, 4, 4, 1.5, 2, 2, 2, 2])]
    let cloth = Self.clothes[
      random.weighted([4, 1.5, 1.5, 1.5, 3, 2, 1.5, 1, 1, 1, 1, 1, 1, 0.7])]
    let headOfHeight = random.uniform(0.36...0.62)
    // The head measures about 2.75 half widths from crown to chin.
    let scale = min(headOfHeight * aspect / 2.75, 0.30)
    var face = linear(Self.skinTones[tone])
    face *= random.uniform(0.94...1.06)
    return PortraitPerson(
      centre: Vector2(
        0.5 + random.normal() * 0.022, aspect * random.uniform(0.4...0.48)),
      scale: scale, lean: random.normal() * 0.03, tone: tone + 1, skin: face, hair: hair,
      hairName: "\(hair.rawValue)-\(colour.0)", hairColour: linear(colour.1),
      hairVolume: random.uniform(0.04...0.2), clothing: cloth.0, cloth: linear(cloth.1),
      secondCloth: linear(Self.clothes[random.integer(0...Self.clothes.count - 1)].1),
      collar: random.pick(PortraitPerson.Collar.allCases),
      shoulderWidth: random.uniform(2.25...2.95), shoulderDrop: random.uniform(0.45...0.95),
      neckWidth: random.uniform(0.55...0.74), jaw: random.uniform(0.12...0.3),
      headHeight: random.uniform(1.27...1.4), hasGlasses: random.chance(0.22),
      beard: hair == .short && random.chance(0.3) ? random.uniform(0.3...0.9) : 0, keySide: 0,
      shade: random.uniform(0.2...0.75), field: Noise(&random))
  }
}
