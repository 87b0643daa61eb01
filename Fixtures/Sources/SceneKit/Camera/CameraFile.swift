import FixtureKit

/// Writes the finished picture as a camera would: turned by its EXIF orientation, with facts.
struct CameraFile {
  let plan: ScenePlan

  init(_ plan: ScenePlan) { self.plan = plan }

  func encode(_ upright: Bitmap) throws(EncodingError) -> [UInt8] {
    var encoder = JPEGEncoder()
    encoder.quality = plan.development.quality
    encoder.sampling = plan.development.subsampled ? [.init(2, 2)] : [.init(1, 1)]
    encoder.optimizesTables = true
    guard plan.hasEXIF else { return try encoder.encode(upright) }
    var block = EXIFBlock()
    block.orientation = plan.orientation
    block.make = "Specimen"
    block.model = "Camera \(1 + plan.index % 7)"
    block.captured =
      "2026:0\(1 + plan.index % 9):1\(plan.index % 10) 1\(plan.index % 10):20:3\(plan.index % 10)"
    block.exposureDenominator = UInt32(30 + plan.index % 200)
    encoder.writesJFIF = false
    encoder.segments = [block.segment]
    return try encoder.encode(Self.turned(upright, stored: plan.orientation))
  }

  /// The samples as stored, so that the orientation brings them upright.
  static func turned(_ upright: Bitmap, stored orientation: Int) -> Bitmap {
    let width = upright.width
    let height = upright.height
    if orientation == 1 { return upright }
    let swaps = orientation == 6 || orientation == 8
    let outWidth = swaps ? height : width
    let outHeight = swaps ? width : height
    var samples = [UInt8](repeating: 0, count: upright.samples.count)
    upright.samples.withUnsafeBufferPointer { from in
      samples.withUnsafeMutableBufferPointer { to in
        for y in 0..<outHeight {
          for x in 0..<outWidth {
            let source: Int
            switch orientation {
            case 3: source = (height - 1 - y) * width + (width - 1 - x)
            // 6: turned clockwise for display; 8: the other way.
            case 6: source = x * width + (width - 1 - y)
            default: source = (height - 1 - x) * width + y
            }
            let target = (y * outWidth + x) * 3
            to[target] = from[source * 3]
            to[target + 1] = from[source * 3 + 1]
            to[target + 2] = from[source * 3 + 2]
          }
        }
      }
    }
    return Bitmap(width: outWidth, height: outHeight, channels: 3, samples: samples)
  }
}
