import Clearframe

/// Keeps every plane that it is fed, at the resolution it arrives in.
struct PlaneCollector: BandConsumer {
  var luma: [UInt8] = []
  var blue: [UInt8] = []
  var red: [UInt8] = []
  var chromaColumns = 0
  var horizontalFactor = 1
  var verticalFactor = 1
  var rows = 0
  var bandCount = 0
  var areBandsInOrder = true

  mutating func consume(_ band: PlanarBand) {
    areBandsInOrder = areBandsInOrder && band.firstRow == rows && band.rowCount > 0
    rows += band.rowCount
    bandCount += 1
    for row in 0..<band.rowCount {
      luma += UnsafeBufferPointer(start: band.luma + row * band.lumaStride, count: band.width)
    }
    guard let chroma = band.chroma else { return }
    chromaColumns = chroma.columns
    horizontalFactor = chroma.horizontalFactor
    verticalFactor = chroma.verticalFactor
    for row in 0..<chroma.rows {
      let offset = row * chroma.stride
      blue += UnsafeBufferPointer(start: chroma.blue + offset, count: chroma.columns)
      red += UnsafeBufferPointer(start: chroma.red + offset, count: chroma.columns)
    }
  }
}
