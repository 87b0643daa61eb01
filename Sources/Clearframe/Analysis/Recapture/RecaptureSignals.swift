/// What the spectra of a picture say about a display's grid in front of the camera.
package struct RecaptureSignals: Sendable, Hashable {
  /// Share of the squares of the working image that carry a coloured beat, 0 to 1.
  package private(set) var beatShare = 0.0
  /// Share of the full-resolution squares that carry a coloured pattern, 0 to 1.
  package private(set) var colorGridShare = 0.0
  /// Share of the full-resolution squares that carry a strong pattern in luma, 0 to 1.
  package private(set) var gridShare = 0.0
  /// Share of the full-resolution squares whose clearest patterns in luma have one and the same
  /// period and direction, 0 to 1.
  package private(set) var latticeShare = 0.0
  /// Share of the full-resolution squares that carry a square grid in luma: two lines of one
  /// frequency at right angles, 0 to 1.
  package private(set) var squareGridShare = 0.0
  /// How far the clearest pair of faint lines at right angles stands out, in deviations.
  package private(set) var crossHeight = 0.0
  /// The period of that pair, in stored pixels.
  package private(set) var crossPeriod = 0.0
  /// The number of squares of the working image that were looked at.
  package private(set) var beatCount = 0
  /// The number of full-resolution squares that were looked at.
  package private(set) var gridCount = 0
  /// The middle of the periods of the patterns found at full resolution, in stored pixels.
  package private(set) var period: Double?

  /// The distance of two squares of the working image, in working pixels.
  private static let step = 96
  /// The fewest squares on the document for which the rest of the picture is left aside.
  private static let minimumCount = 4
  /// The least number of squares that the share of strong patterns in luma is taken of: one hit in
  /// four would be a quarter.
  private static let leastDivisor = 10
  /// The most squares whose chroma is looked at.
  private static let maximumColorCount = 25
  /// The luma under which a square shows no grid: the display is dark there.
  private static let darkLuma: Float = 60

  /// A pattern's power over that of its surroundings in the spectrum, from which it is a line
  /// rather than texture.
  private static let lumaRatio: Float = 300
  /// A weaker line in luma, which counts where the squares agree on it.
  private static let latticeRatio: Float = 50
  /// The room for how many squares beside each other there must be for them to agree.
  private static let minimumLatticeCount = 12
  /// The least frequency of such a line in periods over a square (0.15 per pixel): print and cloth
  /// repeat more coarsely in photos of documents.
  private static let latticeFrequency = 19
  /// The distance, in periods over a square, up to which two lines are the same: perspective
  /// changes a display's period by a few per cent over a picture.
  private static let latticeTolerance = 3
  /// Its least amplitude in sample steps.
  private static let lumaAmplitude: Float = 0.5

  /// Measures a picture; `contains` tells whether a stored pixel is on the document, nil where
  /// there is no trusted outline.
  package init(
    _ analysis: borrowing PictureAnalysis, isOnDocument: ((_ column: Int, _ row: Int) -> Bool)?
  ) {
    let patches = analysis.patches.patches
    let contains = isOnDocument ?? { _, _ in false }
    let inside = patches.filter { Self.isInside($0.column, $0.row, PatchSet.side, contains) }
    measureGrid(inside.count >= Self.minimumCount ? inside : patches)
    measureColorGrid(inside.count >= PatternCount.enough ? inside : patches, contains)
    measureBeats(analysis.working, contains)
  }

  /// Takes shares of squares that carry coloured patterns.
  package init(beatShare: Double, beatCount: Int, colorGridShare: Double, gridCount: Int) {
    self.beatShare = beatShare
    self.beatCount = beatCount
    self.colorGridShare = colorGridShare
    self.gridCount = gridCount
  }

  /// Whether all of a square of stored pixels but its rim is on the document; what shows beside it
  /// may be cloth.
  private static func isInside(
    _ column: Int, _ row: Int, _ side: Int, _ contains: (Int, Int) -> Bool
  ) -> Bool {
    let rim = side / 8
    return contains(column + rim, row + rim) && contains(column + side - rim, row + rim)
      && contains(column + rim, row + side - rim)
      && contains(column + side - rim, row + side - rim)
  }

  private mutating func measureColorGrid(
    _ patches: [PatchSet.Patch], _ contains: (Int, Int) -> Bool
  ) {
    let spacing = (patches.count - 1) / Self.maximumColorCount + 1
    let chosen = stride(from: 0, to: patches.count, by: spacing).map { patches[$0] }
    var grid = ColorGrid(chosen)
    for patch in chosen {
      grid.add(
        patch, isOnDocument: Self.isInside(patch.column, patch.row, PatchSet.side, contains))
    }
    colorGridShare = grid.share
  }

  private mutating func measureBeats(
    _ working: borrowing WorkingImage, _ contains: (Int, Int) -> Bool
  ) {
    let side = ColorPatternSearch.side
    guard working.hasChroma, working.width >= side, working.height >= side else { return }
    let factor = working.factor
    var places: [(column: Int, row: Int, isInside: Bool)] = []
    for row in stride(from: 0, through: working.height - side, by: Self.step) {
      for column in stride(from: 0, through: working.width - side, by: Self.step) {
        places.append(
          (
            column, row,
            Self.isInside(column * factor, row * factor, side * factor, contains)
          ))
      }
    }
    if places.count(where: { $0.isInside }) >= PatternCount.enough {
      places.removeAll { !$0.isInside }
    }
    // A picture that was not reduced still has the blocks of its JPEG.
    let band = PatchSpectrum.Band(low: 0.05, high: 0.5, floor: 0.03, blockSide: factor == 1 ? 8 : 0)
    var search = ColorPatternSearch(
      band: band,
      criteria: ColorPatternSearch.Criteria(
        ratio: 30, spread: 0.3, amplitude: 0.4, dominance: 0.25))
    var count = PatternCount()
    for place in places {
      func square(_ plane: [UInt8]) -> [UInt8] {
        Self.square(plane, width: working.width, place.column, place.row, side)
      }
      count.add(
        search.isPatterned(blue: square(working.chromaBlue), red: square(working.chromaRed)) {
          square(working.luma)
        },
        isOnDocument: place.isInside)
    }
    beatCount = count.squares
    beatShare = count.share
  }

  private mutating func measureGrid(_ patches: [PatchSet.Patch]) {
    gridCount = patches.count
    guard !patches.isEmpty else { return }
    var spectrum = PatchSpectrum(side: PatchSet.side)
    let mask = spectrum.mask(
      PatchSpectrum.Band(low: 0.08, high: 0.5, floor: 0.1, blockSide: 8))
    var latticeBand = PatchSpectrum.Band(
      low: Float(Self.latticeFrequency) / Float(PatchSet.side), high: 0.5, floor: 0.1,
      blockSide: 8)
    latticeBand.axisLow = 0.19
    let latticeMask = spectrum.mask(latticeBand)
    let squareGrid = SquareGrid(spectrum)
    var crossed = CrossedLines(side: PatchSet.side)
    var squareGridHits = 0
    var lumaHits = 0
    var periods: [Double] = []
    var lattice: [PatchSpectrum.Peak] = []
    var index = 0
    while index < patches.count {
      let second = min(index + 1, patches.count - 1)
      spectrum.load(patches[index].luma, patches[second].luma)
      for slot in 0...(second - index) {
        let patch = patches[index + slot]
        let peak = spectrum.peak(of: slot, in: mask)
        if peak.ratio > Self.lumaRatio, peak.amplitude > Self.lumaAmplitude,
          !spectrum.isOnStreak(peak, of: slot)
        {
          lumaHits += 1
          let squared = Double(peak.column * peak.column + peak.row * peak.row)
          periods.append(Double(PatchSet.side) / squared.squareRoot())
        }
        let fine = spectrum.peak(of: slot, in: latticeMask)
        if fine.ratio > Self.latticeRatio, !spectrum.isOnStreak(fine, of: slot) {
          lattice.append(fine)
        }
        if squareGrid.shows(in: spectrum, signal: slot) { squareGridHits += 1 }
        if Self.mean(patch.luma) >= Self.darkLuma { crossed.add(spectrum, signal: slot) }
      }
      index += 2
    }
    gridShare = Double(lumaHits) / Double(max(Self.leastDivisor, patches.count))
    let agreeing =
      lattice.map { peak in
        lattice.count { $0.isNear(peak.column, peak.row, within: Self.latticeTolerance) }
      }.max() ?? 0
    // Squares of a small picture overlap, so that they agree on whatever is there.
    let worth = Double(patches.count) * PatchSet.worth(of: patches)
    if worth >= Double(Self.minimumLatticeCount) {
      latticeShare = Double(agreeing) / Double(patches.count)
      squareGridShare = Double(squareGridHits) / Double(patches.count)
    }
    periods.sort()
    if !periods.isEmpty { period = periods[periods.count / 2] }
    let pair = crossed.clearest()
    crossHeight = Double(pair.height)
    crossPeriod = pair.period
  }

  private static func square(
    _ plane: [UInt8], width: Int, _ column: Int, _ row: Int, _ side: Int
  ) -> [UInt8] {
    var samples: [UInt8] = []
    samples.reserveCapacity(side * side)
    for line in row..<row + side {
      let start = line * width + column
      samples.append(contentsOf: plane[start..<start + side])
    }
    return samples
  }

  /// The mean of the samples.
  static func mean(_ samples: [UInt8]) -> Float {
    var sum: UInt32 = 0
    for sample in samples { sum &+= UInt32(sample) }
    return Float(sum) / Float(max(1, samples.count))
  }

  /// The standard deviation of the samples.
  static func spread(_ samples: [UInt8]) -> Float {
    var sum: UInt32 = 0
    var squares: UInt32 = 0
    for sample in samples {
      let value = UInt32(sample)
      sum &+= value
      squares &+= value &* value
    }
    let count = Double(max(1, samples.count))
    let mean = Double(sum) / count
    return Float(max(0, Double(squares) / count - mean * mean).squareRoot())
  }
}
