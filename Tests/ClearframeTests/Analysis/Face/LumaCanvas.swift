import Clearframe

/// A small gray picture that tests draw on.
struct LumaCanvas {
  let width: Int
  let height: Int
  private(set) var luma: [Double]

  init(width: Int = 320, height: Int = 400, luma: Double = 245) {
    self.width = width
    self.height = height
    self.luma = Array(repeating: luma, count: width * height)
  }

  /// Draws an ellipse whose edge fades over `softness` of its radius.
  mutating func ellipse(
    x: Double, y: Double, radiusX: Double, radiusY: Double, luma value: Double, softness: Double
  ) {
    let reach = 1 + softness / 2
    let rows = Int((y - radiusY * reach).rounded(.down))...Int((y + radiusY * reach).rounded(.up))
    let columns =
      Int((x - radiusX * reach).rounded(.down))...Int((x + radiusX * reach).rounded(.up))
    for row in rows.clamped(to: 0...(height - 1)) {
      let v = (Double(row) + 0.5 - y) / radiusY
      for column in columns.clamped(to: 0...(width - 1)) {
        let u = (Double(column) + 0.5 - x) / radiusX
        let distance = (u * u + v * v).squareRoot()
        let share = min(max((1 - distance) / softness + 0.5, 0), 1)
        luma[row * width + column] += (value - luma[row * width + column]) * share
      }
    }
  }

  /// The samples, with their luma multiplied by `gain` and cut off at white.
  func samples(gain: Double = 1) -> [UInt8] {
    luma.map { UInt8(min(max($0 * gain, 0), 255)) }
  }

  /// The picture as the fused pass would leave it.
  func working(gain: Double = 1) -> WorkingImage {
    WorkingImage(
      storedSize: PixelSize(width: width, height: height), factor: 1, luma: samples(gain: gain),
      chromaBlue: [], chromaRed: [])
  }
}
