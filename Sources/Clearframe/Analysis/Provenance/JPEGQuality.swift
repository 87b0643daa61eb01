/// The quality that an encoder of the Independent JPEG Group was asked for, read from its table.
package enum JPEGQuality {
  /// The luminance table of ITU-T T.81, K.1, in zigzag order.
  private static let standard: [Int] = [
    16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
    29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
    95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
  ]

  /// The quality, 1 to 100, whose luminance table is nearest to the picture's; nil without a table.
  ///
  /// The scale is that of libjpeg's `jpeg_quality_scaling`: `5000 / q` per cent below 50,
  /// `200 - 2 q` above. Tables of other makers get the quality that quantises about as coarsely.
  package static func estimate(_ facts: JPEGFacts) -> Int? {
    guard let slot = facts.components.first?.quantizationTable,
      let table = facts.quantizationTables[slot], table.count == standard.count
    else { return nil }
    var best: (quality: Int, distance: Int)?
    for quality in 1...100 {
      let scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
      var distance = 0
      for (value, base) in zip(table, standard) {
        distance += abs(Int(value) - min(255, max(1, (base * scale + 50) / 100)))
      }
      if distance < best?.distance ?? .max { best = (quality, distance) }
    }
    return best?.quality
  }
}
