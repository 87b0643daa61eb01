/// Sums squares of four by four samples of three planes at once.
package enum ColorCellKernel {
  /// The side of a square in samples.
  package static let side = 4
  /// Turns a square's sum into a mean.
  package static let scale = 1 / Float(side * side)
  /// The greatest sample that counts as not clipped.
  package static let greatestOpen: UInt8 = 250

  /// What a square of sixteen samples adds up to.
  package struct Cell: Sendable, Hashable {
    /// The sum of the luma samples, at most 4,080.
    package var luma: UInt16
    /// The sum of the Cb samples.
    package var blue: UInt16
    /// The sum of the Cr samples.
    package var red: UInt16
    /// Whether no luma sample is over `greatestOpen`.
    package var isOpen: Bool

    package init(luma: UInt16, blue: UInt16, red: UInt16, isOpen: Bool) {
      self.luma = luma
      self.blue = blue
      self.red = red
      self.isOpen = isOpen
    }
  }

  /// The sums of the square whose upper left samples the pointers show; rows lie `stride` apart.
  ///
  /// Two samples at a time in the halves of a word: four rows of two samples stay under 2 ^ 16.
  @inline(__always)
  package static func cell(
    luma: UnsafePointer<UInt8>, blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>, stride: Int
  ) -> Cell {
    // A sample over 250 carries into the next bit of its half once 5 is added.
    let headroom: UInt32 = (255 - UInt32(greatestOpen)) * 0x0001_0001
    var clipped: UInt32 = 0
    var lumaSum: UInt32 = 0
    for row in 0..<side {
      let word = UnsafeRawPointer(luma + row * stride).loadUnaligned(as: UInt32.self)
      let even = word & 0x00FF_00FF
      let odd = word >> 8 & 0x00FF_00FF
      clipped |= (even &+ headroom) | (odd &+ headroom)
      lumaSum &+= even &+ odd
    }
    return Cell(
      luma: folded(lumaSum), blue: sum(blue, stride: stride), red: sum(red, stride: stride),
      isOpen: clipped & 0x0100_0100 == 0)
  }

  @inline(__always)
  private static func sum(_ plane: UnsafePointer<UInt8>, stride: Int) -> UInt16 {
    var sum: UInt32 = 0
    for row in 0..<side {
      let word = UnsafeRawPointer(plane + row * stride).loadUnaligned(as: UInt32.self)
      sum &+= (word & 0x00FF_00FF) &+ (word >> 8 & 0x00FF_00FF)
    }
    return folded(sum)
  }

  @inline(__always)
  private static func folded(_ halves: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: (halves & 0xFFFF) &+ halves >> 16)
  }

  /// The same sums sample by sample.
  package static func referenceCell(
    luma: [UInt8], blue: [UInt8], red: [UInt8], first: Int, stride: Int
  ) -> Cell {
    var cell = Cell(luma: 0, blue: 0, red: 0, isOpen: true)
    for row in 0..<side {
      for column in 0..<side {
        let index = first + row * stride + column
        cell.luma += UInt16(luma[index])
        cell.blue += UInt16(blue[index])
        cell.red += UInt16(red[index])
        if luma[index] > greatestOpen { cell.isOpen = false }
      }
    }
    return cell
  }
}
