import ClearframeKernels

/// Finds edges in luma and measures how wide each is.
///
/// At every pixel where the gradient is greatest along its main axis, luma is followed both ways
/// for as long as it rises or falls (Marziliano, Dufaux, Winkler and Ebrahimi, A No-Reference
/// Perceptual Blur Metric, ICIP 2002). That gives the edge's contrast; the share of it that falls
/// on the middle gives the blur (`EdgeModel`). Unlike sums of squared derivatives, single edges
/// well above the noise do not take noise or coding artefacts for sharpness.
enum EdgeWidthScan {
  /// Which edges count.
  struct Threshold: Sendable {
    /// The least central difference over two pixels.
    var gradient: Int
    /// The least contrast.
    var contrast: Int

    /// The thresholds for luma noise of `noise` levels: 4 deviations of the central difference's
    /// half and 8 of the contrast, so that no more than one noise edge in thousands passes.
    init(noise: Double, leastGradient: Int, leastContrast: Int) {
      gradient = max(leastGradient, Int((4 * noise).rounded(.up)))
      contrast = max(leastContrast, Int((8 * noise).rounded(.up)))
    }
  }

  /// The most samples that are looked at; of a larger region every second, third ... is.
  ///
  /// 200,000 samples of a page of print still hold thousands of edges.
  static let sampleLimit = 200_000
  /// How far an edge is followed to both sides; wider ones are as blurred as can be.
  static let reach = 12
  /// The contrast above which an edge weighs no more.
  private static let fullContrast: Float = 80
  /// Blocks along the region's longer and shorter side.
  private static let blocks = (long: 4, short: 3)

  /// Measures the edges of `region` in a `width` by `height` plane of luma, those that lie in
  /// `interior` apart from the others.
  ///
  /// - Parameter isExcluded: Whether an edge at a column and row is left out; asked only where there
  ///   is one.
  static func field(
    luma: [UInt8], width: Int, height: Int, region: SampleRegion, interior: SampleRegion,
    threshold: Threshold, isExcluded: ((_ column: Int, _ row: Int) -> Bool)? = nil
  ) -> EdgeWidthField {
    let isWide = region.columns.count >= region.rows.count
    let columns = isWide ? blocks.long : blocks.short
    let rows = isWide ? blocks.short : blocks.long
    let step = max(1, (region.count + sampleLimit - 1) / sampleLimit)
    let cells = columns * rows * EdgeWidthField.directionCount
    // The interior's cells come after those of the rim.
    var weights = [Float](repeating: 0, count: 2 * cells * EdgeWidthHistogram.binCount)
    var counts = [Int32](repeating: 0, count: 2 * cells)
    var rim: [RimEdge] = []
    var places = [PlaceMoments](repeating: PlaceMoments(), count: columns * rows)
    var contrasts = [Double](repeating: 0, count: columns * rows)
    guard width > 4, height > 4, luma.count >= width * height, region.count > 0 else {
      return EdgeWidthField(
        columns: columns, rows: rows, step: step, weights: weights, counts: counts, rim: rim,
        places: places, contrasts: contrasts)
    }
    // Deviations for each share; single precision keeps the inner loop short.
    let deviations = EdgeModel.table.map { Float($0) }
    let middles = ScratchBuffer<UInt8>(count: width)
    luma.withUnsafeBufferPointer { luma in
      deviations.withUnsafeBufferPointer { deviations in
        weights.withUnsafeMutableBufferPointer { weights in
          counts.withUnsafeMutableBufferPointer { counts in
            guard let luma = luma.baseAddress,
              let leastDifference = UInt8(exactly: threshold.gradient)
            else { return }
            for row in max(2, region.firstRow)..<max(2, min(height - 2, region.rows.upperBound)) {
              let span = region.spans[row - region.firstRow].clamped(to: 2..<width - 2)
              let inside =
                interior.rows.contains(row) ? interior.spans[row - interior.firstRow] : 0..<0
              let blockRow = (row - region.firstRow) * rows / region.rows.count
              let line = luma + row * width
              EdgeMiddleKernel.mark(
                line + span.lowerBound, stride: width, count: span.count,
                leastDifference: leastDifference, to: middles.base + span.lowerBound)
              // Rows start at different columns, so that upright and level edges meet as many
              // samples as others do.
              var column = span.lowerBound + row % step
              while column < span.upperBound {
                defer { column &+= step }
                guard middles.base[column] != 0 else { continue }
                let gx = Int(line[column &+ 1]) &- Int(line[column &- 1])
                let gy = Int(line[column &+ width]) &- Int(line[column &- width])
                guard
                  let edge = edge(
                    line + column, gx: gx, gy: gy, width: width,
                    before: (column, row), after: (width - 1 - column, height - 1 - row),
                    leastContrast: threshold.contrast)
                else { continue }
                if let isExcluded, isExcluded(column, row) { continue }
                let share = edge.slope / edge.contrast
                let deviation =
                  deviations[min(EdgeModel.steps, Int(share * Float(EdgeModel.steps)))]
                  * edge.obliqueness
                let block =
                  blockRow * columns
                  + (column - region.columns.lowerBound) * columns / region.columns.count
                let direction = direction(gx, gy)
                let isInside = inside.contains(column)
                let cell =
                  block * EdgeWidthField.directionCount + direction + (isInside ? cells : 0)
                let weight = edge.slope * min(1, fullContrast / edge.contrast)
                weights[
                  cell * EdgeWidthHistogram.binCount
                    + EdgeWidthHistogram.bin(deviation: deviation)] += weight * weight
                counts[cell] &+= 1
                if isInside {
                  places[block].add(x: Double(column) + 0.5, y: Double(row) + 0.5)
                  contrasts[block] += Double(edge.contrast)
                } else {
                  rim.append(
                    RimEdge(
                      column: Int32(truncatingIfNeeded: column),
                      row: Int32(truncatingIfNeeded: row),
                      direction: UInt8(truncatingIfNeeded: direction), deviation: deviation,
                      contrast: edge.contrast, weight: weight * weight))
                }
              }
            }
          }
        }
      }
    }
    return EdgeWidthField(
      columns: columns, rows: rows, step: step, weights: weights, counts: counts, rim: rim,
      places: places, contrasts: contrasts)
  }

  /// One edge, along the axis that its gradient is nearer to.
  private struct Edge {
    /// The central difference.
    let slope: Float
    /// The change of luma over the whole edge.
    let contrast: Float
    /// The cosine of the angle between gradient and axis, which turns widths along the axis into
    /// widths across the edge.
    let obliqueness: Float
  }

  /// The edge whose middle `pixel` is, where its contrast reaches the threshold.
  @inline(__always)
  private static func edge(
    _ pixel: UnsafePointer<UInt8>, gx: Int, gy: Int, width: Int, before: (Int, Int),
    after: (Int, Int), leastContrast: Int
  ) -> Edge? {
    let alongX = abs(gx) >= abs(gy)
    let gradient = alongX ? gx : gy
    let slope = abs(gradient)
    let stride = alongX ? 1 : width
    let ahead = min(reach, alongX ? after.0 : after.1)
    let behind = min(reach, alongX ? before.0 : before.1)
    let sign = gradient > 0 ? 1 : -1
    let contrast =
      follow(pixel, stride: stride, limit: ahead, sign: sign)
      &+ follow(pixel, stride: 0 &- stride, limit: behind, sign: 0 &- sign)
    guard contrast >= leastContrast else { return nil }
    let length = Float(gx &* gx &+ gy &* gy).squareRoot()
    return Edge(
      slope: Float(slope), contrast: Float(contrast), obliqueness: Float(slope) / length)
  }

  /// How far luma rises (`sign` 1) or falls (-1) from a pixel on before it turns.
  @inline(__always)
  private static func follow(
    _ pixel: UnsafePointer<UInt8>, stride: Int, limit: Int, sign: Int
  ) -> Int {
    let start = Int(pixel[0])
    var last = start
    var offset = 0
    for _ in 0..<limit {
      offset &+= stride
      let next = Int(pixel[offset])
      guard (next &- last) &* sign > 0 else { break }
      last = next
    }
    return abs(last &- start)
  }

  /// The direction of a gradient, 0 to 7; tan(11.25 degrees) is 0.199, tan(33.75 degrees) 0.668.
  @inline(__always)
  private static func direction(_ gx: Int, _ gy: Int) -> Int {
    let x = abs(gx)
    let y = abs(gy)
    // Sums of comparisons: which of the directions it is cannot be predicted, so a branch costs more.
    let steepness =
      (1000 &* y < 199 &* x ? 0 : 1) &+ (1000 &* y < 668 &* x ? 0 : 1)
      &+ (1000 &* x < 668 &* y ? 1 : 0) &+ (1000 &* x < 199 &* y ? 1 : 0)
    return (gx > 0) == (gy > 0) ? steepness : (8 &- steepness) & 7
  }
}
