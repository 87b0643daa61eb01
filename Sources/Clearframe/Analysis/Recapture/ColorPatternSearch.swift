/// Finds coloured waves as a display leaves them in squares of luma and chroma.
///
/// A display's red, green and blue points lie side by side. Where they meet the sensor's, each
/// colour beats with a phase of its own, so that along the wave colour runs around a loop: from
/// reddish over greenish to bluish and back. Print in one ink, cloth of two yarns and fringes along
/// edges go to and fro between two colours, on a line. So a wave counts where its three channels
/// turn; how far they do is told as for polarised light, by the ellipse that they describe. The
/// clearer they turn, the fainter the wave may be: noise and texture have no line that does.
package struct ColorPatternSearch: ~Copyable {
  /// Which waves count.
  package struct Criteria: Sendable {
    /// The least power over that of the surroundings in the spectrum, unless the wave turns clearly.
    package var ratio: Float
    /// The standard deviation of chroma, in sample steps, from which a square is looked at.
    package var spread: Float
    /// The least amplitude in sample steps: a pattern must survive a JPEG's quantisation of chroma.
    package var amplitude: Float
    /// The least amplitude in chroma over that in luma at the same frequency: print and cloth in
    /// colour vary in luma first.
    package var dominance: Float

    package init(ratio: Float, spread: Float, amplitude: Float, dominance: Float) {
      self.ratio = ratio
      self.spread = spread
      self.amplitude = amplitude
      self.dominance = dominance
    }
  }

  /// The side of the squares.
  package static let side = 64

  private let criteria: Criteria
  private var spectrum = PatchSpectrum(side: Self.side)
  private let mask: PatchSpectrum.Mask

  /// The least amplitude in chroma over that which shading gives a surface of one colour: its
  /// chroma varies in proportion to its luma.
  private static let shadingDominance: Float = 2
  /// The least `sin 2x` of the ellipse, where `tan x` is the ratio of its axes (0.15 here): printed
  /// patterns have a few hundredths, real photos of screens 0.3 to 1 in most squares.
  private static let turning: Float = 0.3
  /// The least power of a faint wave over that of the surroundings in the spectrum, its least
  /// amplitude in sample steps and over that in luma, and its least `sin 2x` (a ratio of axes of a
  /// third): where noise and compression wear the beats of a display down, they still turn. Of the
  /// thousands of powers in a spectrum of noise the greatest is 6 to 11 times the mean. At 0.5
  /// scanned barcodes turn, too: a scanner's rows of sensors for red, green and blue lie apart.
  private static let faint = (
    ratio: Float(10), amplitude: Float(0.5), dominance: Float(0.5), turning: Float(0.6)
  )

  package init(band: PatchSpectrum.Band, criteria: Criteria) {
    self.criteria = criteria
    mask = spectrum.mask(band)
  }

  /// Whether a square shows such a wave; the three planes have 64 by 64 samples, and luma is asked
  /// for where chroma shows one.
  package mutating func isPatterned(
    blue: [UInt8], red: [UInt8], luma findLuma: () -> [UInt8]?
  ) -> Bool {
    // Without any spread of colour there is nothing to look for.
    guard
      RecaptureSignals.spread(blue) > criteria.spread
        || RecaptureSignals.spread(red) > criteria.spread
    else { return false }
    spectrum.load(blue, red)
    let peaks = (spectrum.peak(of: 0, in: mask), spectrum.peak(of: 1, in: mask))
    let isBlue = isLine(peaks.0) && !(isLine(peaks.1) && peaks.1.ratio > peaks.0.ratio)
    let peak = isBlue ? peaks.0 : peaks.1
    guard isLine(peak) else { return false }
    let blueWaves = spectrum.waves(of: 0, around: peak)
    let redWaves = spectrum.waves(of: 1, around: peak)
    guard let luma = findLuma() else { return false }
    spectrum.load(luma, luma)
    let shading =
      Self.shadingDominance * abs(RecaptureSignals.mean(isBlue ? blue : red) - 128)
      / max(16, RecaptureSignals.mean(luma))
    let rival = spectrum.amplitude(of: 0, column: peak.column, row: peak.row)
    guard peak.amplitude > max(criteria.dominance, shading) * rival else { return false }
    let turning = Self.turning(
      luma: spectrum.waves(of: 0, around: peak), blue: blueWaves, red: redWaves)
    return turning > Self.turning && peak.ratio > criteria.ratio
      || turning > Self.faint.turning
        && peak.amplitude > max(Self.faint.amplitude, Self.faint.dominance * rival)
  }

  private func isLine(_ peak: PatchSpectrum.Peak) -> Bool {
    peak.ratio > Self.faint.ratio && peak.amplitude > criteria.amplitude
  }

  /// How far red, green and blue turn around each other, from 0 (on a line) to 1 (on a circle).
  ///
  /// For the complex amplitudes `v` of the three channels this is `2 |Re v x Im v| / |v|^2`. The
  /// lobe of one wave turns in one sense throughout, noise in any, so that frequencies beside each
  /// other are added up first.
  package static func turning(
    luma: [SIMD2<Float>], blue: [SIMD2<Float>], red: [SIMD2<Float>]
  ) -> Float {
    var turn = SIMD3<Float>(repeating: 0)
    var power: Float = 0
    for index in luma.indices {
      let (y, b, r) = (luma[index], blue[index], red[index])
      // JFIF's colours.
      let reds = y + 1.402 * r
      let greens = y - 0.344136 * b - 0.714136 * r
      let blues = y + 1.772 * b
      turn += SIMD3(
        greens.x * blues.y - blues.x * greens.y, blues.x * reds.y - reds.x * blues.y,
        reds.x * greens.y - greens.x * reds.y)
      power += (reds * reds + greens * greens + blues * blues).sum()
    }
    guard power > 0 else { return 0 }
    return 2 * (turn * turn).sum().squareRoot() / power
  }
}
