internal import CFixtureCodecs
internal import Foundation

/// Encodes pictures as JPEG of any kind that libjpeg can write.
public struct JPEGEncoder: Sendable {
  /// How the file stores its samples.
  public enum Color: Sendable, Hashable, CaseIterable {
    /// One component.
    case gray
    /// Three components by JFIF's transform.
    case yCbCr
    /// Red, green and blue as they are, with an Adobe marker that says so.
    case rgb
    /// Four components as they are; Adobe's convention stores ink inverted.
    case cmyk
    /// Four components, the first three transformed.
    case ycck
  }

  /// The sampling factors of one component.
  public struct Sampling: Sendable, Hashable {
    /// Samples across in one MCU, 1 to 4.
    public var horizontal: Int
    /// Samples down in one MCU, 1 to 4.
    public var vertical: Int

    /// Makes factors from both directions.
    public init(_ horizontal: Int, _ vertical: Int) {
      self.horizontal = horizontal
      self.vertical = vertical
    }
  }

  /// One scan of a progressive or multi-scan file.
  public struct Scan: Sendable, Hashable {
    /// The components in the scan, by their index in the frame.
    public var components: [Int]
    /// The first and last coefficient in zigzag order, 0 to 63.
    public var spectrum: ClosedRange<Int>
    /// The bit position of the preceding scan of these coefficients; 0 for a first scan.
    public var high: Int
    /// The bit position of this scan.
    public var low: Int

    /// Makes a scan from its header fields.
    public init(_ components: [Int], spectrum: ClosedRange<Int>, high: Int = 0, low: Int = 0) {
      self.components = components
      self.spectrum = spectrum
      self.high = high
      self.low = low
    }
  }

  /// An application or comment segment.
  public struct Segment: Sendable, Hashable {
    /// The second byte of the marker: 0xE0 to 0xEF or 0xFE.
    public var marker: UInt8
    /// What the segment holds after its length field, at most 65,533 bytes.
    public var bytes: [UInt8]

    /// Makes a segment from marker and payload.
    public init(_ marker: UInt8, _ bytes: [UInt8]) {
      self.marker = marker
      self.bytes = bytes
    }
  }

  /// How the file stores its samples.
  public var color: Color = .yCbCr
  /// The quality on libjpeg's scale, 1 to 100.
  public var quality: Int = 90
  /// The sampling factors by component; components beyond the last given have 1 by 1.
  public var sampling: [Sampling] = [Sampling(2, 2)]
  /// Whether the file is progressive with libjpeg's usual script.
  public var isProgressive = false
  /// Whether entropy coding is arithmetic.
  public var isArithmetic = false
  /// Whether the Huffman tables are fitted to the picture.
  public var optimizesTables = false
  /// Whether a JFIF segment opens the file.
  public var writesJFIF = true
  /// The density in dots per inch in the JFIF segment; nil writes an aspect ratio of 1.
  public var dotsPerInch: Int?
  /// MCUs between two restart markers; 0 for none.
  public var restartInterval = 0
  /// A scan script in place of the usual one; empty for none.
  public var scans: [Scan] = []
  /// The segments written before the frame header, in order.
  public var segments: [Segment] = []

  /// Makes an encoder for YCbCr 4:2:0 baseline at quality 90.
  public init() {}

  /// Encodes a picture whose channels fit `color`: 1, 3 or 4.
  ///
  /// - Throws: `EncodingError` with libjpeg's message.
  public func encode(_ bitmap: Bitmap) throws(EncodingError) -> [UInt8] {
    let expected = color == .gray ? 1 : color == .cmyk || color == .ycck ? 4 : 3
    guard bitmap.channels == expected else {
      throw EncodingError("\(bitmap.channels) channels where \(expected) are needed")
    }
    let rawScans = scans.map { scan in
      var raw = cfixture_jpeg_scan()
      raw.component_count = Int32(scan.components.count)
      withUnsafeMutableBytes(of: &raw.components) { bytes in
        let slots = bytes.bindMemory(to: Int32.self)
        for (slot, component) in scan.components.prefix(4).enumerated() {
          slots[slot] = Int32(component)
        }
      }
      raw.spectral_start = Int32(scan.spectrum.lowerBound)
      raw.spectral_end = Int32(scan.spectrum.upperBound)
      raw.approximation_high = Int32(scan.high)
      raw.approximation_low = Int32(scan.low)
      return raw
    }
    // One buffer for all payloads keeps every pointer inside one closure.
    let payload = segments.flatMap(\.bytes)
    var message = [CChar](repeating: 0, count: Int(CFIXTURE_MESSAGE_SIZE))
    var out: UnsafeMutablePointer<UInt8>?
    var size = 0
    let status = bitmap.samples.withUnsafeBufferPointer { samples -> Int32 in
      rawScans.withUnsafeBufferPointer { scanPointer in
        payload.withUnsafeBufferPointer { payloadPointer -> Int32 in
          var offset = 0
          let rawSegments = segments.map { segment in
            let raw = cfixture_jpeg_segment(
              marker: Int32(segment.marker),
              bytes: payloadPointer.baseAddress?.advanced(by: offset),
              size: segment.bytes.count)
            offset += segment.bytes.count
            return raw
          }
          return rawSegments.withUnsafeBufferPointer { segmentPointer -> Int32 in
            guard let base = samples.baseAddress else { return -1 }
            var parameters = parameters(for: bitmap, samples: base)
            parameters.scans = scanPointer.baseAddress
            parameters.scan_count = Int32(scanPointer.count)
            parameters.segments = segmentPointer.baseAddress
            parameters.segment_count = Int32(segmentPointer.count)
            return cfixture_encode_jpeg(&parameters, &out, &size, &message)
          }
        }
      }
    }
    guard status == 0, let out else {
      let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw EncodingError(String(decoding: text, as: UTF8.self))
    }
    defer { free(out) }
    return Array(UnsafeBufferPointer(start: out, count: size))
  }

  private func parameters(
    for bitmap: Bitmap, samples: UnsafePointer<UInt8>
  ) -> cfixture_jpeg_parameters {
    var raw = cfixture_jpeg_parameters()
    raw.samples = samples
    raw.width = Int32(bitmap.width)
    raw.height = Int32(bitmap.height)
    raw.color =
      switch color {
      case .gray: CFIXTURE_JPEG_GRAY
      case .yCbCr: CFIXTURE_JPEG_YCC
      case .rgb: CFIXTURE_JPEG_RGB
      case .cmyk: CFIXTURE_JPEG_CMYK
      case .ycck: CFIXTURE_JPEG_YCCK
      }
    raw.quality = Int32(quality)
    let factors = (0..<4).map { $0 < sampling.count ? sampling[$0] : Sampling(1, 1) }
    raw.horizontal = (
      Int32(factors[0].horizontal), Int32(factors[1].horizontal), Int32(factors[2].horizontal),
      Int32(factors[3].horizontal)
    )
    raw.vertical = (
      Int32(factors[0].vertical), Int32(factors[1].vertical), Int32(factors[2].vertical),
      Int32(factors[3].vertical)
    )
    raw.progressive = isProgressive ? 1 : 0
    raw.optimize = optimizesTables ? 1 : 0
    raw.arithmetic = isArithmetic ? 1 : 0
    raw.writes_jfif = writesJFIF ? 1 : 0
    raw.density_unit = dotsPerInch == nil ? 0 : 1
    raw.density_x = Int32(dotsPerInch ?? 1)
    raw.density_y = Int32(dotsPerInch ?? 1)
    raw.restart_interval = Int32(restartInterval)
    return raw
  }
}
