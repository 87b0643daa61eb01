internal import CFixtureCodecs
internal import Foundation

/// Encodes pictures as PNG of any colour type and bit depth.
public struct PNGEncoder: Sendable {
  /// The colour type of IHDR.
  public enum ColorType: Int, Sendable, Hashable, CaseIterable {
    /// Gray.
    case gray = 0
    /// Red, green, blue.
    case rgb = 2
    /// Indexes into a palette.
    case palette = 3
    /// Gray with alpha.
    case grayAlpha = 4
    /// Red, green, blue with alpha.
    case rgbAlpha = 6

    /// Samples per pixel.
    public var channels: Int {
      switch self {
      case .gray, .palette: 1
      case .grayAlpha: 2
      case .rgb: 3
      case .rgbAlpha: 4
      }
    }
  }

  /// The colour type.
  public var colorType: ColorType = .rgb
  /// Bits per sample: 1, 2, 4, 8 or 16, as the colour type allows.
  public var bitDepth = 8
  /// Whether the rows go into the seven Adam7 passes.
  public var isInterlaced = false
  /// The deflate level, 0 to 9.
  public var compressionLevel = 9
  /// The palette, three bytes an entry.
  public var palette: [UInt8] = []
  /// The alpha of the palette's first entries.
  public var paletteAlpha: [UInt8] = []
  /// The one transparent colour of a gray or RGB picture, at the picture's bit depth.
  public var transparentColor: [UInt16]?

  /// Makes an encoder for 8-bit RGB.
  public init() {}

  /// Encodes samples of 8 bits each, reduced or widened to the bit depth.
  ///
  /// A palette picture takes indexes as they are. Depth 16 repeats the byte (v * 257).
  ///
  /// - Throws: `EncodingError` with libpng's message.
  public func encode(_ bitmap: Bitmap) throws(EncodingError) -> [UInt8] {
    guard bitmap.channels == colorType.channels else {
      throw EncodingError("\(bitmap.channels) channels where \(colorType.channels) are needed")
    }
    let rows = packed(bitmap)
    let rowSize = (bitmap.width * bitmap.channels * bitDepth + 7) / 8
    var message = [CChar](repeating: 0, count: Int(CFIXTURE_MESSAGE_SIZE))
    var out: UnsafeMutablePointer<UInt8>?
    var size = 0
    let status = rows.withUnsafeBufferPointer { rows -> Int32 in
      palette.withUnsafeBufferPointer { palette in
        paletteAlpha.withUnsafeBufferPointer { paletteAlpha -> Int32 in
          guard let base = rows.baseAddress else { return -1 }
          var raw = cfixture_png_parameters()
          raw.rows = base
          raw.row_size = rowSize
          raw.width = Int32(bitmap.width)
          raw.height = Int32(bitmap.height)
          raw.color_type = Int32(colorType.rawValue)
          raw.bit_depth = Int32(bitDepth)
          raw.interlaced = isInterlaced ? 1 : 0
          raw.compression_level = Int32(compressionLevel)
          raw.palette = palette.baseAddress
          raw.palette_count = Int32(palette.count / 3)
          raw.palette_alpha = paletteAlpha.baseAddress
          raw.palette_alpha_count = Int32(paletteAlpha.count)
          if let transparentColor {
            raw.has_transparent_color = 1
            let last = transparentColor.count - 1
            raw.transparent_color = (
              transparentColor[0], transparentColor[min(1, last)], transparentColor[min(2, last)]
            )
          }
          return cfixture_encode_png(&raw, &out, &size, &message)
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

  private func packed(_ bitmap: Bitmap) -> [UInt8] {
    switch bitDepth {
    case 8: return bitmap.samples
    case 16: return bitmap.samples.flatMap { [$0, $0] }
    default:
      let perRow = bitmap.width * bitmap.channels
      let rowSize = (perRow * bitDepth + 7) / 8
      var rows = [UInt8](repeating: 0, count: rowSize * bitmap.height)
      for y in 0..<bitmap.height {
        for x in 0..<perRow {
          let sample = bitmap.samples[y * perRow + x]
          let value = colorType == .palette ? sample : sample >> (8 - bitDepth)
          let bit = x * bitDepth
          rows[y * rowSize + bit / 8] |= value << (8 - bitDepth - bit % 8)
        }
      }
      return rows
    }
  }
}
