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
  private let kernel: FourierKernel
  private var real: [Float]
  private var imaginary: [Float]
  private var powers: [[Float]]
  private let window: [Float]
  private let rings: [UInt16]
  private let ringCounts: [Float]
  /// The sum of the window's weights, which turns a spectral line into an amplitude.
  private let gain: Float

  /// Prepares for squares of a side, a power of two from 8 to 256.
  package init(side: Int) {
    self.side = side
    kernel = FourierKernel(side: side)
    real = Array(repeating: 0, count: side * side)
    imaginary = real
    powers = [real, real]
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
    var rings: [UInt16] = []
    var counts = [Float](repeating: 0, count: side)
    for row in 0...side / 2 {
      for column in 0..<side {
        let x = Float(column <= side / 2 ? column : column - side)
        let ring = Int((x * x + Float(row * row)).squareRoot())
        rings.append(UInt16(ring))
        counts[ring] += 1
      }
    }
    self.rings = rings
    ringCounts = counts
  }

  /// `sin(pi x) ^ 2`, by its polynomial on half a period; exact enough for a window.
  private static func hann(_ place: Float) -> Float {
    let x = (place <= 0.5 ? place : 1 - place) * Float.pi
    let square = x * x
    let sine = x * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
    return sine * sine
  }

  /// Transforms two squares of samples at once; `powers` of both follow.
  ///
  /// Two real signals share one complex transform: the even part of the result belongs to the
  /// first, the odd part to the second.
  package mutating func load(_ first: [Float], _ second: [Float]) {
    let count = side * side
    let means = (first.reduce(0, +) / Float(count), second.reduce(0, +) / Float(count))
    for index in 0..<count {
      real[index] = (first[index] - means.0) * window[index]
      imaginary[index] = (second[index] - means.1) * window[index]
    }
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        guard let realBase = real.baseAddress, let imaginaryBase = imaginary.baseAddress
        else { return }
        kernel.transform(real: realBase, imaginary: imaginaryBase)
      }
    }
    let mask = side - 1
    for row in 0...side / 2 {
      let mirrorRow = ((side - row) & mask) * side
      for column in 0..<side {
        let index = row * side + column
        let mirror = mirrorRow + ((side - column) & mask)
        let evenReal = real[index] + real[mirror]
        let evenImaginary = imaginary[index] - imaginary[mirror]
        let oddReal = real[index] - real[mirror]
        let oddImaginary = imaginary[index] + imaginary[mirror]
        powers[0][index] = (evenReal * evenReal + evenImaginary * evenImaginary) / 4
        powers[1][index] = (oddReal * oddReal + oddImaginary * oddImaginary) / 4
      }
    }
  }

  /// The amplitude, in sample steps, of one frequency of the first or second square.
  package func amplitude(of signal: Int, column: Int, row: Int) -> Float {
    powers[signal][row * side + (column & (side - 1))].squareRoot() * 2 / gain
  }

  /// The peak that stands out most in the first or second square, in the upper half plane.
  ///
  /// Low frequencies along the axes are passed over: lines of text, tables and edges lie there. The
  /// typical power of a ring is taken from the mean fourth root, which a few peaks hardly move;
  /// for exponentially distributed powers its fourth power is 0.675 of the mean.
  package func peak(of signal: Int, in band: Band) -> Peak {
    let power = powers[signal]
    var sums = [Float](repeating: 0, count: side)
    for index in 0..<rings.count {
      sums[Int(rings[index])] += power[index].squareRoot().squareRoot()
    }
    let floorPower = band.floor * gain / 2 * (band.floor * gain / 2)
    for ring in 0..<side where ringCounts[ring] > 0 {
      let mean = sums[ring] / ringCounts[ring]
      sums[ring] = 1 / (mean * mean * mean * mean / 0.675 + floorPower)
    }
    let axisLow = band.axisLow * Float(side)
    let low = Int((band.low * Float(side)).rounded(.up))
    let high = Int(band.high * Float(side))
    let block = band.blockSide > 0 ? max(1, side / band.blockSide) : side * 2
    var best = Peak()
    for row in 0...side / 2 {
      let isRowOnBlocks = Self.isNear(row, multipleOf: block)
      for column in 0..<side {
        let index = row * side + column
        let ring = Int(rings[index])
        guard ring >= low, ring <= high else { continue }
        let ratio = power[index] * sums[ring]
        guard ratio > best.ratio else { continue }
        let signed = column <= side / 2 ? column : column - side
        // A row of 0 holds each frequency twice. The window spreads a wave on an axis or beside it
        // over two neighbours.
        guard row > 0 || signed > 0, row >= 3 && abs(signed) >= 3 || Float(ring) >= axisLow,
          !(isRowOnBlocks && Self.isNear(abs(signed), multipleOf: block))
        else { continue }
        best = Peak(
          ratio: ratio, amplitude: power[index].squareRoot() * 2 / gain, column: signed, row: row)
      }
    }
    return best
  }

  /// Whether a whole number lies within one of a multiple, as Hann's window spreads a line.
  private static func isNear(_ value: Int, multipleOf step: Int) -> Bool {
    let rest = value % step
    return rest <= 1 || rest >= step - 1
  }
}
