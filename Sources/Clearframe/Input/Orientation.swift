/// How the stored picture is turned to stand upright: EXIF tag 0x0112.
///
/// Pixels stay as they are stored; only coordinates are turned.
public enum Orientation: Int, Sendable, Hashable, Codable, CaseIterable {
  /// Stored upright.
  case up = 1
  /// Mirrored left to right.
  case upMirrored = 2
  /// Turned by 180 degrees.
  case down = 3
  /// Mirrored top to bottom.
  case downMirrored = 4
  /// Mirrored along the main diagonal: rows become columns.
  case leftMirrored = 5
  /// To be turned clockwise by 90 degrees.
  case right = 6
  /// Mirrored along the other diagonal.
  case rightMirrored = 7
  /// To be turned anticlockwise by 90 degrees.
  case left = 8

  /// Whether width and height change places when the picture is turned upright.
  public var swapsAxes: Bool { rawValue >= 5 }

  /// The upright size of a picture stored with `stored` pixels.
  public func uprightSize(of stored: PixelSize) -> PixelSize {
    swapsAxes ? PixelSize(width: stored.height, height: stored.width) : stored
  }

  /// The upright position of a stored position; `stored` is the size of the stored picture.
  public func upright(_ point: PixelPoint, stored: PixelSize) -> PixelPoint {
    let width = Double(stored.width)
    let height = Double(stored.height)
    switch self {
    case .up: return point
    case .upMirrored: return PixelPoint(x: width - point.x, y: point.y)
    case .down: return PixelPoint(x: width - point.x, y: height - point.y)
    case .downMirrored: return PixelPoint(x: point.x, y: height - point.y)
    case .leftMirrored: return PixelPoint(x: point.y, y: point.x)
    case .right: return PixelPoint(x: height - point.y, y: point.x)
    case .rightMirrored: return PixelPoint(x: height - point.y, y: width - point.x)
    case .left: return PixelPoint(x: point.y, y: width - point.x)
    }
  }

  /// The stored position of an upright position; `stored` is the size of the stored picture.
  package func stored(_ point: PixelPoint, stored: PixelSize) -> PixelPoint {
    // A quarter turn is undone by the other one, everything else by itself.
    let inverse: Orientation =
      switch self {
      case .right: .left
      case .left: .right
      default: self
      }
    return inverse.upright(point, stored: uprightSize(of: stored))
  }
}
