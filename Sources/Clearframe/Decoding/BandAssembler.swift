import CClearframe
import ClearframeKernels

/// Turns the codec's rows into planar bands, converting colours where the codec lends no planes.
///
/// Interleaved pictures get chroma averaged over 2 by 2 pixels, the resolution that cameras store.
struct BandAssembler: ~Copyable {
  private let picture: clearframe_picture
  private let width: Int
  private let lumaStride: Int
  private let chromaColumns: Int
  private let chromaStride: Int
  private let luma: UnsafeMutablePointer<UInt8>
  private let blue: UnsafeMutablePointer<UInt8>
  private let red: UnsafeMutablePointer<UInt8>
  // Two rows of RGB, where a row has to be converted to RGB first.
  private let scratch: UnsafeMutablePointer<UInt8>
  /// Whether a pixel that is not opaque has come by.
  private(set) var hasSeenTransparency = false

  /// Makes room for the bands of `picture`.
  init(_ picture: clearframe_picture) {
    self.picture = picture
    width = Int(picture.width)
    lumaStride = (width + 63) & ~63
    chromaColumns = (width + 1) / 2
    chromaStride = (chromaColumns + 63) & ~63
    let rows = Int(picture.band_rows)
    let needsLuma: Bool
    let needsChroma: Bool
    let needsScratch: Bool
    switch picture.layout {
    case CLEARFRAME_GRAY, CLEARFRAME_PLANES:
      (needsLuma, needsChroma, needsScratch) = (false, false, false)
    case CLEARFRAME_GRAY_ALPHA:
      (needsLuma, needsChroma, needsScratch) = (true, false, false)
    case CLEARFRAME_YCBCR, CLEARFRAME_RGB:
      (needsLuma, needsChroma, needsScratch) = (true, true, false)
    default:
      (needsLuma, needsChroma, needsScratch) = (true, true, true)
    }
    luma = .allocate(capacity: needsLuma ? lumaStride * rows : 1)
    let chromaBytes = needsChroma ? chromaStride * ((rows + 1) / 2) : 1
    blue = .allocate(capacity: chromaBytes)
    red = .allocate(capacity: chromaBytes)
    scratch = .allocate(capacity: needsScratch ? 2 * 3 * width : 1)
  }

  deinit {
    luma.deallocate()
    blue.deallocate()
    red.deallocate()
    scratch.deallocate()
  }

  /// Whether the bands have chroma planes.
  var hasChroma: Bool {
    picture.layout != CLEARFRAME_GRAY && picture.layout != CLEARFRAME_GRAY_ALPHA
  }

  /// Calls `body` with the planar form of a band that the codec lent.
  mutating func withPlanarBand(of lent: clearframe_band, _ body: (PlanarBand) -> Void) {
    guard let samples = lent.planes.0 else { return }
    let rows = Int(lent.row_count)
    switch picture.layout {
    case CLEARFRAME_GRAY:
      body(band(of: lent, luma: samples, lumaStride: lent.strides.0, chroma: nil))
    case CLEARFRAME_PLANES:
      guard let blue = lent.planes.1, let red = lent.planes.2 else { return }
      let horizontal = Int(picture.chroma_horizontal)
      let vertical = Int(picture.chroma_vertical)
      let chroma = PlanarBand.Chroma(
        blue: blue, red: red, stride: lent.strides.1,
        columns: (width + horizontal - 1) / horizontal, rows: (rows + vertical - 1) / vertical,
        horizontalFactor: horizontal, verticalFactor: vertical)
      body(band(of: lent, luma: samples, lumaStride: lent.strides.0, chroma: chroma))
    case CLEARFRAME_GRAY_ALPHA:
      for row in 0..<rows {
        let isOpaque = ColorConversion.compositeGrayAlphaRow(
          samples + row * lent.strides.0, width: width, into: luma + row * lumaStride)
        hasSeenTransparency = hasSeenTransparency || !isOpaque
      }
      body(band(of: lent, luma: luma, lumaStride: lumaStride, chroma: nil))
    default:
      convertColor(samples, stride: lent.strides.0, rows: rows)
      let chroma = PlanarBand.Chroma(
        blue: blue, red: red, stride: chromaStride, columns: chromaColumns, rows: (rows + 1) / 2,
        horizontalFactor: 2, verticalFactor: 2)
      body(band(of: lent, luma: luma, lumaStride: lumaStride, chroma: chroma))
    }
  }

  private func band(
    of lent: clearframe_band, luma: UnsafePointer<UInt8>, lumaStride: Int,
    chroma: PlanarBand.Chroma?
  ) -> PlanarBand {
    PlanarBand(
      firstRow: Int(lent.first_row), rowCount: Int(lent.row_count), width: width, luma: luma,
      lumaStride: lumaStride, chroma: chroma)
  }

  private mutating func convertColor(_ samples: UnsafePointer<UInt8>, stride: Int, rows: Int) {
    for first in Swift.stride(from: 0, to: rows, by: 2) {
      // The last row of an odd height stands in for the one below it.
      let second = min(first + 1, rows - 1)
      let target = ColorConversion.RowPair(
        upperLuma: luma + first * lumaStride, lowerLuma: luma + second * lumaStride,
        blue: blue + first / 2 * chromaStride, red: red + first / 2 * chromaStride)
      let upper = samples + first * stride
      let lower = samples + second * stride
      switch picture.layout {
      case CLEARFRAME_YCBCR:
        ColorConversion.splitYCbCr(upper: upper, lower: lower, width: width, into: target)
      case CLEARFRAME_RGB:
        ColorConversion.convertRGB(upper: upper, lower: lower, width: width, into: target)
      default:
        makeRGB(upper, into: scratch)
        makeRGB(lower, into: scratch + 3 * width)
        ColorConversion.convertRGB(
          upper: scratch, lower: scratch + 3 * width, width: width, into: target)
      }
    }
  }

  private mutating func makeRGB(
    _ row: UnsafePointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
  ) {
    switch picture.layout {
    case CLEARFRAME_RGBA:
      let isOpaque = ColorConversion.compositeRGBARow(row, width: width, into: target)
      hasSeenTransparency = hasSeenTransparency || !isOpaque
    case CLEARFRAME_INVERTED_CMYK:
      ColorConversion.convertCMYKRow(row, isInverted: true, width: width, into: target)
    default:
      ColorConversion.convertCMYKRow(row, isInverted: false, width: width, into: target)
    }
  }
}
