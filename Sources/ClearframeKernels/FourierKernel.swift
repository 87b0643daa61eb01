#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// The two-dimensional Fourier transform of small squares, forward and without scaling.
///
/// Radix 2, decimation in time. Rows are combined as vectors of columns, so that eight transforms
/// run side by side; a transposition then does the same for the other direction.
package struct FourierKernel: ~Copyable {
  /// The side of the square: a power of two from 8 to 256.
  package let side: Int
  private let cosines: UnsafeMutablePointer<Float>
  private let sines: UnsafeMutablePointer<Float>

  /// Prepares the factors for squares of a side, a power of two from 8 to 256.
  package init(side: Int) {
    precondition((8...256).contains(side) && side & (side - 1) == 0, "a power of two from 8 to 256")
    self.side = side
    cosines = UnsafeMutablePointer.allocate(capacity: side / 2)
    sines = UnsafeMutablePointer.allocate(capacity: side / 2)
    for index in 0..<side / 2 {
      let angle = -2 * Double.pi * Double(index) / Double(side)
      cosines[index] = Float(cos(angle))
      sines[index] = Float(sin(angle))
    }
  }

  deinit {
    cosines.deallocate()
    sines.deallocate()
  }

  /// Replaces `side * side` complex samples, row by row, by their transform
  /// `sum of f(x, y) exp(-2 pi i (u x + v y) / side)` at row `u`, column `v`: turned over, because
  /// turning it back would cost a fifth of the whole.
  package func transform(
    real: UnsafeMutablePointer<Float>, imaginary: UnsafeMutablePointer<Float>
  ) {
    transformColumns(real, imaginary)
    transpose(real)
    transpose(imaginary)
    transformColumns(real, imaginary)
  }

  /// Transforms every column.
  private func transformColumns(
    _ real: UnsafeMutablePointer<Float>, _ imaginary: UnsafeMutablePointer<Float>
  ) {
    reorderRows(real)
    reorderRows(imaginary)
    var half = 1
    while half < side {
      let stride = side / (2 * half)
      var start = 0
      while start < side {
        for index in 0..<half {
          combine(
            real, imaginary, top: (start + index) * side, bottom: (start + index + half) * side,
            cosine: cosines[index * stride], sine: sines[index * stride])
        }
        start += 2 * half
      }
      half *= 2
    }
  }

  /// One butterfly on two rows.
  @inline(__always)
  private func combine(
    _ real: UnsafeMutablePointer<Float>, _ imaginary: UnsafeMutablePointer<Float>, top: Int,
    bottom: Int, cosine: Float, sine: Float
  ) {
    let c = SIMD8<Float>(repeating: cosine)
    let s = SIMD8<Float>(repeating: sine)
    var column = 0
    while column < side {
      let topReal = UnsafeMutableRawPointer(real + top + column)
      let topImaginary = UnsafeMutableRawPointer(imaginary + top + column)
      let bottomReal = UnsafeMutableRawPointer(real + bottom + column)
      let bottomImaginary = UnsafeMutableRawPointer(imaginary + bottom + column)
      let br = bottomReal.loadUnaligned(as: SIMD8<Float>.self)
      let bi = bottomImaginary.loadUnaligned(as: SIMD8<Float>.self)
      let tr = topReal.loadUnaligned(as: SIMD8<Float>.self)
      let ti = topImaginary.loadUnaligned(as: SIMD8<Float>.self)
      let turnedReal = br * c - bi * s
      let turnedImaginary = br * s + bi * c
      topReal.storeBytes(of: tr + turnedReal, as: SIMD8<Float>.self)
      topImaginary.storeBytes(of: ti + turnedImaginary, as: SIMD8<Float>.self)
      bottomReal.storeBytes(of: tr - turnedReal, as: SIMD8<Float>.self)
      bottomImaginary.storeBytes(of: ti - turnedImaginary, as: SIMD8<Float>.self)
      column += 8
    }
  }

  /// Brings the rows into the order of their reversed binary numbers.
  private func reorderRows(_ plane: UnsafeMutablePointer<Float>) {
    let bits = side.trailingZeroBitCount
    for row in 0..<side {
      var reversed = 0
      for bit in 0..<bits where row & (1 << bit) != 0 { reversed |= 1 << (bits - 1 - bit) }
      guard reversed > row else { continue }
      let first = plane + row * side
      let second = plane + reversed * side
      var column = 0
      while column < side {
        let upper = UnsafeMutableRawPointer(first + column)
        let lower = UnsafeMutableRawPointer(second + column)
        let value = upper.loadUnaligned(as: SIMD8<Float>.self)
        upper.storeBytes(of: lower.loadUnaligned(as: SIMD8<Float>.self), as: SIMD8<Float>.self)
        lower.storeBytes(of: value, as: SIMD8<Float>.self)
        column += 8
      }
    }
  }

  /// In blocks, so that both places of a swap stay in cache.
  private func transpose(_ plane: UnsafeMutablePointer<Float>) {
    let block = 8
    var top = 0
    while top < side {
      var left = top
      while left < side {
        for row in top..<top + block {
          for column in max(left, row + 1)..<max(left + block, row + 1) {
            let value = plane[row * side + column]
            plane[row * side + column] = plane[column * side + row]
            plane[column * side + row] = value
          }
        }
        left += block
      }
      top += block
    }
  }
}
