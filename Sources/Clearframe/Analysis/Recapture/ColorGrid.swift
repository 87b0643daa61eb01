/// Looks for coloured patterns in full-resolution squares, one in `spacing` of them.
struct ColorGrid: ~Copyable {
  /// One in so many squares is looked at.
  let spacing: Int
  private var spectrum = PatchSpectrum(side: PatchSet.side / 2)
  private let mask: PatchSpectrum.Mask
  private var count = 0
  private var hits = 0

  /// The least amplitude in sample steps: a pattern must survive a JPEG's quantisation of chroma.
  private static let amplitude: Float = 0.3
  /// The least amplitude in chroma over that in luma at the same frequency: print and cloth in
  /// colour vary in luma first.
  private static let dominance: Float = 0.5

  init(spacing: Int) {
    self.spacing = spacing
    mask = spectrum.mask(PatchSpectrum.Band(low: 0.1, high: 0.5, floor: 0.03, blockSide: 8))
  }

  /// The share of the squares looked at that carry a coloured pattern; of few squares one or two
  /// say little.
  var share: Double { Double(hits) / Double(max(RecaptureSignals.leastDivisor, count)) }

  /// Looks at a square whose luma is in a spectrum.
  mutating func add(_ patch: PatchSet.Patch, luma: borrowing PatchSpectrum, signal: Int) {
    count += 1
    // Averaging lessens the spread, so that the planes themselves tell when there is nothing.
    guard
      RecaptureSignals.spread(patch.chromaBlue) > 0.15
        || RecaptureSignals.spread(patch.chromaRed) > 0.15
    else { return }
    guard let blue = patch.halved(patch.chromaBlue), let red = patch.halved(patch.chromaRed)
    else { return }
    spectrum.load(blue, red)
    let peaks = [spectrum.peak(of: 0, in: mask), spectrum.peak(of: 1, in: mask)]
    let plane = peaks[0].ratio >= peaks[1].ratio ? 0 : 1
    let order = [plane, 1 - plane]
    guard
      let found = order.first(where: {
        peaks[$0].ratio > RecaptureSignals.colourRatio && peaks[$0].amplitude > Self.amplitude
      })
    else { return }
    let peak = peaks[found]
    // Both squares cover the same pixels, so that a frequency has the same number in both.
    let rival = luma.amplitude(of: signal, column: peak.column, row: peak.row)
    let shading = RecaptureSignals.shading(
      chroma: RecaptureSignals.mean(found == 0 ? patch.chromaBlue : patch.chromaRed),
      meanLuma: Float(patch.meanLuma))
    if peak.amplitude > max(Self.dominance, shading) * rival { hits += 1 }
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
    if across == 1, down == 1 { return plane.map { Float($0) } }
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
