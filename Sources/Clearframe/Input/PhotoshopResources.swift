/// The image resources that Photoshop keeps in a JPEG's APP13 segment, as far as they tell which
/// program wrote the picture.
///
/// A resource has the letters `8BIM`, a number, a name and a length (Adobe's file format
/// specification); number 0x0404 holds the data sets of IPTC's Information Interchange Model
/// (IIM 4.2). Lengths are checked against what is left, and what does not fit ends the reading.
package struct PhotoshopResources: Sendable, Hashable {
  /// IIM data set 2:65, the program that the picture comes from, as written.
  package private(set) var originatingProgram: String?

  /// The letters at the head of an APP13 segment of this kind.
  package static let identifier: StaticString = "Photoshop 3.0\0"
  /// The most resources, and data sets, that are read; real files have some dozens.
  private static let maximumCount = 256
  /// The resource with IIM's data sets.
  private static let dataSets = 0x0404

  /// Looks through the resources that follow the identifier.
  package init(_ resources: UnsafeRawBufferPointer) {
    var position = 0
    for _ in 0..<Self.maximumCount {
      // The name is preceded by its length, and both together fill an even number of bytes.
      guard resources.matches("8BIM", at: position), position + 6 < resources.count,
        let number = resources.bigEndianUInt16(at: position + 4)
      else { return }
      let nameByteCount = (Int(resources[position + 6]) + 2) & ~1
      let lengthPosition = position + 6 + nameByteCount
      guard let byteCount = resources.bigEndianUInt32(at: lengthPosition),
        let data = resources.slice(at: lengthPosition + 4, count: byteCount)
      else { return }
      if number == Self.dataSets { readDataSets(data) }
      position = lengthPosition + 4 + ((byteCount + 1) & ~1)
    }
  }

  private mutating func readDataSets(_ data: UnsafeRawBufferPointer) {
    var position = 0
    for _ in 0..<Self.maximumCount {
      // Bit 15 of the length announces a length of several bytes, which no short text needs.
      guard let head = data.slice(at: position, count: 5), head[0] == 0x1C,
        let byteCount = head.bigEndianUInt16(at: 3), byteCount < 0x8000,
        let value = data.slice(at: position + 5, count: byteCount)
      else { return }
      if head[1] == 2, head[2] == 65, originatingProgram == nil {
        originatingProgram = MetadataText.text(from: value)
      }
      position += 5 + byteCount
    }
  }
}
