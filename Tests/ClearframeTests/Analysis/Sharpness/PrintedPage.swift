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

  /// A page of print: strokes of ink, level, upright and slanting both ways, with edges between
  /// pixels.
  static func print(
    width: Int = 640, height: Int = 480, paper: Double = 210, ink: Double = 40, seed: UInt64 = 1
  ) -> PrintedPage {
    var page = PrintedPage(width: width, height: height, paper: paper)
    var random = SeededGenerator(seed: seed)
    func unit() -> Double { Double(random.next() % 10_000) / 10_000 }
    let directions: [(Double, Double)] = [(1, 0), (0, 1), (0.7, 0.7), (0.7, -0.7)]
    for y in stride(from: 20, to: height - 20, by: 28) {
      for x in stride(from: 20, to: width - 20, by: 22) {
        let direction = directions[Int(random.next() % 4)]
        page.addStroke(
          x: Double(x) + unit(), y: Double(y) + unit(), direction: direction,
          length: 8 + 5 * unit(), thickness: 3 + 2 * unit(), ink: ink)
      }
    }
    return page
  }

  /// Draws a bar; its rim is one pixel wide, as a lens would leave it.
  private mutating func addStroke(
    x: Double, y: Double, direction: (Double, Double), length: Double, thickness: Double,
    ink: Double
  ) {
    for row in max(0, Int(y) - 12)..<min(height, Int(y) + 13) {
      for column in max(0, Int(x) - 12)..<min(width, Int(x) + 13) {
        let dx = Double(column) - x
        let dy = Double(row) - y
        let along = abs(dx * direction.0 + dy * direction.1) - length / 2
        let across = abs(dy * direction.0 - dx * direction.1) - thickness / 2
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
      var result = source
      for row in 0..<height {
        for column in 0..<width {
          var sum = 0.0
          for (index, weight) in weights.enumerated() {
            let offset = index - reach
            let x = min(width - 1, max(0, column + dx * offset))
            let y = min(height - 1, max(0, row + dy * offset))
            sum += weight * source[y * width + x]
          }
          result[row * width + column] = sum / total
        }
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
    let steps = Int(length * 2)
    for row in 0..<height {
      for column in 0..<width {
        var sum = 0.0
        for step in 0...steps {
          let offset = (Double(step) / Double(steps) - 0.5) * length
          sum += value(Double(column) + offset * direction.x, Double(row) + offset * direction.y)
        }
        page.luma[row * width + column] = sum / Double(steps + 1)
      }
    }
    return page
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

  private func value(_ x: Double, _ y: Double) -> Double {
    let column = min(Double(width - 1), max(0, x))
    let row = min(Double(height - 1), max(0, y))
    let left = min(width - 2, Int(column))
    let top = min(height - 2, Int(row))
    let a = column - Double(left)
    let b = row - Double(top)
    let index = top * width + left
    return (luma[index] * (1 - a) + luma[index + 1] * a) * (1 - b)
      + (luma[index + width] * (1 - a) + luma[index + width + 1] * a) * b
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
