/// What speaks for and against a bright patch of a document being a reflection.
package struct HighlightFeatures: Sendable, Hashable {
  /// The patch's share of the judged cells.
  package var share: Float
  /// The natural logarithm of the paper's light inside over that around it.
  package var rise: Float
  /// The same against the brightest paper (95th percentile) of the rest of the document.
  package var excess: Float
  /// How steep its border is, as a share of the document's own sharp edges, 0 to 1.
  package var steepness: Float
  /// The print contrast inside (85th percentile), 0 to 1.
  package var contrast: Float
  /// The print contrast of the rest of the document, 0 to 1.
  package var documentContrast: Float
  /// The contrast of the plainest print (95th percentile) in its core, which its border's cells are
  /// no part of, 0 to 1.
  package var plainestContrast: Float
  /// The contrast of the plainest print of the rest of the document, 0 to 1.
  package var plainestDocumentContrast: Float
  /// The share of the parts with print inside in which it has lost much of that contrast, 0 to 1;
  /// 0 where not `isBroad`, and where no part of its core has print.
  package var fadedShare: Float
  /// How surely print inside is lifted by as much light as its paper, 0 to 1; see `PrintLight`.
  package var lift: Float
  /// How surely print inside keeps its share of the paper's light, as light on matte paper leaves
  /// it, 0 to 1.
  package var matte: Float
  /// How surely mirrored light lies on much of the document's print, 0 to 1; see `PrintVeil`.
  package var veil: Float
  /// How surely all print of the document is lifted by as much light as its paper, 0 to 1; see
  /// `PrintTrend`.
  package var trend: Float
  /// The brightest paper inside, in luma.
  package var peak: Float
  /// The share of burnt-out samples inside.
  package var clipped: Float
  /// The paper's light around it, 0 to 1.
  package var surroundingLight: Float
  /// The light of the brightest paper (95th percentile) of the rest of the document, 0 to 1.
  package var documentLight: Float
  /// The share of its border that the document's edge or the frame cuts off.
  package var cutOff: Float
  /// The share of its bounding box's outline along which it lies: about 1 for an upright rectangle
  /// such as a photo's ground, about a third for a disc, less for anything slanted.
  package var boxed: Float

  /// The log-odds that the patch is a reflection; above 0 it is counted as one.
  ///
  /// A logistic regression whose weights were fitted with their signs fixed to what optics ask: a
  /// reflection outshines the paper around it and the brightest of the rest, falls off softly or at
  /// least not along an upright rectangle, makes print paler and burns out; it does not run along
  /// the document's edges as a lamp's light does. Each picture counted with its strongest patch.
  /// Fitted on 573 generated photos (development split) and 312 real ones, two thirds of them
  /// with reflections, shadows or brighter light painted in; the weights of `sheen` and `matte` were
  /// chosen afterwards, on 540 other generated photos and 547 real ones with faint sheens, dim
  /// windows, lamps and shadows computed in linear light. How far `borderless` and `glow` lessen two
  /// penalties was chosen for sheens on dark documents, the weight of `veil` on 2,700 generated
  /// photos and 900 real ones, nearly all of them with light or other defects computed onto them;
  /// those of `matteLight` and `tip` last, on 315 real photos lit more brightly in linear light,
  /// evenly or by a lamp, with a soft shoulder, beside 1,600 generated and real ones, a fifth of them
  /// with reflections. `trendWeight` came after them, from 2,100 generated photos.
  package var evidence: Float { extentEvidence - 3.5 * matteLight - 1.5 * tip }

  /// The same without the question whether it is only paper that is lit better, for how far a
  /// reflection reaches that is proven within it: at its faint rim print keeps its contrast.
  package var extentEvidence: Float {
    if isPaper { return -4 + Self.trendWeight * trend }
    let softness = 1 - steepness
    var sum: Float = -3.38
    sum += 1.22 * min(max(rise, 0), 1) * softness
    sum += 2.58 * Float.ramp(excess, from: 0, to: 0.4) * (0.25 + softness)
    sum += 0.44 * Float.ramp(excess, from: 0.1, to: 0.5) * Float.ramp(rise, from: 0.2, to: 0.5)
    sum += 1.7 * Float.ramp(peak, from: 150, to: 250)
    // On dark ground a sheen stays far below white, and is no weaker for it.
    sum -= 1.67 * (1 - Float.ramp(peak, from: 190, to: 240)) * (1 - 0.7 * glow)
    sum += 4.03 * clipped
    sum += 0.42 * paleness
    sum += 2.5 * sheen
    sum += 2.2 * veil
    sum += Self.trendWeight * trend
    sum -= matte
    // White boxes, white halves of cards and white emblems have borders as sharp as print.
    sum -= 4.14 * steepness * Float.ramp(boxed, from: 0.3, to: 0.6)
    sum -= 2 * Float.ramp(steepness, from: 0.9, to: 1) * (1 - Float.ramp(boxed, from: 0.3, to: 0.6))
    // On dark ground a border nearly as sharp as print is that of a printed emblem, a chip or a
    // photo: lamps that are mirrored there fall off over more than half of their brightness.
    sum -=
      4 * Float.ramp(steepness, from: 0.45, to: 0.7)
      * (1 - Float.ramp(surroundingLight, from: 0.1, to: 0.3))
    sum -= 0.99 * cutOff
    // A large part that reaches the edges and nowhere burns out is lit paper beside a shadow.
    sum -=
      0.64 * (1 - clipped) * Float.ramp(cutOff, from: 0.2, to: 0.5)
      * Float.ramp(share, from: 0.1, to: 0.3)
    // Paper exposed close to white burns out in places without any reflection.
    sum -=
      0.82 * Float.ramp(surroundingLight, from: 0.7, to: 0.9)
      * (1 - Float.ramp(rise, from: 0.03, to: 0.15))
    // On a dark cover bright parts are mostly printed, but not those without a border.
    sum -= 2.14 * (1 - Float.ramp(documentLight, from: 0.08, to: 0.3)) * (1 - 0.75 * borderless)
    return sum
  }

  /// What print says that follows its paper everywhere: enough to outweigh all that makes a broad sheen
  /// look like a lamp's light, and a fifth of it, where it may be chance, what makes it look a little
  /// like that.
  private static let trendWeight: Float = 5.6

  /// Whether the patch cannot be told from paper: hardly brighter than what is around it; or burnt
  /// out up to a border as sharp as print where its surroundings are nearly burnt out as well or
  /// it is most of the document; or the lit part of a document in shadow, which runs into the
  /// document's edges and burns out nowhere.
  private var isPaper: Bool {
    if max(rise, excess) < 0.03 { return true }
    if share > 0.25, cutOff > 0.35, clipped < 0.1, sheen < 0.25 { return true }
    return steepness >= 0.9 && ((surroundingLight >= 0.78 && boxed > 0.4) || share > 0.5)
  }

  /// How surely the patch has no border that print could have, 0 to 1.
  private var borderless: Float { 1 - Float.ramp(steepness, from: 0.25, to: 0.45) }

  /// How surely it is much brighter than all the rest without such a border, 0 to 1.
  private var glow: Float {
    borderless * Float.ramp(excess, from: 0.3, to: 0.7) * Float.ramp(rise, from: 0.3, to: 0.6)
  }

  /// How surely a soft patch that outshines all the rest is mirrored light which print shows
  /// through, 0 to 1.
  private var sheen: Float {
    lift * Float.ramp(1 - steepness, from: 0.1, to: 0.6) * Float.ramp(excess, from: 0, to: 0.08)
  }

  /// Whether it is so soft and wide that light on the paper may look like it.
  var isBroad: Bool {
    steepness < Self.softSteepness.to
      && (cutOff > Self.openCutOff.from || share > Self.wideShare.from)
  }

  /// How surely it is the better lit part of paper, 0 to 1: print in it is as dark against its paper
  /// as elsewhere, and hardly anywhere paler. Light that a face mirrors is added to print and paper
  /// alike.
  private var matteLight: Float {
    guard isBroad else { return 0 }
    let kept = plainestContrast / max(plainestDocumentContrast, 0.05)
    let breadth = max(openness, Float.ramp(share, Self.wideShare))
    return breadth * soft * Float.ramp(plainestContrast, from: 0.62, to: 0.72)
      * Float.ramp(kept, from: 0.72, to: 0.82) * (1 - Float.ramp(fadedShare, from: 0.25, to: 0.4))
  }

  /// How surely it is where paper that grows brighter towards the document's edge reaches white, 0 to
  /// 1.
  private var tip: Float { openness * soft * (1 - Float.ramp(rise, from: 0.03, to: 0.05)) }

  /// How surely the document's edge cuts much of it off, 0 to 1.
  private var openness: Float {
    Float.ramp(cutOff, from: Self.openCutOff.from, to: Self.openCutOff.to)
  }

  /// How surely it has no sharp border, 0 to 1.
  private var soft: Float {
    1 - Float.ramp(steepness, from: Self.softSteepness.from, to: Self.softSteepness.to)
  }

  /// How much of its border is cut off from where it counts as open: a disc whose middle lies on
  /// the edge of what is judged has 0.39 of its border there.
  private static let openCutOff: (from: Float, to: Float) = (0.3, 0.38)
  /// How steep its border is from where light's own fall-off begins to look like a printed edge.
  private static let softSteepness: (from: Float, to: Float) = (0.45, 0.55)
  /// The share of the document from where it counts as wide where nothing cuts it off: a lamp's pool
  /// of light on the paper rather than the lamp in a mirror.
  private static let wideShare: (from: Float, to: Float) = (0.05, 0.12)

  /// How surely print is still seen inside, but paler than elsewhere, 0 to 1.
  private var paleness: Float {
    Float.ramp(documentContrast - contrast, from: 0.05, to: 0.4)
      * Float.ramp(contrast, from: 0.05, to: 0.25)
  }
}
