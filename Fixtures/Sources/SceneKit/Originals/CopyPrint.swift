import Foundation

/// A photocopy in gray: toner on office paper.
enum CopyPrint {
  /// Where the copy lies.
  enum Sheet: String, CaseIterable {
    /// Cut out along the document's edge.
    case cut
    /// On a sheet of paper that is larger than the document.
    case page
  }

  /// The copy of a document.
  static func copy(
    of document: MockDocument, sheet: Sheet, random: inout SceneRandom
  ) -> MockDocument {
    let original = document.canvas
    let margin: Float = sheet == .page ? random.uniform(25...45) : 0
    var surface = Surface(size: original.size + Vector2(2 * margin, 2 * margin))
    surface.thickness = 0.1
    if sheet == .page {
      surface.arch = Vector2(random.uniform(0...1.5), random.uniform(0...1.5))
    } else {
      surface.cornerRadius = random.chance(0.5) ? 0 : document.surface.cornerRadius
    }
    let paper = Vector3(0.84, 0.84, 0.84) * paperTint(&random)
    var canvas = Canvas(size: surface.size, density: original.density, fill: paper)
    let noise = Noise(&random)
    let contrast = random.uniform(0.2...1)
    let fog = random.uniform(0...0.05)
    let grain = random.uniform(0.01...0.07)
    let toner = Vector3(0.035, 0.034, 0.036)
    let banding = random.uniform(0...0.03)
    let bandPeriod = random.uniform(0.8...6)
    original.pixels.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      canvas.shade(
        from: Vector2(margin, margin), to: Vector2(margin, margin) + original.size
      ) { place in
        let at = place - Vector2(margin, margin)
        guard at.x >= 0, at.y >= 0, at.x <= original.size.x, at.y <= original.size.y else {
          return (.zero, 0)
        }
        let seen = Canvas.sample(
          base, width: original.width, height: original.height, density: original.density, at: at)
        let level = coded(linear: 0.3 * seen.x + 0.6 * seen.y + 0.1 * seen.z)
        // Copiers drive middle grays apart and wash pale print out.
        let curve = level * level * (3 - 2 * level)
        var ink = 1 - clamp((level + (curve - level) * contrast) * 1.06, 0, 1)
        ink += fog + grain * noise.value(place.x * 9, place.y * 9) * (0.3 + ink)
        ink += banding * sin(place.y / bandPeriod * 6.28) * ink
        ink = clamp(ink, 0, 1)
        let white = linear(coded: 1 - ink)
        return (toner + (paper - toner) * white, 1)
      }
    }
    return MockDocument(
      kind: document.kind, subject: document.subject + "_copy", canvas: canvas, surface: surface,
      gloss: 0.05, edge: paper)
  }

  /// Office paper is never exactly neutral: bluish from brighteners or a little cream.
  private static func paperTint(_ random: inout SceneRandom) -> Vector3 {
    random.chance(0.7)
      ? Vector3(0.985, 0.995, 1.02) : Vector3(1.01, 1, random.uniform(0.94...0.98))
  }
}
