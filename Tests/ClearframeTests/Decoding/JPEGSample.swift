import CTestCodecs
import Clearframe

/// A JPEG made for a test, with the header that describes it.
struct JPEGSample {
  var bytes: [UInt8]
  var header: ImageHeader

  /// Encodes a sample picture; `sampling` holds the factors of each component.
  init?(
    width: Int, height: Int, input: ctest_space, stored: ctest_space, quality: Int = 90,
    progressiveScans: Int = 0, hasScanPerComponent: Bool = false, isArithmetic: Bool = false,
    restartInterval: Int = 0, sampling: [(Int, Int)] = [], seed: UInt64 = 1
  ) {
    let channels = JPEGSample.channels(input)
    let samples = SamplePicture.make(width: width, height: height, channels: channels, seed: seed)
    var options = ctest_jpeg_options()
    options.width = Int32(width)
    options.height = Int32(height)
    options.input = input
    options.stored = stored
    options.quality = Int32(quality)
    options.progressive_scans = Int32(progressiveScans)
    options.is_scan_per_component = hasScanPerComponent ? 1 : 0
    options.is_arithmetic = isArithmetic ? 1 : 0
    options.restart_interval = Int32(restartInterval)
    withUnsafeMutableBytes(of: &options.horizontal) { raw in
      for (index, factors) in sampling.enumerated() {
        raw.storeBytes(of: Int32(factors.0), toByteOffset: 4 * index, as: Int32.self)
      }
    }
    withUnsafeMutableBytes(of: &options.vertical) { raw in
      for (index, factors) in sampling.enumerated() {
        raw.storeBytes(of: Int32(factors.1), toByteOffset: 4 * index, as: Int32.self)
      }
    }
    var length = 0
    guard let encoded = ctest_encode_jpeg(&options, samples, &length) else { return nil }
    defer { ctest_release(encoded) }
    bytes = Array(UnsafeBufferPointer(start: encoded, count: length))
    var facts = JPEGFacts()
    facts.process =
      isArithmetic ? .arithmetic : progressiveScans > 0 ? .progressive : .baseline
    let defaults = [(2, 2), (1, 1), (1, 1), (2, 2)]
    for component in 0..<JPEGSample.channels(stored) {
      var factors = stored == CTEST_YCBCR || stored == CTEST_YCCK ? defaults[component] : (1, 1)
      if component < sampling.count { factors = sampling[component] }
      facts.components.append(
        .init(
          identifier: UInt8(component + 1), horizontalSampling: factors.0,
          verticalSampling: factors.1, quantizationTable: 0))
    }
    facts.scanCount =
      progressiveScans > 0 ? progressiveScans : hasScanPerComponent ? facts.components.count : 1
    header = ImageHeader(format: .jpeg, byteCount: length)
    header.storedSize = PixelSize(width: width, height: height)
    header.jpeg = facts
  }

  static func channels(_ space: ctest_space) -> Int {
    switch space {
    case CTEST_GRAY: 1
    case CTEST_RGB, CTEST_YCBCR: 3
    default: 4
    }
  }

  /// The whole picture as libjpeg decodes it, interleaved in `space`.
  func reference(_ space: ctest_space) -> [UInt8]? {
    var width: Int32 = 0
    var height: Int32 = 0
    guard let samples = ctest_decode_jpeg(bytes, bytes.count, space, &width, &height) else {
      return nil
    }
    defer { ctest_release(samples) }
    let count = Int(width) * Int(height) * JPEGSample.channels(space)
    return Array(UnsafeBufferPointer(start: samples, count: count))
  }
}
