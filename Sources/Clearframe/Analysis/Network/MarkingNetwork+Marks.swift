#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension MarkingNetwork {
  /// Runs the network on a reduced image, in each of the ways that it is to be seen.
  func marks(on image: ReducedImage, _ mirrorings: [Mirroring] = [.none]) -> NetworkMarks {
    let isHigh = image.height > image.width
    let outputs = outputs(
      for: NetworkInput(image, columns: shape.inputWidth, rows: shape.inputHeight), mirrorings)
    let across = outputs.width
    let down = outputs.height
    var maps = [[Float](repeating: 0, count: across * down)]
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
    return NetworkMarks(
      width: isHigh ? down : across, height: isHigh ? across : down, first: maps[0],
      second: maps[1])
  }
}
