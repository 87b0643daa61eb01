/// Writes an EXIF block: directories of a TIFF structure, in either byte order.
package struct EXIFBuilder {
  /// One entry of a directory.
  package struct Entry {
    let tag: Int
    let type: Int
    let count: Int
    let value: [UInt8]
    /// The offset to write in place of the right one.
    let falseOffset: Int?
  }

  /// Whether integers are written most significant byte first.
  package let isBigEndian: Bool
  /// The entries of the first directory.
  package var main: [Entry] = []
  /// The entries of the EXIF directory.
  package var exposure: [Entry] = []
  /// The thumbnail; empty for none.
  package var thumbnail: [UInt8] = []
  /// The offset of the directory behind the first, in place of the right one.
  package var falseNextOffset: Int?

  /// Starts an empty block.
  package init(isBigEndian: Bool = false) {
    self.isBigEndian = isBigEndian
  }

  /// An entry that holds text and the zero behind it.
  package func text(_ tag: Int, _ text: String) -> Entry {
    bytes(tag, type: 2, Array(text.utf8) + [0])
  }

  /// An entry that holds bytes of any type of one byte.
  package func bytes(_ tag: Int, type: Int = 7, _ value: [UInt8]) -> Entry {
    Entry(tag: tag, type: type, count: value.count, value: value, falseOffset: nil)
  }

  /// An entry that holds a 16-bit integer.
  package func short(_ tag: Int, _ value: Int) -> Entry {
    Entry(tag: tag, type: 3, count: 1, value: encoded16(value), falseOffset: nil)
  }

  /// An entry that holds a 32-bit integer.
  package func long(_ tag: Int, _ value: Int) -> Entry {
    Entry(tag: tag, type: 4, count: 1, value: encoded32(value), falseOffset: nil)
  }

  /// An entry that holds a fraction.
  package func rational(_ tag: Int, _ numerator: Int, _ denominator: Int) -> Entry {
    Entry(
      tag: tag, type: 5, count: 1, value: encoded32(numerator) + encoded32(denominator),
      falseOffset: nil)
  }

  /// An entry that claims `count` values of `type` at `offset`.
  package func hostile(_ tag: Int, type: Int, count: Int, offset: Int) -> Entry {
    Entry(tag: tag, type: type, count: count, value: [], falseOffset: offset)
  }

  /// The block.
  package func build() -> [UInt8] {
    var main = main
    let exposureOffset = 8 + Self.size(of: main.count + (exposure.isEmpty ? 0 : 1), main)
    let nextOffset =
      exposureOffset + (exposure.isEmpty ? 0 : Self.size(of: exposure.count, exposure))
    if !exposure.isEmpty { main.append(long(0x8769, exposureOffset)) }
    var block: [UInt8] = isBigEndian ? [0x4D, 0x4D] : [0x49, 0x49]
    block += encoded16(42) + encoded32(8)
    let next = falseNextOffset ?? (thumbnail.isEmpty ? 0 : nextOffset)
    append(main, next: next, to: &block)
    if !exposure.isEmpty { append(exposure, next: 0, to: &block) }
    if !thumbnail.isEmpty {
      let start = nextOffset + Self.size(of: 2, [])
      append([long(0x0201, start), long(0x0202, thumbnail.count)], next: 0, to: &block)
      block += thumbnail
    }
    return block
  }

  private static func size(of count: Int, _ entries: [Entry]) -> Int {
    2 + 12 * count + 4 + entries.reduce(0) { $0 + ($1.value.count > 4 ? $1.value.count : 0) }
  }

  private func append(_ entries: [Entry], next: Int, to block: inout [UInt8]) {
    var values: [UInt8] = []
    let valuesOffset = block.count + Self.size(of: entries.count, [])
    block += encoded16(entries.count)
    for entry in entries {
      block += encoded16(entry.tag) + encoded16(entry.type) + encoded32(entry.count)
      if let offset = entry.falseOffset {
        block += encoded32(offset)
      } else if entry.value.count > 4 {
        block += encoded32(valuesOffset + values.count)
        values += entry.value
      } else {
        block += entry.value + [UInt8](repeating: 0, count: 4 - entry.value.count)
      }
    }
    block += encoded32(next) + values
  }

  private func encoded16(_ value: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    if isBigEndian { bytes.append(bigEndian16: value) } else { bytes.append(littleEndian16: value) }
    return bytes
  }

  private func encoded32(_ value: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    if isBigEndian { bytes.append(bigEndian32: value) } else { bytes.append(littleEndian32: value) }
    return bytes
  }
}
