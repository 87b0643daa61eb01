/// The numbers of a network's layers, read one after another from the bytes they are kept in.
///
/// Each layer has, for every output, the scale of its weights and its bias, as 32-bit numbers with
/// the lowest byte first; then its weights as signed bytes, a row of all outputs for each input.
struct NetworkWeights {
  /// A layer's numbers.
  struct Layer: Sendable {
    /// A row of all outputs for each input.
    let weights: [Float]
    /// One for each output.
    let bias: [Float]
    /// The number of outputs.
    var outputs: Int { bias.count }
    /// The number of inputs.
    var inputs: Int { weights.count / bias.count }
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all bytes have been read.
  var isAtEnd: Bool { position == bytes.count }

  /// The next layer. The bytes are part of the library, so that a lack of them is the programmer's
  /// mistake.
  mutating func layer(inputs: Int, outputs: Int) -> Layer {
    let scales = numbers(outputs)
    let bias = numbers(outputs)
    let count = inputs * outputs
    precondition(position + count <= bytes.count, "the network's weights are too few")
    let weights = (0..<count).map { index in
      Float(Int8(bitPattern: bytes[position + index])) * scales[index % outputs]
    }
    position += count
    return Layer(weights: weights, bias: bias)
  }

  /// The next numbers that belong to no layer.
  mutating func numbers(_ count: Int) -> [Float] {
    precondition(position + 4 * count <= bytes.count, "the network's weights are too few")
    let start = position
    position += 4 * count
    return (0..<count).map { index in
      var pattern: UInt32 = 0
      for place in (0..<4).reversed() {
        pattern = pattern << 8 | UInt32(bytes[start + 4 * index + place])
      }
      return Float(bitPattern: pattern)
    }
  }
}
