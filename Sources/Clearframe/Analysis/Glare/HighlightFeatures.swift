#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
  /// A logistic regression whose weights were fitted with their signs fixed to what optics ask:
  /// a reflection is brighter than the paper, wears off softly, wipes print out, and burns out.
  /// Fitted on 360 generated photos (seeds 31 and 11) and half of the real ones.
  package var evidence: Float {
    if isPrintedEdge { return -4 }
    let near = min(contrast / max(surroundingContrast, 0.1), 1.2)
    let all = min(contrast / max(documentContrast, 0.1), 1.2)
    // Small rises and large ones alike are capped: beyond the cap they say nothing more.
    let softRise = min(max(rise, 0), 0.6) * max(0, 1 - steepness / 0.5)
    var sum: Float = -1.55
    sum += 1.39 * min(max(rise, 0), 0.8)
    sum += 2.70 * min(max(excess, -0.3), 0.6)
    sum -= 3.79 * steepness
    sum += 0.23 * lift
    sum -= 1.45 * all
    sum -= 1.40 * near
    sum += 2.75 * min(max((peak - 150) / 100, 0), 1)
    sum += 3.09 * clipped
    sum -= 1.85 * cutOff
    sum -= 1.65 * max(0, share - 0.3)
    sum += 0.63 * softRise
    // A large bright part that nowhere burns out, or shows no print to be veiled, may be a lamp's
    // light on matte paper.
    sum -= 0.92 * max(0, share - 0.2) * (1 - clipped)
    sum -= 0.54 * (1 - clipped) * max(0, 1 - contrast / 0.25)
    return sum
  }

  /// How much lighter print is inside than in the rest of the document, relative to its paper.
  private var lift: Float {
    min(max(logf((1.03 - contrast) / (1.03 - documentContrast)), -0.5), 1.5)
  }

  /// Whether the patch is paper burnt out up to a printed edge: its surroundings burn out nearly
  /// as well, and its border is as sharp as print.
  private var isPrintedEdge: Bool { steepness >= 0.9 && surroundingLight >= 0.78 }
}
