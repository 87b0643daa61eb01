/// The few properties of an XMP packet (ISO 16684-1) that tell where a picture comes from.
///
/// The packet is searched, not parsed: an attribute and an element of the wanted name are both
/// found, and nothing in a hostile packet can be nested deeply enough to matter.
package struct XMPPacket: Sendable, Hashable {
  /// `CreatorTool`, as written.
  package var creatorTool: String?
  /// `softwareAgent` of the first entry in the packet's history, as written: editors keep their
  /// names there while `CreatorTool` stays the camera's.
  package var softwareAgent: String?
  /// `UserComment`, as written; iOS writes `Screenshot` here.
  package var userComment: String?
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
    softwareAgent = Self.property("softwareAgent", in: packet)
    userComment = Self.property("UserComment", in: packet)
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
      guard found > 0, packet[found - 1] == 0x3A, !isClosing(found - 1, in: packet) else {
        continue
      }
      let separator = afterSpace(position, in: packet)
      guard separator < packet.count else { return nil }
      let value: String?
      switch packet[separator] {
      case 0x3D: value = attributeValue(at: separator + 1, in: packet)
      case 0x3E: value = elementText(at: separator + 1, in: packet)
      default: value = nil
      }
      if let value { return unescaped(value) }
    }
    return nil
  }

  /// Whether the prefix before the colon at `colon` belongs to a closing tag.
  private static func isClosing(_ colon: Int, in packet: UnsafeRawBufferPointer) -> Bool {
    var position = colon
    while position > 0, colon - position < 64 {
      position -= 1
      switch packet[position] {
      case 0x2F: return true
      case 0x3C, 0x20, 0x09, 0x0A, 0x0D: return false
      default: continue
      }
    }
    return false
  }

  private static func afterSpace(_ start: Int, in packet: UnsafeRawBufferPointer) -> Int {
    var position = start
    while position < packet.count, [0x20, 0x09, 0x0A, 0x0D].contains(packet[position]) {
      position += 1
    }
    return position
  }

  private static func attributeValue(
    at start: Int, in packet: UnsafeRawBufferPointer
  ) -> String? {
    let quote = afterSpace(start, in: packet)
    guard quote < packet.count, packet[quote] == 0x22 || packet[quote] == 0x27,
      let end = packet.firstPosition(of: packet[quote], from: quote + 1)
    else { return nil }
    return MetadataText.text(from: packet.clampedSlice(at: quote + 1, count: end - quote - 1))
  }

  /// The text of an element, also where it lies in the first item of a list of languages.
  private static func elementText(at start: Int, in packet: UnsafeRawBufferPointer) -> String? {
    var position = start
    // A list puts two elements around the text.
    for _ in 0..<3 {
      guard let end = packet.firstPosition(of: 0x3C, from: position) else { return nil }
      let text = MetadataText.text(
        from: packet.clampedSlice(at: position, count: end - position))
      if text != nil || packet.matches("</", at: end) { return text }
      guard let close = packet.firstPosition(of: 0x3E, from: end) else { return nil }
      position = close + 1
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
