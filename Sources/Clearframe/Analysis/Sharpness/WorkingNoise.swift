/// Luma noise of the working image.
enum WorkingNoise {
  /// The side of the blocks whose noise is compared.
  private static let side = 16
  /// Every fourth row is enough: 64 samples of a block.
  private static let rowStep = 4

  /// The standard deviation of luma noise in levels: Immerkaer's estimate (CVIU 64, 1996) of the
  /// fifth of the blocks where it is least, which are the flattest; 0 where no block fits.
  static func deviation(luma: [UInt8], width: Int, height: Int) -> Double {
    guard luma.count >= width * height else { return 0 }
    var means: [Int32] = []
    means.reserveCapacity((width / side + 1) * (height / side + 1))
    luma.withUnsafeBufferPointer { luma in
      guard let luma = luma.baseAddress else { return }
      var top = 1
      while top + side < height {
        var left = 1
        while left + side < width {
          var sum: Int32 = 0
          for row in stride(from: top, to: top + side, by: rowStep) {
            let here = luma + row * width + left
            let above = here - width
            let below = here + width
            for column in 0..<side {
              func second(_ line: UnsafePointer<UInt8>) -> Int32 {
                Int32(line[column &- 1]) &+ Int32(line[column &+ 1]) &- 2 &* Int32(line[column])
              }
              let mixed = second(above) &+ second(below) &- 2 &* second(here)
              sum &+= mixed < 0 ? 0 &- mixed : mixed
            }
          }
          means.append(sum)
          left += side
        }
        top += side
      }
    }
    guard !means.isEmpty else { return 0 }
    means.sort()
    let sum = means[means.count / 5]
    let samples = side * (side / rowStep)
    return (Double.pi / 2).squareRoot() / 6 * Double(sum) / Double(samples)
  }
}
