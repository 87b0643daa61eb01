import Clearframe
import ClearframeTestSupport

/// A page of random strokes, as sharp or blurred as a test wants it.
struct PrintedPage {
  let width: Int
  let height: Int
  /// Luma, row by row, unrounded.
  var luma: [Double]

  /// A blank page.
  init(width: Int, height: Int, paper: Double = 210) {
    self.width = width
    self.height = height
    luma = Array(repeating: paper, count: width * height)
  }

  /// A page of print: strokes of ink in eight directions, with edges between pixels.
  static func print(
    width: Int = 320, height: Int = 240, paper: Double = 210, ink: Double = 40,
    thickness: Double = 6, seed: UInt64 = 1
  ) -> PrintedPage {
    var page = PrintedPage(width: width, height: height, paper: paper)
    var random = SeededGenerator(seed: seed)
    func unit() -> Double { Double(random.next() % 10_000) / 10_000 }
    let directions = (0..<8).map { unitVector(22.5 * Double($0)) }
    for y in stride(from: 20, to: height - 20, by: 26) {
      for x in stride(from: 20, to: width - 20, by: 24) {
        let direction = directions[Int(random.next() % 8)]
        page.addStroke(
          x: Double(x) + unit(), y: Double(y) + unit(), direction: direction,
          length: 12 + 5 * unit(), thickness: thickness * (1 + unit() / 2), ink: ink)
      }
    }
    return page
  }

  /// Draws a bar; its rim is one pixel wide, as a lens would leave it.
  private mutating func addStroke(
    x: Double, y: Double, direction: (x: Double, y: Double), length: Double, thickness: Double,
    ink: Double
  ) {
    for row in max(0, Int(y) - 12)..<min(height, Int(y) + 13) {
      for column in max(0, Int(x) - 12)..<min(width, Int(x) + 13) {
        let dx = Double(column) - x
        let dy = Double(row) - y
        let along = abs(dx * direction.x + dy * direction.y) - length / 2
        let across = abs(dy * direction.x - dx * direction.y) - thickness / 2
        let cover = min(1, max(0, 0.5 - max(along, across)))
        luma[row * width + column] += cover * (ink - luma[row * width + column])
      }
    }
  }

  /// The page under a Gaussian point spread.
  func blurred(_ deviation: Double) -> PrintedPage {
    guard deviation > 0 else { return self }
    let reach = Int((3.5 * deviation).rounded(.up))
    let weights = (-reach...reach).map { gaussian(Double($0) / deviation) }
    let total = weights.reduce(0, +)
    func pass(_ source: [Double], _ dx: Int, _ dy: Int) -> [Double] {
      var result = [Double](repeating: 0, count: source.count)
      for (index, weight) in weights.enumerated() {
        add(source, dx: dx * (index - reach), dy: dy * (index - reach), weight / total, &result)
      }
      return result
    }
    var page = self
    page.luma = pass(pass(luma, 1, 0), 0, 1)
    return page
  }

  /// The page moved `length` pixels along a direction while it was exposed.
  func moved(_ length: Double, _ direction: (x: Double, y: Double)) -> PrintedPage {
    var page = self
    page.luma = Array(repeating: 0, count: luma.count)
    let steps = Int(length * 2)
    for step in 0...steps {
      let offset = (Double(step) / Double(steps) - 0.5) * length
      let x = offset * direction.x
      let y = offset * direction.y
      let left = Int(x.rounded(.down))
      let top = Int(y.rounded(.down))
      let a = x - Double(left)
      let b = y - Double(top)
      let share = 1 / Double(steps + 1)
      add(luma, dx: left, dy: top, share * (1 - a) * (1 - b), &page.luma)
      add(luma, dx: left + 1, dy: top, share * a * (1 - b), &page.luma)
      add(luma, dx: left, dy: top + 1, share * (1 - a) * b, &page.luma)
      add(luma, dx: left + 1, dy: top + 1, share * a * b, &page.luma)
    }
    return page
  }

  /// Adds a copy of `source` that is moved by whole pixels; its border is continued outwards.
  private func add(
    _ source: [Double], dx: Int, dy: Int, _ weight: Double, _ sums: inout [Double]
  ) {
    guard weight != 0 else { return }
    let width = width
    let height = height
    source.withUnsafeBufferPointer { source in
      sums.withUnsafeMutableBufferPointer { sums in
        var row = 0
        while row < height {
          let line = min(height - 1, max(0, row + dy)) * width
          var column = 0
          while column < width {
            sums[row * width + column] +=
              weight * source[line + min(width - 1, max(0, column + dx))]
            column += 1
          }
          row += 1
        }
      }
    }
  }

  /// The page with its right part taken from another, in a soft transition.
  func passing(into other: PrintedPage, from first: Double, to last: Double) -> PrintedPage {
    var page = self
    for index in luma.indices {
      let x = Double(index % width) / Double(width)
      let share = min(1, max(0, (x - first) / (last - first)))
      page.luma[index] += share * (other.luma[index] - luma[index])
    }
    return page
  }

  /// The page with everything outside a rectangle replaced, in a transition of `softness` pixels.
  func framed(
    columns: Range<Int>, rows: Range<Int>, by surroundings: Double, softness: Double
  ) -> PrintedPage {
    var page = self
    for index in luma.indices {
      let x = Double(index % width) + 0.5
      let y = Double(index / width) + 0.5
      let outside = max(
        Double(columns.lowerBound) - x, x - Double(columns.upperBound),
        Double(rows.lowerBound) - y, y - Double(rows.upperBound))
      let share = min(1, max(0, 0.5 + outside / softness))
      page.luma[index] += share * (surroundings - page.luma[index])
    }
    return page
  }

  /// The page with other contrast.
  func mapped(_ change: (Double) -> Double) -> PrintedPage {
    var page = self
    page.luma = luma.map(change)
    return page
  }

  /// The page with noise, of which `smoothing` 1 makes neighbours alike, as demosaicing does.
  func noisy(_ deviation: Double, smoothing: Bool = false, seed: UInt64 = 7) -> PrintedPage {
    var random = SeededGenerator(seed: seed)
    var field = PrintedPage(width: width, height: height, paper: 0)
    for index in field.luma.indices {
      // Four uniform values: variance 4 / 12.
      let sum = (0..<4).reduce(0.0) { total, _ in total + Double(random.next() % 65_536) / 65_536 }
      field.luma[index] = (sum - 2) * 1.732 * deviation * (smoothing ? 2.2 : 1)
    }
    if smoothing { field = field.blurred(0.7) }
    var page = self
    for index in luma.indices { page.luma[index] += field.luma[index] }
    return page
  }

  /// What the fused pass leaves of the page, as a gray picture.
  var analysis: PictureAnalysis {
    let bytes = luma.map { UInt8(min(255, max(0, $0.rounded()))) }
    var pass = FusedPass(
      storedSize: PixelSize(width: width, height: height), hasChroma: false)
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      pass.consume(
        PlanarBand(
          firstRow: 0, rowCount: height, width: width, luma: base, lumaStride: width, chroma: nil))
    }
    return pass.finish()
  }

  /// The sharpness of the whole page.
  var sharpness: Sharpness {
    Sharpness(
      analysis: analysis,
      area: DocumentArea(.noEvidence, storedSize: PixelSize(width: width, height: height)))
  }
}
