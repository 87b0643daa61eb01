import ClearframeKernels

/// The gradient of each pixel of several planes of one size, in the plane that answers most.
struct GradientField {
  private let width: Int
  private let height: Int
  /// The horizontal parts, in levels per pixel, row by row; 0 in the outermost rows and columns.
  private var horizontal: [Float]
  /// The vertical parts.
  private var vertical: [Float]
  /// The squared lengths.
  private var energy: [Float]

  /// A field of zeros.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    horizontal = [Float](repeating: 0, count: width * height)
    // Not copies of one array: they would share memory that the first change has to copy.
    vertical = [Float](repeating: 0, count: width * height)
    energy = [Float](repeating: 0, count: width * height)
  }

  /// Takes the gradients of `plane`, times `weight`, where they are the largest so far.
  mutating func add(_ plane: [Float], weight: Float) {
    guard width > 2, height > 2, plane.count >= width * height else { return }
    plane.withUnsafeBufferPointer { plane in
      horizontal.withUnsafeMutableBufferPointer { horizontal in
        vertical.withUnsafeMutableBufferPointer { vertical in
          energy.withUnsafeMutableBufferPointer { energy in
            guard let plane = plane.baseAddress, let horizontal = horizontal.baseAddress,
              let vertical = vertical.baseAddress, let energy = energy.baseAddress
            else { return }
            for row in 1..<(height - 1) {
              let first = row * width + 1
              GradientKernel.keepLargest(
                of: plane + first, stride: width, count: width - 2, weight: weight,
                horizontal: horizontal + first, vertical: vertical + first,
                energy: energy + first)
            }
          }
        }
      }
    }
  }

  /// The parts of the gradients and their lengths, in the field's own memory.
  consuming func parts() -> (horizontal: [Float], vertical: [Float], magnitude: [Float]) {
    energy.withUnsafeMutableBufferPointer { energy in
      for index in energy.indices { energy[index] = energy[index].squareRoot() }
    }
    return (horizontal, vertical, energy)
  }
}
