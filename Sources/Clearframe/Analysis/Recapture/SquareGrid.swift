/// Finds a display's pixels in a single square: two lines of one frequency at right angles.
///
/// A display's pixels are square and a photo of it is mostly taken nearly upright, so that its rows
/// and its columns leave two equal lines near the axes, where lines of text and ruled paper leave
/// theirs in one direction only. Each of the two may be fainter than a single line may be, for it
/// takes chance two of them.
package struct SquareGrid: Sendable {
  private let mask: PatchSpectrum.Mask

  /// A line's power over that of its surroundings. Grain, print and what is left of a JPEG's blocks
  /// after scaling reach 30 in both directions in single squares.
  private static let ratio: Float = 30
  /// The power of a coarser line over that of its surroundings and as a share of a finer one's,
  /// from which the finer line is a harmonic of it. The thin lines of squared paper have many
  /// harmonics, in both directions the same.
  private static let (coarseRatio, coarseShare): (Float, Float) = (8, 0.15)
  /// The highest harmonic that is recognised.
  private static let greatestHarmonic = 6
  /// The band in periods over a square of 128: coarser grids are those of tables and cloth.
  private static let band = (low: 24, high: 62)
  /// How many lines are looked at: a grid leaves two and their sums.
  private static let lineCount = 6
  /// The distance, in periods over a square, up to which a line is the other turned by 90 degrees:
  /// the camera is tilted a little.
  private static let tolerance = 2

  /// Prepares for squares of a spectrum's side.
  package init(_ spectrum: borrowing PatchSpectrum) {
    var band = PatchSpectrum.Band(
      low: Float(Self.band.low) / Float(PatchSet.side),
      high: Float(Self.band.high) / Float(PatchSet.side), floor: 0.1, blockSide: 8)
    band.axisLow = band.low
    mask = spectrum.mask(band)
  }

  /// Whether the first or second square that the spectrum holds shows a square grid.
  package func shows(in spectrum: borrowing PatchSpectrum, signal: Int) -> Bool {
    var lines: [PatchSpectrum.Peak] = []
    for peak in spectrum.peaks(of: signal, in: mask, over: Self.ratio, limit: Self.lineCount)
    where CrossedLines.isNearAxis(peak.column, peak.row) && !spectrum.isOnStreak(peak, of: signal) {
      for line in lines where line.isNear(-peak.row, peak.column, within: Self.tolerance) {
        let isRuled = (2...Self.greatestHarmonic).contains { divisor in
          Self.isHarmonic(peak, divisor, spectrum, signal)
            && Self.isHarmonic(line, divisor, spectrum, signal)
        }
        if !isRuled { return true }
      }
      lines.append(peak)
    }
    return false
  }

  private static func isHarmonic(
    _ peak: PatchSpectrum.Peak, _ divisor: Int, _ spectrum: borrowing PatchSpectrum, _ signal: Int
  ) -> Bool {
    spectrum.hasLine(
      atFrequencyDividedBy: divisor, of: peak, signal: signal, ratio: coarseRatio,
      share: coarseShare)
  }
}
