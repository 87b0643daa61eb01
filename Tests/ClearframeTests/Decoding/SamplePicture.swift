import ClearframeTestSupport

/// Makes interleaved samples with gradients, edges and noise, so that no block is trivial.
enum SamplePicture {
  static func make(width: Int, height: Int, channels: Int, seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var samples: [UInt8] = []
    samples.reserveCapacity(width * height * channels)
    for y in 0..<height {
      for x in 0..<width {
        for channel in 0..<channels {
          let ramp = (x * (channel + 2) + y * (5 - channel)) / 2
          let edge = (x / 11 + y / 7) % 2 == 0 ? 40 : 0
          let noise = Int(generator.next() & 15)
          samples.append(UInt8(truncatingIfNeeded: min(255, ramp % 200 + edge + noise)))
        }
      }
    }
    return samples
  }
}
