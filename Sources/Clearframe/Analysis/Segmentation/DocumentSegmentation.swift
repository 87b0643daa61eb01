#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a network sees in a reduced image: where the document is, and where its outline runs.
struct DocumentSegmentation: Sendable {
  /// The number of columns of the maps.
  let width: Int
  /// The number of rows of the maps.
  let height: Int
  /// The probability that a place is on the document, row by row.
  let inside: [Float]
  /// The probability that the document's outline runs through a place, row by row.
  let outline: [Float]

  /// The share of places that are darker than the level that luma is divided by: paper, or what is
  /// brightest, has about that level in every light.
  static let levelShare: Float = 0.98
  /// The least such level: less is noise.
  static let levelFloor: Float = 24
  /// What chroma is multiplied by, to be of about the size of luma, which goes from -1 to 1.
  static let chromaScale: Float = 4

  /// Maps of `width * height` probabilities each, row by row; at least two columns and rows.
  init(width: Int, height: Int, inside: [Float], outline: [Float]) {
    precondition(width >= 2 && height >= 2)
    precondition(inside.count == width * height && outline.count == width * height)
    self.width = width
    self.height = height
    self.inside = inside
    self.outline = outline
  }

  /// Runs the network on a reduced image.
  init(of image: ReducedImage) {
    self.init(of: image, by: .shipped)
  }

  init(of image: ReducedImage, by network: SegmentationNetwork) {
    let isHigh = image.height > image.width
    let outputs = network.outputs(for: Self.input(of: image, isTransposed: isHigh))
    let across = outputs.width
    let down = outputs.height
    width = isHigh ? down : across
    height = isHigh ? across : down
    var maps = [[Float](repeating: 0, count: width * height)]
    maps.append(maps[0])
    for row in 0..<down {
      for column in 0..<across {
        let place = isHigh ? column * down + row : row * across + column
        for index in 0..<2 {
          let logit = outputs.values[(row * across + column) * 2 + index]
          maps[index][place] = 1 / (1 + expf(-logit))
        }
      }
    }
    inside = maps[0]
    outline = maps[1]
  }

  /// The share of the picture that is the document's, 0 to 1.
  var insideShare: Float { inside.reduce(0, +) / Float(inside.count) }

  /// Whether a point, in places of the maps, lies in them.
  func contains(_ point: SIMD2<Float>) -> Bool {
    point.x >= 0 && point.y >= 0 && point.x <= Float(width) && point.y <= Float(height)
  }

  /// The value of one of the maps at a point, between the middles of four places by their
  /// distances.
  func value(of map: [Float], at point: SIMD2<Float>) -> Float {
    let x = min(max(point.x - 0.5, 0), Float(width - 1))
    let y = min(max(point.y - 0.5, 0), Float(height - 1))
    let column = min(Int(x), width - 2)
    let row = min(Int(y), height - 2)
    let across = x - Float(column)
    let down = y - Float(row)
    let place = row * width + column
    let above = map[place] * (1 - across) + map[place + 1] * across
    let below = map[place + width] * (1 - across) + map[place + width + 1] * across
    return above * (1 - down) + below * down
  }

  /// Luma, blue and red chroma side by side for each of the network's places.
  static func input(of image: ReducedImage, isTransposed: Bool) -> [Float] {
    let columns = SegmentationNetwork.inputWidth
    let rows = SegmentationNetwork.inputHeight
    func resampled(_ plane: [Float]) -> [Float] {
      AreaResampling.resampled(
        plane, width: image.width, height: image.height,
        toWidth: isTransposed ? rows : columns, height: isTransposed ? columns : rows)
    }
    let luma = resampled(image.luma)
    let planes =
      image.hasChroma ? [resampled(image.chromaBlue), resampled(image.chromaRed)] : []
    let ordered = luma.sorted()
    let level = max(levelFloor, ordered[Int(Float(ordered.count) * levelShare) - 1])
    var input = [Float](repeating: 0, count: columns * rows * 3)
    for row in 0..<rows {
      for column in 0..<columns {
        let source = isTransposed ? column * rows + row : row * columns + column
        let target = (row * columns + column) * 3
        input[target] = luma[source] / level * 2 - 1
        for (index, plane) in planes.enumerated() {
          input[target + 1 + index] = (plane[source] - 128) / level * chromaScale
        }
      }
    }
    return input
  }
}
