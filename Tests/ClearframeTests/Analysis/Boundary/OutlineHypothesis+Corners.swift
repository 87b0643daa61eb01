@testable import Clearframe

extension OutlineHypothesis {
  /// An outline by its corners in reduced pixels, clockwise.
  init(corners: [SIMD2<Float>]) {
    let lines = (0..<4).map { index -> EdgeLine in
      let step = corners[(index + 1) & 3] - corners[index]
      let normal = SIMD2(-step.y, step.x) / (step * step).sum().squareRoot()
      return EdgeLine(
        normalX: normal.x, normalY: normal.y, offset: (normal * corners[index]).sum())
    }
    self.init(lines: lines, corners: corners, score: 1)
  }

  /// An outline by its corners in working pixels, clockwise.
  init(_ corners: [PixelPoint], in reduced: ReducedImage) {
    let scale = 1 / Float(reduced.factor)
    self.init(corners: corners.map { SIMD2(Float($0.x), Float($0.y)) * scale })
  }
}
