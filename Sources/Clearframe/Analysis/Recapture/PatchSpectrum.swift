import ClearframeKernels

/// Looks for narrow peaks in the spectra of small squares.
package struct PatchSpectrum: ~Copyable {
  /// A narrow peak in a spectrum.
  package struct Peak: Sendable, Hashable {
    /// Its power over the typical power at the same distance from frequency 0.
    package var ratio: Float = 0
    /// The amplitude of the wave, in sample steps.
    package var amplitude: Float = 0
    /// Periods over the square to the right, may be negative.
    package var column = 0
    /// Periods over the square downwards.
    package var row = 0

    /// Whether it lies within a distance of a frequency or of its opposite, which are one wave.
    package func isNear(_ column: Int, _ row: Int, within distance: Int) -> Bool {
      max(abs(self.column - column), abs(self.row - row)) <= distance
        || max(abs(self.column + column), abs(self.row + row)) <= distance
    }
  }

  /// Which frequencies are looked at.
  package struct Band: Sendable {
    /// The least frequency, in periods per sample.
    package var low: Float
    /// The greatest frequency, in periods per sample.
    package var high: Float
    /// The amplitude, in sample steps, under which nothing counts: quantisation and noise.
    package var floor: Float
    /// The frequency, in periods per sample, from which peaks on the axes count as well; text,
    /// tables and edges lie on the axes below it.
    package var axisLow: Float = .infinity
    /// The side of the blocks whose harmonics are passed over: 8 for a JPEG's planes, 0 for none.
    package var blockSide: Int

    package init(low: Float, high: Float, floor: Float, blockSide: Int) {
      self.low = low
      self.high = high
      self.floor = floor
      self.blockSide = blockSide
    }
  }

  private let side: Int
  /// The frequencies of one square.
  private let count: Int
  private let kernel: FourierKernel
  private var real: [Float]
  private var imaginary: [Float]
  /// The powers of the frequencies to the right, from 0 to half the side, each with all those
  /// downwards, of the first square and then of the second.
  private var powers: [Float]
  /// The fourth roots of the powers.
  private var roots: [[Float]]
  /// For each square and ring the typical fourth root.
  private var typicalRoots: [[Float]]
  private let window: [Float]
  /// The distance from frequency 0 of each of them, rounded down.
  private let rings: [UInt8]
  private let ringCounts: [Float]
  /// The sum of the window's weights, which turns a spectral line into an amplitude.
  private let gain: Float

  /// The frequencies that a search looks at.
  package struct Mask: Sendable {
    fileprivate let places: [UInt16]
    fileprivate let floor: Float
  }

  /// Prepares for squares of a side, a power of two from 8 to 128.
  package init(side: Int) {
    precondition(side <= 128, "rings and places are stored in few bits")
    self.side = side
    kernel = FourierKernel(side: side)
    real = Array(repeating: 0, count: side * side)
    imaginary = real
    count = side * (side / 2 + 1)
    powers = Array(repeating: 0, count: 2 * count)
    roots = [Array(repeating: 0, count: count), Array(repeating: 0, count: count)]
    // Hann's window, from its Fourier series: the sine table of the kernel is not needed for it.
    let line = (0..<side).map { index -> Float in
      let place = Float(index) / Float(side)
      return Self.hann(place)
    }
    var window: [Float] = []
    window.reserveCapacity(side * side)
    for row in line { for column in line { window.append(row * column) } }
    self.window = window
    gain = line.reduce(0, +) * line.reduce(0, +)
    var rings: [UInt8] = []
    rings.reserveCapacity(side * (side / 2 + 1))
    var counts = [Float](repeating: 0, count: side)
    for column in 0...side / 2 {
      for row in 0..<side {
        let y = Float(row <= side / 2 ? row : row - side)
        let ring = Int((y * y + Float(column * column)).squareRoot())
        rings.append(UInt8(ring))
        counts[ring] += 1
      }
    }
    self.rings = rings
    ringCounts = counts
    typicalRoots = [counts, counts]
  }

  /// `sin(pi x) ^ 2`, by its polynomial on half a period; exact enough for a window.
  private static func hann(_ place: Float) -> Float {
    let x = (place <= 0.5 ? place : 1 - place) * Float.pi
    let square = x * x
    let sine = x * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
    return sine * sine
  }

  /// Transforms two squares of samples at once; what follows is asked of either.
  package mutating func load(_ first: [UInt8], _ second: [UInt8]) {
    window.withUnsafeBufferPointer { window in
      Self.fill(&real, from: first, window: window)
      Self.fill(&imaginary, from: second, window: window)
    }
    transform()
  }

  /// Puts the samples less their mean under the window.
  private static func fill(
    _ plane: inout [Float], from samples: [UInt8], window: UnsafeBufferPointer<Float>
  ) {
    var sum: UInt32 = 0
    for sample in samples { sum &+= UInt32(sample) }
    let mean = Float(sum) / Float(samples.count)
    plane.withUnsafeMutableBufferPointer { plane in
      samples.withUnsafeBufferPointer { samples in
        guard let plane = plane.baseAddress, let window = window.baseAddress,
          let base = samples.baseAddress
        else { return }
        for index in 0..<samples.count {
          plane[index] = (Float(base[index]) - mean) * window[index]
        }
      }
    }
  }

  /// Two real signals share one complex transform: the even part of the result belongs to the
  /// first, the odd part to the second.
  private mutating func transform() {
    let side = side
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        guard let real = real.baseAddress, let imaginary = imaginary.baseAddress else { return }
        kernel.transform(real: real, imaginary: imaginary)
        powers.withUnsafeMutableBufferPointer { powers in
          guard let first = powers.baseAddress else { return }
          Self.separate(real, imaginary, side: side, to: first, first + count)
        }
      }
    }
    for signal in 0...1 { weighRings(signal) }
  }

  /// The powers of both signals in the right half plane.
  private static func separate(
    _ real: UnsafePointer<Float>, _ imaginary: UnsafePointer<Float>, side: Int,
    to first: UnsafeMutablePointer<Float>, _ second: UnsafeMutablePointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * side) { mirrored in
      guard let mirrorReal = mirrored.baseAddress else { return }
      let mirrorImaginary = mirrorReal + side
      for column in 0...side / 2 {
        let start = column * side
        let mirrorStart = ((side - column) & (side - 1)) * side
        mirrorReal[0] = real[mirrorStart]
        mirrorImaginary[0] = imaginary[mirrorStart]
        for row in 1..<side {
          mirrorReal[row] = real[mirrorStart + side - row]
          mirrorImaginary[row] = imaginary[mirrorStart + side - row]
        }
        for row in 0..<side {
          let evenReal = real[start + row] + mirrorReal[row]
          let evenImaginary = imaginary[start + row] - mirrorImaginary[row]
          let oddReal = real[start + row] - mirrorReal[row]
          let oddImaginary = imaginary[start + row] + mirrorImaginary[row]
          first[start + row] =
            (evenReal * evenReal + evenImaginary * evenImaginary) * 0.25
          second[start + row] = (oddReal * oddReal + oddImaginary * oddImaginary) * 0.25
        }
      }
    }
  }

  /// The mean fourth root of each ring, which a few peaks hardly move.
  private mutating func weighRings(_ signal: Int) {
    let side = side
    let count = count
    let ringCounts = ringCounts
    powers.withUnsafeBufferPointer { power in
      roots[signal].withUnsafeMutableBufferPointer { root in
        rings.withUnsafeBufferPointer { rings in
          typicalRoots[signal].withUnsafeMutableBufferPointer { typical in
            guard let powers = power.baseAddress, let root = root.baseAddress,
              let rings = rings.baseAddress, let typical = typical.baseAddress
            else { return }
            let power = powers + signal * count
            for index in 0..<count { root[index] = power[index].squareRoot().squareRoot() }
            for ring in 0..<side { typical[ring] = 0 }
            for index in 0..<count { typical[Int(rings[index])] += root[index] }
            for ring in 0..<side { typical[ring] /= max(1, ringCounts[ring]) }
          }
        }
      }
    }
  }

  /// The amplitude, in sample steps, of one frequency of the first or second square.
  package func amplitude(of signal: Int, column: Int, row: Int) -> Float {
    power(of: signal, column: column, row: row).squareRoot() * 2 / gain
  }

  /// The complex amplitudes, up to one common factor, of a peak and the eight frequencies around it
  /// in the first or second square, row by row.
  package func waves(of signal: Int, around peak: Peak) -> [SIMD2<Float>] {
    var waves: [SIMD2<Float>] = []
    waves.reserveCapacity(9)
    for row in peak.row - 1...peak.row + 1 {
      for column in peak.column - 1...peak.column + 1 {
        let here = (column & (side - 1)) * side + (row & (side - 1))
        let mirrored = (-column & (side - 1)) * side + (-row & (side - 1))
        // The even part of the shared transform belongs to the first square, the odd part to the
        // second one.
        waves.append(
          signal == 0
            ? SIMD2(real[here] + real[mirrored], imaginary[here] - imaginary[mirrored])
            : SIMD2(imaginary[here] + imaginary[mirrored], real[mirrored] - real[here]))
      }
    }
    return waves
  }

  /// The frequencies in the right half plane that belong to a band.
  ///
  /// Low frequencies along the axes are passed over: lines of text, tables and edges lie there.
  package func mask(_ band: Band) -> Mask {
    let axisLow = band.axisLow * Float(side)
    let low = Int((band.low * Float(side)).rounded(.up))
    let high = Int(band.high * Float(side))
    let block = band.blockSide > 0 ? max(1, side / band.blockSide) : side * 2
    var places: [UInt16] = []
    for column in 0...side / 2 {
      let isColumnOnBlocks = Self.isNear(column, multipleOf: block)
      for row in 0..<side {
        let index = column * side + row
        let ring = Int(rings[index])
        guard ring >= low, ring <= high else { continue }
        let signed = row <= side / 2 ? row : row - side
        // A column of 0 holds each frequency twice. The window spreads a wave on an axis or beside
        // it over two neighbours.
        guard column > 0 || signed > 0, column >= 3 && abs(signed) >= 3 || Float(ring) >= axisLow,
          !(isColumnOnBlocks && Self.isNear(abs(signed), multipleOf: block))
        else { continue }
        places.append(UInt16(index))
      }
    }
    return Mask(places: places, floor: band.floor)
  }

  /// The peak that stands out most in the first or second square.
  package func peak(of signal: Int, in mask: Mask) -> Peak {
    var best: (ratio: Float, place: Int) = (0, 0)
    forEachRatio(of: signal, in: mask) { place, ratio in
      if ratio > best.ratio { best = (ratio, place) }
    }
    return best.ratio > 0 ? peak(of: signal, at: best.place, ratio: best.ratio) : Peak()
  }

  /// The peaks that stand out by more than a ratio in the first or second square, the clearest
  /// first, and of those nearer to each other than the window spreads a line the clearest only.
  ///
  /// - Parameter limit: how many are looked for.
  package func peaks(of signal: Int, in mask: Mask, over ratio: Float, limit: Int) -> [Peak] {
    var found: [(ratio: Float, place: Int)] = []
    forEachRatio(of: signal, in: mask) { place, value in
      if value > ratio { found.append((value, place)) }
    }
    found.sort { ($0.ratio, $1.place) > ($1.ratio, $0.place) }
    var peaks: [Peak] = []
    for candidate in found where peaks.count < limit {
      let peak = peak(of: signal, at: candidate.place, ratio: candidate.ratio)
      if !peaks.contains(where: { $0.isNear(peak.column, peak.row, within: 2) }) {
        peaks.append(peak)
      }
    }
    return peaks
  }

  /// Calls `body` with each place of a mask and the power there over what is typical.
  ///
  /// The typical power of a ring comes from its mean fourth root, which a few lines hardly move.
  private func forEachRatio(
    of signal: Int, in mask: Mask, _ body: (_ place: Int, _ ratio: Float) -> Void
  ) {
    let floorPower = floorPower(mask.floor)
    let weights = typicalRoots[signal].map { root in
      1 / (root * root * root * root / Self.typicalShare + floorPower)
    }
    powers.withUnsafeBufferPointer { powers in
      rings.withUnsafeBufferPointer { rings in
        weights.withUnsafeBufferPointer { weights in
          guard let powers = powers.baseAddress, let rings = rings.baseAddress,
            let weights = weights.baseAddress
          else { return }
          let power = powers + signal * count
          for place in mask.places {
            let index = Int(place)
            body(index, power[index] * weights[Int(rings[index])])
          }
        }
      }
    }
  }

  /// The peak at a place among the powers.
  private func peak(of signal: Int, at place: Int, ratio: Float) -> Peak {
    let column = place / side
    let row = place % side <= side / 2 ? place % side : place % side - side
    // Of a frequency and its opposite, which are one wave, the one downwards is told.
    let isUpwards = row < 0
    return Peak(
      ratio: ratio, amplitude: powers[signal * count + place].squareRoot() * 2 / gain,
      column: isUpwards ? -column : column, row: isUpwards ? -row : row)
  }

  /// Whether a peak lies on a streak that runs out from frequency 0, as every straight edge leaves
  /// one: ruled lines and boxes of a form, all in one direction. A grid's line stands alone.
  package func isOnStreak(_ peak: Peak, of signal: Int) -> Bool {
    let limit = Self.streakShare * power(of: signal, column: peak.column, row: peak.row)
    let ray = FrequencyRay(column: peak.column, row: peak.row)
    return Self.streakPlaces.allSatisfy { place in
      let (column, row) = ray.frequency(at: place)
      return (-1...1).contains { down in
        (-1...1).contains { across in
          power(of: signal, column: column + across, row: row + down) > limit
        }
      }
    }
  }

  /// Where on the way from frequency 0 to a peak the streak is looked for: outside the lobe that
  /// Hann's window gives the peak.
  private static let streakPlaces: [Float] = [0.55, 0.7]
  /// The least share of the peak's power that a streak has there; an edge's falls with the square
  /// of the frequency, so that it has more than all of it.
  private static let streakShare: Float = 0.25

  /// Whether a line stands at a half, a third and so on of a peak's frequency: the peak may be its
  /// harmonic.
  ///
  /// - Parameters:
  ///   - ratio: the line's least power over what is typical at its distance from frequency 0.
  ///   - share: the line's least power as a share of the peak's.
  package func hasLine(
    atFrequencyDividedBy divisor: Int, of peak: Peak, signal: Int, ratio: Float, share: Float
  ) -> Bool {
    let least = share * power(of: signal, column: peak.column, row: peak.row)
    let (column, row) = FrequencyRay(column: peak.column, row: peak.row)
      .frequency(at: 1 / Float(divisor))
    return (-1...1).contains { down in
      (-1...1).contains { across in
        let power = power(of: signal, column: column + across, row: row + down)
        return power > least
          && power > ratio * typicalPower(of: signal, column: column + across, row: row + down)
      }
    }
  }

  /// The typical power at the distance of a frequency from frequency 0.
  private func typicalPower(of signal: Int, column: Int, row: Int) -> Float {
    let ring = Float(column * column + row * row).squareRoot()
    let root = typicalRoots[signal][Int(ring)]
    return root * root * root * root / Self.typicalShare
  }

  /// The fourth power of the mean fourth root of exponentially distributed powers, as a share of
  /// their mean.
  private static let typicalShare: Float = 0.675

  private func power(of signal: Int, column: Int, row: Int) -> Float {
    // The left half plane mirrors the right one.
    let place = column < 0 ? (-column, -row) : (column, row)
    return powers[signal * count + place.0 * side + (place.1 & (side - 1))]
  }

  /// Adds the fourth roots of a square's powers over what is typical of their rings.
  ///
  /// - Parameter sums: one value for each frequency of the right half plane, column by column.
  package func addRoots(of signal: Int, floor: Float, to sums: inout [Float]) {
    let floorPower = floorPower(floor)
    let weights = typicalRoots[signal].map { root in
      1 / (root * root * root * root / Self.typicalShare + floorPower).squareRoot().squareRoot()
    }
    roots[signal].withUnsafeBufferPointer { root in
      rings.withUnsafeBufferPointer { rings in
        weights.withUnsafeBufferPointer { weights in
          sums.withUnsafeMutableBufferPointer { sums in
            guard let root = root.baseAddress, let rings = rings.baseAddress,
              let weights = weights.baseAddress, let base = sums.baseAddress
            else { return }
            for index in 0..<sums.count { base[index] += root[index] * weights[Int(rings[index])] }
          }
        }
      }
    }
  }

  /// The power of a wave with an amplitude of `floor` sample steps.
  private func floorPower(_ floor: Float) -> Float {
    let line = floor * gain / 2
    return line * line
  }

  /// Whether a whole number lies within one of a multiple, as Hann's window spreads a line.
  private static func isNear(_ value: Int, multipleOf step: Int) -> Bool {
    let rest = value % step
    return rest <= 1 || rest >= step - 1
  }
}
