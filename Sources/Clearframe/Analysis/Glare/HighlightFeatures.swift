/// What speaks for and against a bright patch of a document being a reflection.
package struct HighlightFeatures: Sendable, Hashable {
  /// The patch's share of the judged cells.
  package var share: Float
  /// The natural logarithm of the paper's light inside over that around it.
  package var rise: Float
  /// The same against the bright paper (80th percentile) of the rest of the document.
  package var excess: Float
  /// How steep its border is, as a share of the document's own sharp edges, 0 to 1.
  package var steepness: Float
  /// The print contrast inside (85th percentile), 0 to 1.
  package var contrast: Float
  /// The print contrast around it, 0 to 1.
  package var surroundingContrast: Float
  /// The print contrast of the rest of the document, 0 to 1.
  package var documentContrast: Float
  /// The brightest paper inside, in luma.
  package var peak: Float
  /// The share of burnt-out samples inside.
  package var clipped: Float
  /// The paper's light around it, 0 to 1.
  package var surroundingLight: Float
  /// The share of its border that the document's edge or the frame cuts off.
  package var cutOff: Float

  /// The log-odds that the patch is a reflection; above 0 it is counted as one.
  ///
  /// A logistic regression whose weights were fitted with their signs fixed to what optics ask: a
  /// reflection is brighter than the paper, falls off softly, wipes print out or makes it paler,
  /// burns out, and does not run along the document's edges as a lamp's light does. Fitted on 360
  /// generated photos (development split, seeds 11 and 31) and 19 real ones without reflections;
  /// the constant is 0.2 above the fit, since the real photos leave that much room.
  package var evidence: Float {
    if isPaper { return -4 }
    let softness = 1 - steepness
    var sum: Float = -1.72
    sum += 0.95 * min(max(rise, 0), 1) * softness
    sum += 2.73 * min(max(excess, -0.3), 1) * (0.25 + softness)
    sum -= 2.69 * steepness
    sum -= 1.18 * keptContrast(of: documentContrast)
    sum -= 1.23 * keptContrast(of: surroundingContrast)
    sum += 1.48 * veil
    sum += 2.40 * min(max((peak - 150) / 100, 0), 1)
    sum += 3.28 * clipped
    sum += 1.28 * clipped * min(max(excess, 0), 0.6)
    sum -= 2.17 * cutOff
    sum -= 1.71 * max(0, share - 0.3)
    // A large bright part that nowhere burns out may be a lamp's light on matte paper.
    sum -= 1.19 * max(0, share - 0.2) * (1 - clipped)
    return sum
  }

  /// Whether the patch cannot be told from paper: hardly brighter than what is around it, or burnt
  /// out up to a border as sharp as print where its surroundings are nearly burnt out as well or
  /// it is most of the document.
  private var isPaper: Bool {
    if max(rise, excess) < 0.03 { return true }
    return steepness >= 0.9 && (surroundingLight >= 0.78 || share > 0.5)
  }

  /// The print contrast inside as a share of a reference; where the reference has no print, a
  /// share that speaks neither for nor against.
  private func keptContrast(of reference: Float) -> Float {
    let neutral: Float = 0.6
    let kept = min(contrast / max(reference, 0.05), 1.2)
    return neutral + (kept - neutral) * Self.ramp(reference, from: 0.08, to: 0.3)
  }

  /// How surely print is still seen inside, but paler than elsewhere, 0 to 1.
  private var veil: Float {
    Self.ramp(documentContrast - contrast, from: 0.05, to: 0.4)
      * Self.ramp(contrast, from: 0.05, to: 0.25)
  }

  private static func ramp(_ value: Float, from: Float, to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
  }
}
