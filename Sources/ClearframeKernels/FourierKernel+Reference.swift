#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

extension FourierKernel {
  /// The same transform straight from its definition, one direction after the other.
  package static func referenceTransform(
    real: [Float], imaginary: [Float], side: Int
  ) -> (real: [Double], imaginary: [Double]) {
    var values = (real: real.map { Double($0) }, imaginary: imaginary.map { Double($0) })
    for isVertical in [false, true] {
      var result = values
      for line in 0..<side {
        for frequency in 0..<side {
          var sum = (real: 0.0, imaginary: 0.0)
          for place in 0..<side {
            let index = isVertical ? place * side + line : line * side + place
            let angle = -2 * Double.pi * Double(frequency * place % side) / Double(side)
            sum.real += values.real[index] * cos(angle) - values.imaginary[index] * sin(angle)
            sum.imaginary += values.real[index] * sin(angle) + values.imaginary[index] * cos(angle)
          }
          let index = isVertical ? frequency * side + line : line * side + frequency
          result.real[index] = sum.real
          result.imaginary[index] = sum.imaginary
        }
      }
      values = result
    }
    return values
  }
}
