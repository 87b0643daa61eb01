import ClearframeKernels

/// Luma noise of the working image.
enum WorkingNoise {
  /// The side of the blocks whose noise is compared.
  private static let side = NoiseKernel.side
  /// Every fourth row is enough: 64 samples of a block.
  private static let rowStep = 4

  /// The standard deviation of luma noise in levels: Immerkaer's estimate (CVIU 64, 1996) of the
  /// fifth of the blocks where it is least, which are the flattest; 0 where no block fits.
  static func deviation(luma: [UInt8], width: Int, height: Int) -> Double {
    guard luma.count >= width * height else { return 0 }
    var sums: [Int] = []
    sums.reserveCapacity((width / side + 1) * (height / side + 1))
    luma.withUnsafeBufferPointer { luma in
      guard let luma = luma.baseAddress else { return }
      for top in stride(from: 1, to: height - side, by: side) {
        for left in stride(from: 1, to: width - side, by: side) {
          sums.append(
            NoiseKernel.sum(luma + top * width + left, stride: width, rowStep: rowStep))
        }
      }
    }
    guard !sums.isEmpty else { return 0 }
    sums.sort()
    let sum = sums[sums.count / 5]
    let samples = side * (side / rowStep)
    return (Double.pi / 2).squareRoot() / 6 * Double(sum) / Double(samples)
  }
}
