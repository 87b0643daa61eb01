import Clearframe
import Testing

@Suite struct PatchSamplerTests {
  /// Feeds a sampler in bands of a height.
  private func patches(of picture: PlanarPicture, bandHeight: Int) -> PatchSet {
    var sampler = PatchSampler(storedSize: picture.size)
    var row = 0
    while row < picture.size.height {
      let count = min(bandHeight, picture.size.height - row)
      picture.luma.withUnsafeBufferPointer { luma in
        picture.blue.withUnsafeBufferPointer { blue in
          picture.red.withUnsafeBufferPointer { red in
            guard let luma = luma.baseAddress, let blue = blue.baseAddress,
              let red = red.baseAddress
            else { return }
            let vertical = picture.verticalFactor
            let chromaStart = row / vertical * picture.chromaColumns
            sampler.consume(
              PlanarBand(
                firstRow: row, rowCount: count, width: picture.size.width,
                luma: luma + row * picture.size.width, lumaStride: picture.size.width,
                chroma: PlanarBand.Chroma(
                  blue: blue + chromaStart, red: red + chromaStart,
                  stride: picture.chromaColumns, columns: picture.chromaColumns,
                  rows: (count + vertical - 1) / vertical,
                  horizontalFactor: picture.horizontalFactor, verticalFactor: vertical)))
          }
        }
      }
      row += count
    }
    return sampler.finish()
  }

  @Test(arguments: [(1, 1), (2, 2), (2, 1)], [8, 16, 130])
  func keepsTheSamplesThatPassBy(factors: (Int, Int), bandHeight: Int) throws {
    let picture = PlanarPicture(
      width: 421, height: 307, horizontalFactor: factors.0, verticalFactor: factors.1, seed: 3)
    let set = patches(of: picture, bandHeight: bandHeight)
    #expect(set.patches.count == 15)
    for patch in set.patches {
      let side = PatchSet.side
      let rows = (patch.row..<patch.row + side).flatMap { row in
        picture.luma[row * 421 + patch.column..<row * 421 + patch.column + side]
      }
      #expect(patch.luma == Array(rows))
      let columns = side / factors.0
      let chroma = (patch.row / factors.1..<(patch.row + side) / factors.1).flatMap { row in
        let start = row * picture.chromaColumns + patch.column / factors.0
        return picture.blue[start..<start + columns]
      }
      #expect(patch.chromaColumns == columns)
      #expect(patch.chromaBlue == Array(chroma))
      #expect(patch.chromaRed.count == chroma.count)
    }
  }

  @Test func keepsNothingOfASmallPicture() {
    let picture = PlanarPicture(width: 127, height: 300, seed: 1)
    #expect(patches(of: picture, bandHeight: 16).patches.isEmpty)
  }
}
