import CTestCodecs
import Clearframe

/// A PNG made for a test, with the header that describes it.
struct PNGSample {
  var bytes: [UInt8]
  var header: ImageHeader

  /// Encodes a sample picture; `hasColorKey` makes the first pixel's colour transparent, or the
  /// first palette entries translucent.
  init?(
    width: Int, height: Int, colorType: PNGFacts.ColorType, bitDepth: Int,
    isInterlaced: Bool = false, hasColorKey: Bool = false, seed: UInt64 = 1
  ) {
    let channels =
      switch colorType {
      case .gray, .palette: 1
      case .grayAlpha: 2
      case .rgb: 3
      case .rgbAlpha: 4
      }
    let rowBytes = (width * channels * bitDepth + 7) / 8
    var rows = SamplePicture.make(width: rowBytes, height: height, channels: 1, seed: seed)
    if colorType == .palette && bitDepth == 8 { rows = rows.map { $0 % 200 } }
    let paletteCount = colorType == .palette ? min(200, 1 << bitDepth) : 0
    let palette = SamplePicture.make(
      width: max(1, paletteCount), height: 1, channels: 3, seed: seed + 1)
    let transparency: [UInt8] = [0, 90, 255, 17]
    let encoded: [UInt8]? = palette.withUnsafeBufferPointer { palette in
      transparency.withUnsafeBufferPointer { transparency in
        var options = ctest_png_options()
        options.width = Int32(width)
        options.height = Int32(height)
        options.color_type = Int32(colorType.rawValue)
        options.bit_depth = Int32(bitDepth)
        options.is_interlaced = isInterlaced ? 1 : 0
        options.palette_count = Int32(paletteCount)
        options.palette = palette.baseAddress
        options.transparency_count = hasColorKey ? Int32(min(4, max(1, paletteCount))) : 0
        options.transparency = transparency.baseAddress
        var length = 0
        guard let bytes = ctest_encode_png(&options, rows, rowBytes, &length) else { return nil }
        defer { ctest_release(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: length))
      }
    }
    guard let encoded else { return nil }
    bytes = encoded
    var facts = PNGFacts()
    facts.colorType = colorType
    facts.bitDepth = bitDepth
    facts.isInterlaced = isInterlaced
    facts.hasTransparency = hasColorKey || colorType == .grayAlpha || colorType == .rgbAlpha
    header = ImageHeader(format: .png, byteCount: encoded.count)
    header.storedSize = PixelSize(width: width, height: height)
    header.png = facts
  }

  /// The whole picture as libpng decodes it, 8-bit RGBA.
  func reference() -> [UInt8]? {
    var width: Int32 = 0
    var height: Int32 = 0
    guard let samples = ctest_decode_png(bytes, bytes.count, &width, &height) else { return nil }
    defer { ctest_release(samples) }
    return Array(UnsafeBufferPointer(start: samples, count: Int(width) * Int(height) * 4))
  }
}
