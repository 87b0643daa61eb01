import ClearframeTestSupport

/// Random samples in rows with a stride, starting at an odd address where `offset` is odd.
struct SampleBlock {
  /// How the samples are spread.
  enum Kind: CaseIterable {
    /// Every value alike.
    case uniform
    /// Black and white alone, which drives every sum to its limit.
    case extreme
    /// White throughout.
    case white
  }

  let samples: [UInt8]
  let offset: Int
  let stride: Int

  init(columns: Int, rows: Int, stride: Int, offset: Int, kind: Kind, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    self.offset = offset
    self.stride = stride
    samples = (0..<offset + max(1, rows) * stride).map { _ in
      let sample = UInt8(truncatingIfNeeded: random.next())
      switch kind {
      case .uniform: return sample
      case .extreme: return sample < 128 ? 0 : 255
      case .white: return 255
      }
    }
  }

  /// Calls `body` with the first sample.
  func withBase<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result? {
    samples.withUnsafeBufferPointer { samples in
      samples.baseAddress.map { body($0 + offset) }
    }
  }
}
