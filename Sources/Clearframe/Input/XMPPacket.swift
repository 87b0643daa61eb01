/// The few properties of an XMP packet (ISO 16684-1) that tell where a picture comes from.
///
/// The packet is searched, not parsed: an attribute and an element of the wanted name are both
/// found, and nothing in a hostile packet can be nested deeply enough to matter.
package struct XMPPacket: Sendable, Hashable {
  /// `CreatorTool`, as written.
  package var creatorTool: String?
  /// Whether the packet declares a gain map.
  package var declaresGainMap = false
  /// Whether the packet declares the video of a Motion Photo.
  package var declaresMotionPhoto = false
  /// The declared byte counts of gain maps, for telling them from other trailing pictures.
  package var gainMapByteCounts: [Int] = []
  /// The declared byte count of the Motion Photo's video, counted from the file's end.
  package var motionVideoByteCount: Int?

  /// Looks through the bytes of a packet.
  package init(_ packet: UnsafeRawBufferPointer) {
    creatorTool = Self.property("CreatorTool", in: packet)
    declaresGainMap = packet.firstPosition(of: "hdrgm:") != nil
    if Self.number("MicroVideo", in: packet) == 1 || Self.number("MotionPhoto", in: packet) == 1 {
      declaresMotionPhoto = true
    }
    motionVideoByteCount = Self.number("MicroVideoOffset", in: packet)
    readContainer(packet)
  }

  /// Reads the directory of Google's container format: one element per item.
  private mutating func readContainer(_ packet: UnsafeRawBufferPointer) {
    // A real directory has a handful of items; the bound keeps hostile packets cheap.
    var position = 0
    for _ in 0..<32 {
      guard let found = packet.firstPosition(of: "Semantic", from: position) else { return }
      position = found + 8
      var start = found
      while start > 0, found - start < 512, packet[start] != 0x3C { start -= 1 }
      let end = min(packet.firstPosition(of: 0x3E, from: found) ?? packet.count, found + 512)
      let element = packet.clampedSlice(at: start, count: end - start)
      let length = Self.number("Length", in: element)
      switch Self.property("Semantic", in: element) {
      case "GainMap":
        declaresGainMap = true
        if let length { gainMapByteCounts.append(length) }
      case "MotionPhoto":
        declaresMotionPhoto = true
        if let length { motionVideoByteCount = length }
      default: break
      }
    }
  }

  private static func number(_ name: StaticString, in packet: UnsafeRawBufferPointer) -> Int? {
    property(name, in: packet).flatMap { Int($0) }
  }

  /// The value of the first attribute or element called `name`, whatever its prefix.
  private static func property(
    _ name: StaticString, in packet: UnsafeRawBufferPointer
  ) -> String? {
    var position = 0
    // Names may also appear as values or closing tags, hence more than one try.
    for _ in 0..<16 {
      guard let found = packet.firstPosition(of: name, from: position) else { return nil }
      position = found + name.utf8CodeUnitCount
      guard found > 0, packet[found - 1] == 0x3A else { continue }
      var cursor = position
      func skipSpace() {
        while cursor < packet.count, [0x20, 0x09, 0x0A, 0x0D].contains(packet[cursor]) {
          cursor += 1
        }
      }
      skipSpace()
      guard cursor < packet.count else { return nil }
      let end: Int?
      switch packet[cursor] {
      case 0x3D:
        cursor += 1
        skipSpace()
        guard cursor < packet.count, packet[cursor] == 0x22 || packet[cursor] == 0x27 else {
          continue
        }
        end = packet.firstPosition(of: packet[cursor], from: cursor + 1)
      case 0x3E: end = packet.firstPosition(of: 0x3C, from: cursor + 1)
      default: continue
      }
      guard let end, let value = packet.slice(at: cursor + 1, count: end - cursor - 1) else {
        continue
      }
      if let text = MetadataText.text(from: value) { return unescaped(text) }
    }
    return nil
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    let entities: [(name: String, character: Character)] = [
      ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("amp", "&"),
    ]
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      let after = rest.index(after: ampersand)
      let entity = entities.first { rest[after...].hasPrefix($0.name + ";") }
      result.append(entity?.character ?? "&")
      rest = rest[rest.index(after, offsetBy: entity.map { $0.name.count + 1 } ?? 0)...]
    }
    return result + rest
  }
}
