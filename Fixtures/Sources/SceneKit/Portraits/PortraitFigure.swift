import Foundation

/// A head with hair, neck and shoulders, drawn flat with shading.
struct PortraitFigure {
  private let person: PortraitPerson
  private let footprint: Float
  /// Units of half a face per picture width.
  private let perWidth: Float
  private let rim: Float
  private let shoulderTop: Float = 1.95

  init(_ person: PortraitPerson, footprint: Float) {
    self.person = person
    self.footprint = footprint
    perWidth = 1 / person.scale
    rim = max(0.012, footprint / person.scale * 1.3)
  }

  private func local(_ q: Vector2) -> Vector2 {
    rotate((q - person.centre) * perWidth, -person.lean)
  }

  private func cover(_ distance: Float, soft: Float = 0) -> Float {
    clamp(0.5 - distance / max(rim, soft), 0, 1)
  }

  /// Rough signed distance to the head, about 0 on its rim; negative inside.
  private func head(_ p: Vector2) -> Float {
    let h = person.headHeight
    // Below the cheekbones the face narrows to the chin.
    let narrow = p.y > 0 ? 1 - person.jaw * smoothstep(0.2, 1.15, p.y / h) : 1
    let r = Vector2(p.x / narrow, p.y / h)
    // A little squarer than an ellipse.
    let n = pow(pow(abs(r.x), 2.25) + pow(abs(r.y), 2.25), 1 / 2.25)
    return (n - 1) * narrow
  }

  private func neck(_ p: Vector2) -> Float {
    let flare = person.neckWidth + 0.35 * smoothstep(1.3, 2.2, p.y) * smoothstep(1.3, 2.2, p.y)
    return max(abs(p.x) - flare, max(0.4 - p.y, p.y - 2.6))
  }

  /// The height of the shoulders' upper rim over a distance from the middle.
  private func shoulderRim(_ x: Float) -> Float {
    let a = abs(x)
    let w = person.shoulderWidth
    let slope = person.shoulderDrop * smoothstep(0.3, w * 0.95, a)
    let end = a > w * 0.82 ? 6 * pow((a - w * 0.82) / (w * 0.3), 2.2) : 0
    let trapezius = -0.38 * (1 - smoothstep(person.neckWidth * 0.8, person.neckWidth + 0.75, a))
    return shoulderTop + slope + end + trapezius
  }

  private func body(_ p: Vector2) -> Float {
    (shoulderRim(p.x) - p.y) * 0.8
  }

  /// The outer shape of hair, before its strands.
  private func hairBack(_ p: Vector2) -> Float {
    let v = person.hairVolume
    let h = person.headHeight
    switch person.hair {
    case .bald: return 9
    case .short, .bun:
      let shape = Vector2(p.x / (1.0 + v), (p.y + 0.1) / (h + v * 1.2))
      return max((length(shape) - 1) * 1.0, p.y - 0.15)
    case .curly:
      let shape = Vector2(p.x / (1.15 + v), (p.y + 0.25) / (h + 0.05 + v))
      return max(length(shape) - 1, p.y - 0.7)
    case .afro:
      let shape = Vector2(p.x / (1.42 + v * 2), (p.y + 0.42) / (1.42 + v * 2))
      return max((length(shape) - 1) * 1.4, p.y - 0.9)
    case .bob:
      let top = length(Vector2(p.x / (1.12 + v), (p.y + 0.05) / (h + 0.05 + v))) - 1
      let side = max(abs(p.x) - (1.12 + v), max(-p.y, p.y - 1.25))
      return min(top, side)
    case .long:
      let top = length(Vector2(p.x / (1.14 + v), (p.y + 0.05) / (h + 0.05 + v))) - 1
      let wide = 1.14 + v + 0.25 * smoothstep(0.3, 2.6, p.y)
      let side = max(abs(p.x) - wide, max(-p.y, p.y - 2.9))
      return min(top, side)
    case .hat:
      let crown = max(length(Vector2(p.x / 1.12, (p.y + 0.6) / 1.05)) - 1, p.y + 0.55)
      let brim = max(abs(p.x) - 1.45, abs(p.y + 0.62) - 0.08)
      return min(crown, brim)
    case .scarf:
      let around = length(Vector2(p.x / 1.16, (p.y - 0.02) / (h + 0.12))) - 1
      let drape = max(
        abs(p.x) - (1.1 + 0.45 * smoothstep(0.6, 2.4, p.y)), max(0.3 - p.y, p.y - 2.6))
      return min(around, drape)
    }
  }

  /// Whether a place on the head lies under the hair rather than on the face.
  private func hairFront(_ p: Vector2) -> Float {
    let h = person.headHeight
    switch person.hair {
    case .bald: return 9
    case .hat: return p.y + 0.55
    case .scarf: return 1 - length(Vector2(p.x / 0.86, (p.y - 0.05) / (h - 0.25)))
    default:
      let ragged: Float = 0.05 * person.field.value(p.x * 5, 3, 2)
      let line: Float = -0.62 * h + 0.34 * p.x * p.x + ragged
      let sideburn: Float = person.hair == .short ? 0.2 : 0.55
      let temple = abs(p.x) > 0.86 ? p.y - sideburn : 9
      return min(p.y - line, temple)
    }
  }

  /// Signed distance to the whole outline in picture widths, without strands.
  func outlineDistance(_ q: Vector2) -> Float {
    let p = local(q)
    let all = min(min(head(p), neck(p)), min(body(p), hairBack(p)))
    return all * person.scale
  }

  /// Paints the figure over a colour; the result is how much of the pixel it covers.
  func paint(_ q: Vector2, over colour: inout Vector3, light: Float) -> Float {
    let p = local(q)
    let strands = self.strands(p)
    let back = hairBack(p) + strands
    let bodyDistance = body(p)
    let headDistance = head(p)
    let neckDistance = neck(p)
    let ears = length(Vector2((abs(p.x) - 1.02) / 0.14, (p.y - 0.05) / 0.3)) * 0.14 - 0.14
    let nearest = min(min(back, bodyDistance), min(min(headDistance, neckDistance), ears))
    if nearest > 0.25 { return 0 }
    var total: Float = 0
    func lay(_ new: Vector3, _ alpha: Float) {
      guard alpha > 0 else { return }
      colour = mix(colour, new * light, alpha)
      total = total + (1 - total) * alpha
    }
    let field = person.field
    let gloss = 1 + 0.35 * field.value(p.x * 18 + p.y * 2, p.y * 2.5 - p.x, 4)
    let strandShade = 0.75 + 0.3 * field.value(p.x * 40, p.y * 3, 5)
    let isCloth = person.hair == .hat || person.hair == .scarf
    let hairColour =
      (isCloth ? person.secondCloth : person.hairColour) * (isCloth ? 1 : gloss * strandShade)
      * keyed(p.x * 0.8)
    // Hair behind the head, then the body in front of it unless the hair hangs over it.
    if person.hair != .hat { lay(hairColour * 0.75, cover(back, soft: isCloth ? 0 : 0.05)) }
    let neckShade = 0.55 + 0.45 * smoothstep(0.2, 0.75, headDistance + 0.1)
    lay(person.skin * keyed(p.x * 1.2) * neckShade, cover(neckDistance))
    lay(clothing(p), cover(collared(p, bodyDistance)))
    if person.hair == .long || person.hair == .scarf {
      let drop = max(back, 0.62 + 0.1 * field.value(p.y * 2, 1, 9) - abs(p.x))
      lay(hairColour, cover(drop, soft: isCloth ? 0 : 0.06))
    }
    if person.hair != .long && person.hair != .bob && person.hair != .scarf
      && person.hair != .afro
    {
      lay(person.skin * keyed(p.x) * 0.85, cover(ears))
    }
    lay(face(p), cover(headDistance))
    let front = max(hairFront(p) + strands * 0.6, min(headDistance, back) - 0.01)
    lay(hairColour, cover(front, soft: isCloth ? 0 : 0.05))
    if person.hair == .hat { lay(hairColour, cover(back)) }
    if person.hair == .bun {
      let bun = length(p - Vector2(0, -person.headHeight - 0.22)) - 0.36 + strands
      lay(hairColour * 0.9, cover(bun, soft: 0.04))
    }
    if person.hasGlasses { glasses(p, lay) }
    return total
  }

  /// Fly-away strands and curls at the rim of the hair.
  private func strands(_ p: Vector2) -> Float {
    let field = person.field
    switch person.hair {
    case .bald, .hat, .scarf: return 0
    case .afro, .curly:
      return 0.13 * field.fractal(p, wavelength: 0.3, octaves: 4, gain: 0.6, footprint: rim * 0.5)
    default:
      return 0.05
        * field.fractal(
          Vector2(p.x * 2, p.y * 0.7), wavelength: 0.25, octaves: 4, gain: 0.65,
          footprint: rim * 0.5)
    }
  }

  private func keyed(_ x: Float) -> Float {
    let side = smoothstep(-1.1, 1.1, x * (person.keySide < 0 ? -1 : 1))
    return 1 - person.shade * abs(person.keySide) * (1 - side) * 0.75
  }

  private func collared(_ p: Vector2, _ body: Float) -> Float {
    let x = abs(p.x)
    switch person.collar {
    case .round:
      return max(body, 0.85 - length(Vector2(p.x, (p.y - 1.45) * 1.1)))
    case .vee: return max(body, (2.7 - p.y) * 0.5 - x * 0.9 - 0.1)
    case .shirt, .jacket: return max(body, (2.2 - p.y) * 0.6 - x * 0.85 + 0.05)
    case .roll: return min(body, max(x - person.neckWidth - 0.06, max(1.35 - p.y, p.y - 2.4)))
    }
  }

  private func clothing(_ p: Vector2) -> Vector3 {
    let field = person.field
    let folds =
      1 + 0.16
      * field.fractal(
        Vector2(p.x + 0.4 * p.y, p.y * 0.6), wavelength: 0.9, octaves: 4, footprint: rim)
    let rimShade = 0.68 + 0.32 * smoothstep(0, 0.4, p.y - shoulderRim(p.x))
    var colour = person.cloth
    if person.collar == .jacket {
      let lapel = abs(p.x) - 0.25 * (p.y - 1.5)
      if lapel < 0 { colour = Vector3(repeating: 0.82) } else { colour = person.cloth * 0.9 }
      if abs(lapel) < 0.03 { colour *= 0.5 }
    }
    if person.collar == .shirt, abs(p.x) < 0.03 { colour *= 0.75 }
    if person.collar == .shirt {
      let flap = abs((p.y - 1.75) - abs(p.x) * 0.9)
      if flap < 0.03, abs(p.x) < 0.8 { colour *= 0.7 }
    }
    return colour * folds * rimShade * keyed(p.x * 0.45)
  }

  private func face(_ p: Vector2) -> Vector3 {
    let field = person.field
    let round = 1 - 0.28 * smoothstep(0.55, 1.0, length(Vector2(p.x, p.y / person.headHeight)))
    var skin = person.skin * round * keyed(p.x)
    skin *= 1 + 0.05 * field.fractal(p, wavelength: 0.4, octaves: 4, footprint: rim)
    let dark = person.skin * 0.45
    let x = abs(p.x)
    // Eyes with whites, iris and lid; brows; nose; mouth.
    let eye = length(Vector2((x - 0.42) / 0.19, (p.y + 0.02) / 0.085)) - 1
    let iris = length(Vector2(x - 0.42, p.y + 0.02)) - 0.075
    let brow = max(abs(p.y + 0.27 + 0.25 * (x - 0.42) * (x - 0.42)) - 0.04, abs(x - 0.42) - 0.25)
    skin = mix(skin, person.hairColour * 0.8 + dark * 0.2, 0.8 * cover(brow, soft: 0.04))
    skin = mix(skin, dark, 0.35 * cover(eye - 0.25, soft: 0.3))
    skin = mix(skin, Vector3(0.66, 0.63, 0.6) * keyed(p.x), cover(eye * 0.1))
    skin = mix(skin, Vector3(0.06, 0.04, 0.03), cover(max(iris, eye * 0.1)))
    let nose = max(abs(x - 0.13) - 0.02, max(-0.1 - p.y, p.y - 0.5))
    skin = mix(skin, dark, 0.25 * cover(nose, soft: 0.12))
    let nostril = length(Vector2((x - 0.11) / 0.07, (p.y - 0.52) / 0.03)) - 1
    skin = mix(skin, dark * 0.5, 0.8 * cover(nostril * 0.03, soft: 0.03))
    let mouth = length(Vector2(p.x / 0.36, (p.y - 0.82) / 0.09)) - 1
    skin = mix(
      skin, person.skin * Vector3(0.85, 0.5, 0.5), 0.75 * cover(mouth * 0.09, soft: 0.03))
    skin = mix(skin, dark * 0.5, 0.7 * cover(max(abs(p.y - 0.82) - 0.01, x - 0.33), soft: 0.02))
    if person.beard > 0 {
      let chin = min(p.y - 0.62, 9)
      let stubble = smoothstep(-0.1, 0.2, chin) * person.beard
      skin = mix(
        skin, person.hairColour, stubble * (0.7 + 0.3 * field.value(p.x * 30, p.y * 30, 8)))
    }
    return skin
  }

  private func glasses(_ p: Vector2, _ lay: (Vector3, Float) -> Void) {
    let x = abs(p.x)
    let lens = roundedBoxDistance(
      Vector2(x - 0.43, p.y), half: Vector2(0.3, 0.22), radius: 0.14)
    let frame = Vector3(repeating: 0.03)
    lay(frame, cover(abs(lens) - 0.022))
    lay(frame, cover(max(abs(p.y + 0.05) - 0.02, x - 0.14)))
    lay(frame, cover(max(abs(p.y + 0.08) - 0.018, max(0.72 - x, x - 1.0))))
  }
}
