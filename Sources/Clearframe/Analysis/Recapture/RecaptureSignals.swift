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
  /// The number of squares of the working image that were looked at.
  package private(set) var beatCount = 0
  /// The number of full-resolution squares that were looked at.
  package private(set) var gridCount = 0
  /// The middle of the periods of the patterns found at full resolution, in stored pixels.
  package private(set) var period: Double?
  /// Whether only squares on the document were looked at.
  package let isOnDocument: Bool

  /// The side of the squares of the working image, in working pixels.
  private static let side = 64
  /// The distance of two such squares.
  private static let step = 96
  /// The fewest squares on the document for which the rest of the picture is left aside.
  private static let minimumCount = 5

  /// A pattern's power over that of its surroundings in the spectrum, from which it is a line
  /// rather than texture: real photos of documents stay under 50 in nearly all squares.
  private static let colourRatio: Float = 80
  private static let lumaRatio: Float = 300
  /// A weaker line in luma, which counts where the squares agree on it.
  private static let latticeRatio: Float = 50
  /// The fewest squares that can agree.
  private static let minimumLatticeCount = 12
  /// The least frequency of such a line in periods over a square (0.15 per pixel): print and cloth
  /// repeat more coarsely in photos of documents.
  private static let latticeFrequency = 19
  /// The distance, in periods over a square, up to which two lines are the same: perspective
  /// changes a display's period by a few per cent over a picture.
  private static let latticeTolerance = 3
  /// The least amplitude in sample steps: a beat must survive a JPEG's quantisation of chroma.
  private static let beatAmplitude: Float = 0.6
  private static let colourAmplitude: Float = 0.3
  private static let lumaAmplitude: Float = 0.5
  /// The least amplitude in chroma over that in luma at the same frequency: print and cloth in
  /// colour vary in luma first.
  private static let beatDominance: Float = 0.25
  private static let colourDominance: Float = 0.5

  /// Measures a picture; `contains` tells whether a stored pixel is on the document, nil where
  /// there is no trusted outline.
  package init(
    _ analysis: borrowing PictureAnalysis, isOnDocument: ((_ column: Int, _ row: Int) -> Bool)?
  ) {
    let patches = analysis.patches.patches
    let half = PatchSet.side / 2
    let inside = isOnDocument.map { contains in
      patches.filter { contains($0.column + half, $0.row + half) }
    }
    if let inside, inside.count >= Self.minimumCount {
      self.isOnDocument = true
      measureGrid(inside)
      measureBeats(analysis.working, isOnDocument: isOnDocument)
    } else {
      self.isOnDocument = false
      measureGrid(patches)
      measureBeats(analysis.working, isOnDocument: nil)
    }
  }

  private mutating func measureBeats(
    _ working: borrowing WorkingImage, isOnDocument: ((Int, Int) -> Bool)?
  ) {
    guard working.hasChroma, working.width >= Self.side, working.height >= Self.side else {
      return
    }
    let side = Self.side
    // A picture that was not reduced still has the blocks of its JPEG.
    let band = PatchSpectrum.Band(
      low: 0.05, high: 0.5, floor: 0.03, blockSide: working.factor == 1 ? 8 : 0)
    var spectrum = PatchSpectrum(side: side)
    var hits = 0
    for row in stride(from: 0, through: working.height - side, by: Self.step) {
      for column in stride(from: 0, through: working.width - side, by: Self.step) {
        if let isOnDocument,
          !isOnDocument(
            (column + side / 2) * working.factor, (row + side / 2) * working.factor)
        {
          continue
        }
        beatCount += 1
        let blue = Self.square(working.chromaBlue, width: working.width, column, row, side)
        let red = Self.square(working.chromaRed, width: working.width, column, row, side)
        // Without any spread of colour there is no beat to look for.
        guard Self.spread(blue) > 0.3 || Self.spread(red) > 0.3 else { continue }
        spectrum.load(blue, red)
        let peaks = [spectrum.peak(of: 0, in: band), spectrum.peak(of: 1, in: band)]
        guard
          let peak = peaks.filter({
            $0.ratio > Self.colourRatio && $0.amplitude > Self.beatAmplitude
          }).max(by: { $0.ratio < $1.ratio })
        else { continue }
        let luma = Self.square(working.luma, width: working.width, column, row, side)
        spectrum.load(luma, luma)
        let rival = spectrum.amplitude(of: 0, column: peak.column, row: peak.row)
        if peak.amplitude > Self.beatDominance * rival { hits += 1 }
      }
    }
    beatShare = beatCount > 0 ? Double(hits) / Double(beatCount) : 0
  }

  private mutating func measureGrid(_ patches: [PatchSet.Patch]) {
    gridCount = patches.count
    guard !patches.isEmpty else { return }
    let lumaBand = PatchSpectrum.Band(low: 0.08, high: 0.5, floor: 0.1, blockSide: 8)
    let colourBand = PatchSpectrum.Band(low: 0.1, high: 0.5, floor: 0.03, blockSide: 8)
    var lumaSpectrum = PatchSpectrum(side: PatchSet.side)
    var colourSpectrum = PatchSpectrum(side: PatchSet.side / 2)
    var lumaHits = 0
    var colourHits = 0
    var periods: [Double] = []
    var lattice: [PatchSpectrum.Peak] = []
    var latticeBand = lumaBand
    latticeBand.low = Float(Self.latticeFrequency) / Float(PatchSet.side)
    latticeBand.axisLow = 0.19
    var index = 0
    while index < patches.count {
      let second = min(index + 1, patches.count - 1)
      lumaSpectrum.load(
        patches[index].luma.map { Float($0) }, patches[second].luma.map { Float($0) })
      for slot in 0...(second - index) {
        let peak = lumaSpectrum.peak(of: slot, in: lumaBand)
        if peak.ratio > Self.lumaRatio, peak.amplitude > Self.lumaAmplitude {
          lumaHits += 1
          let squared = Double(peak.column * peak.column + peak.row * peak.row)
          periods.append(Double(PatchSet.side) / squared.squareRoot())
        }
        let fine = lumaSpectrum.peak(of: slot, in: latticeBand)
        if fine.ratio > Self.latticeRatio { lattice.append(fine) }
        let patch = patches[index + slot]
        guard let blue = patch.halved(patch.chromaBlue), let red = patch.halved(patch.chromaRed),
          Self.spread(blue) > 0.15 || Self.spread(red) > 0.15
        else { continue }
        colourSpectrum.load(blue, red)
        let colour = (0...1).map { colourSpectrum.peak(of: $0, in: colourBand) }
          .filter { $0.ratio > Self.colourRatio && $0.amplitude > Self.colourAmplitude }
          .max { $0.ratio < $1.ratio }
        guard let colour else { continue }
        // Both squares cover the same pixels, so that a frequency has the same number in both.
        let rival = lumaSpectrum.amplitude(of: slot, column: colour.column, row: colour.row)
        if colour.amplitude > Self.colourDominance * rival { colourHits += 1 }
      }
      index += 2
    }
    colorGridShare = Double(colourHits) / Double(patches.count)
    gridShare = Double(lumaHits) / Double(patches.count)
    let agreeing = lattice.map { peak in lattice.count { Self.isSame($0, peak) } }.max() ?? 0
    // Squares of a small picture overlap, so that they agree on whatever is there.
    latticeShare =
      patches.count >= Self.minimumLatticeCount ? Double(agreeing) / Double(patches.count) : 0
    periods.sort()
    if !periods.isEmpty { period = periods[periods.count / 2] }
  }

  /// Whether two lines have one period and direction; opposite directions are the same line.
  private static func isSame(_ first: PatchSpectrum.Peak, _ second: PatchSpectrum.Peak) -> Bool {
    let tolerance = latticeTolerance
    return abs(first.row - second.row) <= tolerance
      && abs(first.column - second.column) <= tolerance
      || abs(first.row + second.row) <= tolerance
        && abs(first.column + second.column) <= tolerance
  }

  private static func square(
    _ plane: [UInt8], width: Int, _ column: Int, _ row: Int, _ side: Int
  ) -> [Float] {
    var samples: [Float] = []
    samples.reserveCapacity(side * side)
    for line in row..<row + side {
      let start = line * width + column
      for index in start..<start + side { samples.append(Float(plane[index])) }
    }
    return samples
  }

  /// The standard deviation of the samples.
  private static func spread(_ samples: [Float]) -> Float {
    var sum: Float = 0
    var squares: Float = 0
    for sample in samples {
      sum += sample - 128
      squares += (sample - 128) * (sample - 128)
    }
    let count = Float(samples.count)
    return max(0, squares / count - sum / count * (sum / count)).squareRoot()
  }
}

extension PatchSet.Patch {
  /// A chroma plane as a square of half the luma's side; nil where it is missing or too coarse.
  fileprivate func halved(_ plane: [UInt8]) -> [Float]? {
    let side = PatchSet.side / 2
    guard chromaColumns >= side, !plane.isEmpty, plane.count % chromaColumns == 0 else {
      return nil
    }
    let across = chromaColumns / side
    let down = plane.count / chromaColumns / side
    guard down >= 1, plane.count == chromaColumns * side * down else { return nil }
    let weight = 1 / Float(across * down)
    var result: [Float] = []
    result.reserveCapacity(side * side)
    for row in 0..<side {
      for column in 0..<side {
        var sum: Float = 0
        for y in 0..<down {
          for x in 0..<across {
            sum += Float(plane[(row * down + y) * chromaColumns + column * across + x])
          }
        }
        result.append(sum * weight)
      }
    }
    return result
  }
}
