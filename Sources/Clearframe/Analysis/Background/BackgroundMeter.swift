/// Measures the background that a map tells apart.
package struct BackgroundMeter: Sendable {
  private let image: LabImage
  private let map: BackgroundMap
  private let pictureSize: PixelSize
  /// The share of the person's outline that is lost in a burnt wall; 0 where a fifth or
  /// less of what is measured is clipped.
  private var lostOutlineShare = 0.0
  /// For each pixel, whether it is measured.
  private var isMeasured: [Bool]

  /// Half the side of the window that texture is told from light by.
  private static let textureReach = 2
  /// How far a burnt wall's light spreads around what stands before it, in half widths of the head,
  /// and at most, in percent of the picture's width.
  private static let bloomReach: Float = 0.3
  private static let largestBloomReach = 6
  /// The clipped share of what is measured from which on an outline can be lost in it.
  private static let leastClipped = 0.2
  /// The share of the outline up to which a person is told from a burnt wall.
  private static let mostLost = 0.12
  /// Luma from which a pixel counts as clipped, as in `TileStatistics`.
  static let clippedLuma: Float = 250

  package init(_ image: LabImage, pictureSize: PixelSize) {
    self.image = image
    self.pictureSize = pictureSize
    map = BackgroundMap(image)
    isMeasured = Array(repeating: false, count: image.width * image.height)
    chooseMeasured()
  }

  private var isBusy: Bool { map.reachedRim < 0.8 }

  /// The numbers, or why there are none.
  package var finding: BackgroundFinding {
    guard image.width >= 16, image.height >= 16 else {
      return .notSeparable(reason: "The picture is too small to tell person and background apart.")
    }
    let count = isMeasured.count { $0 }
    let total = Double(image.width * image.height)
    guard map.personCount > 0, Double(map.personCount) / total > (map.isBurnt ? 0.004 : 0.04) else {
      return .notSeparable(reason: "No person stands out from the background.")
    }
    guard count >= image.width * image.height / 100 else {
      return .notSeparable(reason: "Hardly any background shows beside the person.")
    }
    var result = BackgroundMeasurement()
    result.isBusy = isBusy
    result.areaShare = Double(count) / total
    result.person = person
    measureColors(&result, count: count)
    result.texture = texture()
    measureAreas(&result, count: count)
    result.lostOutlineShare = lostOutlineShare
    return .measured(result)
  }

  /// The head, the collar and the shoulders, by the head's width: from just above the hair, twice as
  /// wide as the head and half as high again.
  private var person: PixelRegion? {
    let half = Int(map.headHalfWidth.rounded())
    let left = max(0, map.middle - 2 * half)
    let right = min(image.width, map.middle + 2 * half + 1)
    let top = max(0, map.crown - half / 8)
    let bottom = min(image.height, map.crown + 4 * half)
    guard half > 0, right > left, bottom > top else { return nil }
    return PixelRegion(
      x: left * image.stride, y: top * image.stride, width: (right - left) * image.stride,
      height: (bottom - top) * image.stride)
  }

  /// Takes what is not the person and stays two pixels clear of them, where the lens mixes both.
  private mutating func chooseMeasured() {
    let width = image.width
    let height = image.height
    guard width >= 16, height >= 16 else { return }
    for row in 0..<height {
      for column in 0..<width {
        let index = row * width + column
        let label = map.labels[index]
        // A person hardly ever covers the rim: what comes in from the picture's edge counts, even
        // where it runs on into the person; but the person's own hair does not.
        if row < height / 2, map.isRim(column: column, row: row),
          label != .person
            || !map.isHairSide(column) && (isBusy || map.hangsOnEdge(column: column, row: row))
        {
          isMeasured[index] = true
          continue
        }
        if isBusy {
          isMeasured[index] = label == .wall || label == .thing || label == .shadow
          continue
        }
        guard label != .person, label != .doubtful else { continue }
        // A burnt wall leaves strands and ears standing alone.
        if label == .thing, map.isBurnt, Float(abs(column - map.middle)) < 1.7 * map.headHalfWidth {
          continue
        }
        if label == .unknown, row > map.shoulderRow { continue }
        isMeasured[index] =
          (column < 2 || map.labels[index - 2] != .person)
          && (column >= width - 2 || map.labels[index + 2] != .person)
          && (row < 2 || map.labels[index - 2 * width] != .person)
          && (row >= height - 2 || map.labels[index + 2 * width] != .person)
      }
    }
    let measured = isMeasured.indices.filter { isMeasured[$0] }
    let clippedCount = measured.count { image.luma[$0] >= Self.clippedLuma }
    if Double(clippedCount) > Self.leastClipped * Double(measured.count) {
      lostOutlineShare = VisibleOutline(image, map: map).lostShare
    }
    guard !isBusy else { return }
    if lostOutlineShare > Self.mostLost {
      leaveInside()
    } else if map.isBurnt {
      leaveBloom()
    }
  }

  /// Leaves out all but the picture's rim: where much of the outline is lost, nobody can tell the
  /// person from what is behind.
  private mutating func leaveInside() {
    for index in isMeasured.indices where isMeasured[index] {
      isMeasured[index] = map.isRim(column: index % image.width, row: index / image.width)
    }
  }

  /// Leaves out what lies inside a person whose outline burnt light has eaten, and the halo that it
  /// spreads around hair and shoulders.
  private mutating func leaveBloom() {
    let width = image.width
    let height = image.height
    let reach = min(
      Int((map.headHalfWidth * Self.bloomReach).rounded()), width * Self.largestBloomReach / 100)
    var isNear = [Bool](repeating: false, count: width * height)
    for row in 0..<height {
      if row >= map.crown {
        let (left, right) = map.span(row: row)
        for column in left...right { isNear[row * width + column] = true }
      }
      for column in 0..<width where map.labels[row * width + column] == .person {
        isNear[row * width + column] = true
      }
    }
    // A square window, one direction after the other.
    var isNearInRow = isNear
    for row in 0..<height {
      for column in 0..<width where isNear[row * width + column] {
        for x in max(0, column - reach)...min(width - 1, column + reach) {
          isNearInRow[row * width + x] = true
        }
      }
    }
    for row in 0..<height {
      for column in 0..<width where isNearInRow[row * width + column] {
        for y in max(0, row - reach)...min(height - 1, row + reach) {
          isMeasured[y * width + column] = false
        }
      }
    }
  }

  // MARK: Colour

  /// Colours added up.
  private struct ColorSum {
    var count = 0
    var l: Float = 0
    var a: Float = 0
    var b: Float = 0

    mutating func add(_ other: ColorSum) {
      count += other.count
      l += other.l
      a += other.a
      b += other.b
    }
  }

  private func measureColors(_ result: inout BackgroundMeasurement, count: Int) {
    var lightness = [Int](repeating: 0, count: 1_001)
    var redness = [Int](repeating: 0, count: 513)
    var yellowness = redness
    // Cells of 3 units: 34 by 86 by 86 would be too many to hold, so they are hashed by need; a
    // wall keeps to one cell for long runs, which are added up before they are hashed.
    var cells: [Int: ColorSum] = [:]
    var run = ColorSum()
    var runKey = -1
    for index in isMeasured.indices where isMeasured[index] {
      let color = image[index]
      lightness[Int(min(1_000, max(0, color.lightness * 10)))] += 1
      redness[Int(min(512, max(0, color.a * 2 + 256)))] += 1
      yellowness[Int(min(512, max(0, color.b * 2 + 256)))] += 1
      let key =
        (Int(color.lightness / 3) * 128 + Int((color.a + 150) / 3)) * 128
        + Int((color.b + 150) / 3)
      if key != runKey {
        if run.count > 0 { cells[runKey, default: ColorSum()].add(run) }
        run = ColorSum()
        runKey = key
      }
      run.add(ColorSum(count: 1, l: color.lightness, a: color.a, b: color.b))
    }
    if run.count > 0 { cells[runKey, default: ColorSum()].add(run) }
    func percentile(_ bins: [Int], _ share: Double) -> Float {
      var rest = Int(share * Double(count))
      for (bin, number) in bins.enumerated() {
        rest -= number
        if rest < 0 { return Float(bin) }
      }
      return Float(bins.count - 1)
    }
    result.color = LabColor(
      lightness: percentile(lightness, 0.5) / 10, a: (percentile(redness, 0.5) - 256) / 2,
      b: (percentile(yellowness, 0.5) - 256) / 2)
    result.spread = Double(percentile(lightness, 0.95) - percentile(lightness, 0.05)) / 10
    result.colors = cells.sorted { $0.key < $1.key }.map { _, cell in
      let n = Float(cell.count)
      return BackgroundMeasurement.ColorShare(
        color: LabColor(lightness: cell.l / n, a: cell.a / n, b: cell.b / n),
        share: Double(cell.count) / Double(max(1, count)))
    }
  }

  /// The root mean square of lightness less the mean of its window, where the whole window is
  /// measured.
  private func texture() -> Double {
    let width = image.width
    let height = image.height
    let reach = Self.textureReach
    let side = 2 * reach + 1
    let area = Float(side * side)
    var sums = [Float](repeating: 0, count: width)
    var members = [Int](repeating: 0, count: width)
    var total: Double = 0
    var count = 0
    for row in 0..<height {
      let base = row * width
      for column in 0..<width where isMeasured[base + column] {
        sums[column] += image.lightness[base + column]
        members[column] += 1
      }
      if row >= side {
        let old = (row - side) * width
        for column in 0..<width where isMeasured[old + column] {
          sums[column] -= image.lightness[old + column]
          members[column] -= 1
        }
      }
      guard row >= side - 1 else { continue }
      let center = (row - reach) * width
      var sum: Float = 0
      var inside = 0
      for column in 0..<width {
        sum += sums[column]
        inside += members[column]
        if column >= side {
          sum -= sums[column - side]
          inside -= members[column - side]
        }
        guard column >= side - 1, inside == side * side else { continue }
        let difference = image.lightness[center + column - reach] - sum / area
        total += Double(difference * difference)
        count += 1
      }
    }
    return count > 0 ? (total / Double(count)).squareRoot() : 0
  }

  // MARK: Areas

  private func measureAreas(_ result: inout BackgroundMeasurement, count: Int) {
    var things = 0
    var shadows = 0
    var foreign = 0
    var clipped = 0
    var isOdd = [Bool](repeating: false, count: isMeasured.count)
    for index in isMeasured.indices where isMeasured[index] {
      let label = map.labels[index]
      if label == .thing { things += 1 }
      if label == .shadow { shadows += 1 }
      if image.luma[index] >= Self.clippedLuma { clipped += 1 }
      let difference = image[index].difference(to: result.color)
      // Pieces of the wall beyond an outline are the wall; they must look different as well. What an
      // outline joins to the person and is measured, such as the joints of tiles, is behind.
      let isApart = label == .thing || label == .shadow
      isOdd[index] =
        difference > 12 || difference > 6 && isApart || difference > 3 && label == .person
      if isOdd[index] { foreign += 1 }
    }
    let whole = Double(max(1, count))
    result.thingShare = Double(things) / whole
    result.shadowShare = Double(shadows) / whole
    result.foreignShare = Double(foreign) / whole
    result.clippedShare = Double(clipped) / whole
    result.regions = regions(of: isOdd, smallest: max(20, count / 200))
  }

  /// The bounding boxes of the five largest pieces.
  private func regions(of isOdd: [Bool], smallest: Int) -> [PixelRegion] {
    let width = image.width
    let height = image.height
    var isOpen = isOdd
    var fill = FloodFill(width: width, height: height)
    var found: [(count: Int, region: PixelRegion)] = []
    for start in isOpen.indices where isOpen[start] {
      isOpen[start] = false
      var count = 0
      var (left, right, top, bottom) = (width, 0, height, 0)
      func take(_ index: Int) -> Bool {
        guard isOpen[index] else { return false }
        isOpen[index] = false
        return true
      }
      fill.fill(from: start, taking: take) { _, column, row in
        count += 1
        left = min(left, column)
        right = max(right, column)
        top = min(top, row)
        bottom = max(bottom, row)
      }
      guard count >= smallest else { continue }
      let x = left * image.stride
      let y = top * image.stride
      found.append(
        (
          count,
          PixelRegion(
            x: x, y: y,
            width: max(0, min(pictureSize.width, (right + 1) * image.stride) - x),
            height: max(0, min(pictureSize.height, (bottom + 1) * image.stride) - y))
        ))
    }
    return found.sorted { $0.count > $1.count }.prefix(5).map(\.region)
  }
}
