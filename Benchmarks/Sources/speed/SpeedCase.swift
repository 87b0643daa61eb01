import CSpeedPeers

/// A file to judge and the plain decode to compare with.
enum SpeedCase: String, CaseIterable {
  case baseline = "jpeg-baseline"
  case progressive = "jpeg-progressive"
  case png = "png-rgb"

  /// What the peer does.
  var peerName: String {
    switch self {
    case .baseline, .progressive: "libjpeg-turbo, luma"
    case .png: "libpng, rows"
    }
  }

  /// The ratio to the peer that is aimed at; nil where no goal is set.
  var goal: Double? {
    switch self {
    case .baseline: 1.35
    case .progressive: nil
    case .png: 1.15
    }
  }

  /// The picture as a file of this kind; empty where encoding fails.
  func encode(_ picture: DocumentPicture) -> [UInt8] {
    var length = 0
    let width = Int32(picture.width)
    let height = Int32(picture.height)
    let encoded: UnsafeMutablePointer<UInt8>? =
      switch self {
      case .baseline: cspeed_encode_jpeg(picture.rgb, width, height, 88, 0, &length)
      case .progressive: cspeed_encode_jpeg(picture.rgb, width, height, 88, 1, &length)
      case .png: cspeed_encode_png(picture.rgb, width, height, &length)
      }
    guard let encoded else { return [] }
    defer { cspeed_release(encoded) }
    return Array(UnsafeBufferPointer(start: encoded, count: length))
  }

  /// Runs the peer once; false where it fails.
  func runPeer(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .baseline, .progressive: cspeed_read_jpeg_luma(bytes, bytes.count) > 0
    case .png: cspeed_read_png_rows(bytes, bytes.count) > 0
    }
  }
}
