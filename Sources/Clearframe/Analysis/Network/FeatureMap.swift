/// The values that a layer of a network has at each place of a picture, its channels side by side.
struct FeatureMap: Sendable {
  /// The number of columns.
  let width: Int
  /// The number of rows.
  let height: Int
  /// The number of values at each place.
  let channels: Int
  /// The values, place by place, row by row.
  var values: [Float]

  /// A map of values, `channels` for each of `width * height` places.
  init(width: Int, height: Int, channels: Int, values: [Float]) {
    precondition(values.count == width * height * channels)
    self.width = width
    self.height = height
    self.channels = channels
    self.values = values
  }

  /// A map whose values are all written by `body`.
  init(
    width: Int, height: Int, channels: Int, _ body: (UnsafeMutablePointer<Float>) -> Void
  ) {
    self.width = width
    self.height = height
    self.channels = channels
    let size = width * height * channels
    values = [Float](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      body(base)
      count = size
    }
  }

  /// The number of places.
  var count: Int { width * height }

  /// The map with a place of zeros beyond each border.
  var padded: FeatureMap {
    FeatureMap(width: width + 2, height: height + 2, channels: channels) { target in
      target.initialize(repeating: 0, count: (width + 2) * (height + 2) * channels)
      let length = width * channels
      values.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        for row in 0..<height {
          let start = target + ((row + 1) * (width + 2) + 1) * channels
          start.update(from: source + row * length, count: length)
        }
      }
    }
  }

  /// The map at twice the size, each place repeated, with the values of another one of that size
  /// and as many channels added, and the negative sums set to 0.
  func doubled(onto other: FeatureMap) -> FeatureMap {
    FeatureMap(width: other.width, height: other.height, channels: channels) { target in
      for row in 0..<other.height {
        for column in 0..<other.width {
          let from = ((row >> 1) * width + (column >> 1)) * channels
          let to = (row * other.width + column) * channels
          for channel in 0..<channels {
            target[to + channel] = max(0, values[from + channel] + other.values[to + channel])
          }
        }
      }
    }
  }

  /// The map with its places exchanged.
  func mirrored(_ mirroring: Mirroring) -> FeatureMap {
    guard mirroring != .none else { return self }
    return rearranged(width: width, height: height) { column, row in
      mirroring.source(column: column, row: row, width: width, height: height)
    }
  }

  /// The map with columns and rows exchanged.
  var transposed: FeatureMap {
    rearranged(width: height, height: width) { column, row in column * width + row }
  }

  /// A map of these places in another order; `source` says which one comes to a column and row.
  private func rearranged(
    width: Int, height: Int, from source: (_ column: Int, _ row: Int) -> Int
  ) -> FeatureMap {
    FeatureMap(width: width, height: height, channels: channels) { target in
      for row in 0..<height {
        for column in 0..<width {
          let from = source(column, row) * channels
          let to = (row * width + column) * channels
          for channel in 0..<channels { target[to + channel] = values[from + channel] }
        }
      }
    }
  }

  /// All values as the channels of a single place.
  var flattened: FeatureMap {
    FeatureMap(width: 1, height: 1, channels: values.count, values: values)
  }

  /// The mean over all places of each channel.
  var means: [Float] {
    var sums = [Float](repeating: 0, count: channels)
    for place in 0..<count {
      for channel in 0..<channels { sums[channel] += values[place * channels + channel] }
    }
    return sums.map { $0 / Float(count) }
  }

  /// Adds to each value that of another map of the same shape, and sets negative sums to 0.
  mutating func addRectified(_ other: FeatureMap) {
    for index in values.indices { values[index] = max(0, values[index] + other.values[index]) }
  }

  /// Sets negative values to 0.
  mutating func rectify() {
    for index in values.indices { values[index] = max(0, values[index]) }
  }
}
