/// A picture of interleaved 8-bit samples, row by row from the top.
public struct Bitmap: Sendable, Hashable {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// Samples per pixel: 1 gray, 2 gray and alpha, 3 red-green-blue, 4 with alpha or CMYK.
  public let channels: Int
  /// The samples, `width * height * channels` of them.
  public var samples: [UInt8]

  /// Makes a picture of one colour.
  ///
  /// - Parameters:
  ///   - width: The number of columns, at least 1.
  ///   - height: The number of rows, at least 1.
  ///   - color: One value per channel; its count sets the number of channels.
  public init(width: Int, height: Int, color: [UInt8] = [255, 255, 255]) {
    precondition(width > 0 && height > 0 && (1...4).contains(color.count))
    self.width = width
    self.height = height
    channels = color.count
    samples = []
    samples.reserveCapacity(width * height * color.count)
    for _ in 0..<(width * height) { samples += color }
  }

  /// Makes a picture from its samples, `width * height * channels` of them.
  public init(width: Int, height: Int, channels: Int, samples: [UInt8]) {
    precondition(samples.count == width * height * channels)
    self.width = width
    self.height = height
    self.channels = channels
    self.samples = samples
  }

  /// One sample.
  public subscript(x: Int, y: Int, channel: Int) -> UInt8 {
    get { samples[(y * width + x) * channels + channel] }
    set { samples[(y * width + x) * channels + channel] = newValue }
  }

  /// The luma of each pixel of a red-green-blue picture by BT.601, rounded.
  public func gray() -> Bitmap {
    if channels == 1 { return self }
    var out = [UInt8]()
    out.reserveCapacity(width * height)
    for pixel in 0..<(width * height) {
      let red = Int(samples[pixel * channels])
      let green = Int(samples[pixel * channels + 1])
      let blue = Int(samples[pixel * channels + 2])
      out.append(UInt8((299 * red + 587 * green + 114 * blue + 500) / 1000))
    }
    return Bitmap(width: width, height: height, channels: 1, samples: out)
  }
}
