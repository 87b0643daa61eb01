/// Writes the markers of a JPEG one by one, so that a test can leave out or damage any of them.
package struct JPEGBuilder {
  /// The bytes written so far.
  package var bytes: [UInt8] = []

  /// Starts an empty stream.
  package init() {}

  /// A whole picture of one flat gray that decoders accept.
  ///
  /// Its Huffman tables have one code each: no difference for DC, end of block for AC. A block is
  /// thus two zero bits.
  package static func flat(
    width: Int = 16, height: Int = 16, componentCount: Int = 1, frameMarker: UInt8 = 0xC0,
    applicationSegments: [(marker: UInt8, payload: [UInt8])] = []
  ) -> JPEGBuilder {
    var builder = JPEGBuilder()
    builder.startOfImage()
    for segment in applicationSegments { builder.segment(segment.marker, segment.payload) }
    builder.quantizationTable()
    builder.frame(
      marker: frameMarker, width: width, height: height, componentCount: componentCount)
    builder.huffmanTables()
    let blocks = ((width + 7) / 8) * ((height + 7) / 8) * componentCount
    builder.scan(componentCount: componentCount, data: Self.flatData(blockCount: blocks))
    builder.endOfImage()
    return builder
  }

  /// The coded data of blocks that are all equal, filled up with ones to a whole byte.
  package static func flatData(blockCount: Int, bitsPerBlock: Int = 2) -> [UInt8] {
    let bits = blockCount * bitsPerBlock
    var data = [UInt8](repeating: 0, count: bits / 8)
    if bits % 8 > 0 { data.append(0xFF >> UInt8(bits % 8)) }
    return data
  }

  /// Appends the two bytes of a marker.
  package mutating func marker(_ marker: UInt8) {
    bytes += [0xFF, marker]
  }

  /// Appends a marker, the length of `payload` and `payload`.
  package mutating func segment(_ marker: UInt8, _ payload: [UInt8]) {
    self.marker(marker)
    bytes.append(bigEndian16: payload.count + 2)
    bytes += payload
  }

  /// Appends SOI.
  package mutating func startOfImage() { marker(0xD8) }

  /// Appends EOI.
  package mutating func endOfImage() { marker(0xD9) }

  /// Appends a quantisation table of ones.
  package mutating func quantizationTable(slot: UInt8 = 0) {
    segment(0xDB, [slot] + [UInt8](repeating: 1, count: 64))
  }

  /// Appends a frame header whose components all have the sampling factors 1 x 1.
  package mutating func frame(
    marker: UInt8 = 0xC0, width: Int, height: Int, componentCount: Int = 1, precision: UInt8 = 8
  ) {
    var payload: [UInt8] = [precision]
    payload.append(bigEndian16: height)
    payload.append(bigEndian16: width)
    payload.append(UInt8(componentCount))
    for component in 1...componentCount { payload += [UInt8(component), 0x11, 0] }
    segment(marker, payload)
  }

  /// Appends the DC and the AC table of slot 0.
  package mutating func huffmanTables() {
    let counts: [UInt8] = [1] + [UInt8](repeating: 0, count: 15)
    segment(0xC4, [0x00] + counts + [0])
    segment(0xC4, [0x10] + counts + [0])
  }

  /// Appends a scan header and the coded data behind it.
  package mutating func scan(
    componentCount: Int = 1, first: UInt8 = 0, last: UInt8 = 63, approximation: UInt8 = 0,
    data: [UInt8]
  ) {
    var payload: [UInt8] = [UInt8(componentCount)]
    for component in 1...componentCount { payload += [UInt8(component), 0] }
    segment(0xDA, payload + [first, last, approximation])
    bytes += data
  }

  /// The payload of a JFIF segment; `unit` is 0 for a ratio, 1 for inches, 2 for centimetres.
  package static func jfif(unit: UInt8, horizontal: Int, vertical: Int) -> [UInt8] {
    var payload: [UInt8] = Array("JFIF\0".utf8) + [1, 2, unit]
    payload.append(bigEndian16: horizontal)
    payload.append(bigEndian16: vertical)
    return payload + [0, 0]
  }

  /// The payload of an EXIF segment.
  package static func exif(_ block: [UInt8]) -> [UInt8] { Array("Exif\0\0".utf8) + block }

  /// The payload of an XMP segment.
  package static func xmp(_ packet: String) -> [UInt8] {
    Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(packet.utf8)
  }
}
