/// Reads a JSON text as RFC 8259 defines it: no comments, no trailing commas, no duplicate keys.
///
/// The text may come from anywhere, so size and depth are limited. A byte order mark in front is
/// passed over, as the standard allows.
package struct JSONReader {
  /// The most bytes a text may have unless a caller says otherwise: 1 MiB, a thousand times more
  /// than a profile needs.
  package static let defaultMaximumBytes = 1 << 20
  /// The deepest nesting unless a caller says otherwise; a profile nests four deep. Reading
  /// recurses once per level, so this also bounds the stack.
  package static let defaultMaximumDepth = 64

  private let bytes: [UInt8]
  private let maximumDepth: Int
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  /// UTF-8 continuation bytes since `lineStart`; they take no column of their own.
  private var continuationBytes = 0

  private init(_ bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// The one value of a text.
  ///
  /// - Throws: ``JSONError`` with the place of the first thing that is wrong.
  package static func value(
    of bytes: [UInt8], maximumBytes: Int = defaultMaximumBytes,
    maximumDepth: Int = defaultMaximumDepth
  ) throws(JSONError) -> JSONValue {
    guard bytes.count <= maximumBytes else {
      throw JSONError(
        .tooLarge(limit: maximumBytes), position: JSONPosition(line: 1, column: 1))
    }
    var reader = JSONReader(bytes, maximumDepth: maximumDepth)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      reader.offset = 3
      reader.lineStart = 3
    }
    reader.skipWhitespace()
    let value = try reader.readValue(depth: 1)
    reader.skipWhitespace()
    guard reader.offset == bytes.count else {
      throw JSONError(.trailingContent, position: reader.position)
    }
    return value
  }

  private var position: JSONPosition {
    JSONPosition(line: line, column: offset - lineStart - continuationBytes + 1)
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func failure(expected: String) -> JSONError {
    guard let byte = current else { return JSONError(.unexpectedEnd, position: position) }
    return JSONError(.unexpectedByte(byte, expected: expected), position: position)
  }

  private mutating func skipWhitespace() {
    while let byte = current {
      switch byte {
      case 0x20, 0x09:
        offset += 1
      case 0x0A:
        offset += 1
        startLine()
      case 0x0D:
        offset += 1
        if current == 0x0A { offset += 1 }
        startLine()
      default:
        return
      }
    }
  }

  private mutating func startLine() {
    line += 1
    lineStart = offset
    continuationBytes = 0
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    let start = position
    guard let byte = current else { throw JSONError(.unexpectedEnd, position: start) }
    switch byte {
    case UInt8(ascii: "{"):
      try checkDepth(depth)
      return JSONValue(.object(try readMembers(depth: depth)), position: start)
    case UInt8(ascii: "["):
      try checkDepth(depth)
      return JSONValue(.array(try readElements(depth: depth)), position: start)
    case UInt8(ascii: "\""):
      return JSONValue(.string(try readString()), position: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONValue(.number(try readNumber()), position: start)
    case UInt8(ascii: "t"):
      try readWord("true")
      return JSONValue(.boolean(true), position: start)
    case UInt8(ascii: "f"):
      try readWord("false")
      return JSONValue(.boolean(false), position: start)
    case UInt8(ascii: "n"):
      try readWord("null")
      return JSONValue(.null, position: start)
    default:
      throw failure(expected: "a value")
    }
  }

  private func checkDepth(_ depth: Int) throws(JSONError) {
    guard depth <= maximumDepth else {
      throw JSONError(.tooDeep(limit: maximumDepth), position: position)
    }
  }

  private mutating func readWord(_ word: StaticString) throws(JSONError) {
    let start = position
    let length = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { letters in
      bytes.count - offset >= length && letters.elementsEqual(bytes[offset..<(offset + length)])
    }
    guard matches else {
      throw JSONError(
        .unexpectedByte(bytes[offset], expected: "a value"), position: start)
    }
    offset += length
  }

  private mutating func readMembers(depth: Int) throws(JSONError) -> [JSONValue.Member] {
    offset += 1
    skipWhitespace()
    var members: [JSONValue.Member] = []
    if current == UInt8(ascii: "}") {
      offset += 1
      return members
    }
    var keys: Set<String> = []
    while true {
      let keyPosition = position
      guard current == UInt8(ascii: "\"") else { throw failure(expected: "a key in quotes") }
      let key = try readString()
      guard keys.insert(key).inserted else {
        throw JSONError(.duplicateKey(key), position: keyPosition)
      }
      skipWhitespace()
      guard current == UInt8(ascii: ":") else { throw failure(expected: "\":\"") }
      offset += 1
      skipWhitespace()
      let value = try readValue(depth: depth + 1)
      members.append(JSONValue.Member(key: key, keyPosition: keyPosition, value: value))
      skipWhitespace()
      if current == UInt8(ascii: "}") {
        offset += 1
        return members
      }
      guard current == UInt8(ascii: ",") else { throw failure(expected: "\",\" or \"}\"") }
      offset += 1
      skipWhitespace()
    }
  }

  private mutating func readElements(depth: Int) throws(JSONError) -> [JSONValue] {
    offset += 1
    skipWhitespace()
    var elements: [JSONValue] = []
    if current == UInt8(ascii: "]") {
      offset += 1
      return elements
    }
    while true {
      elements.append(try readValue(depth: depth + 1))
      skipWhitespace()
      if current == UInt8(ascii: "]") {
        offset += 1
        return elements
      }
      guard current == UInt8(ascii: ",") else { throw failure(expected: "\",\" or \"]\"") }
      offset += 1
      skipWhitespace()
    }
  }

  private mutating func readString() throws(JSONError) -> String {
    let start = position
    offset += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONError(.invalidUTF8, position: start)
        }
        return string
      case UInt8(ascii: "\\"):
        try readEscape(into: &text)
      case 0x00..<0x20:
        throw JSONError(.controlCharacter(byte), position: position)
      default:
        if byte & 0xC0 == 0x80 { continuationBytes += 1 }
        text.append(byte)
        offset += 1
      }
    }
    throw JSONError(.unexpectedEnd, position: position)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    let start = position
    offset += 1
    guard let byte = current else { throw JSONError(.unexpectedEnd, position: position) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = UInt32(try readFourDigits(escape: start))
      if code & 0xFC00 == 0xD800 {
        guard current == UInt8(ascii: "\\"), offset + 1 < bytes.count,
          bytes[offset + 1] == UInt8(ascii: "u")
        else { throw JSONError(.invalidEscape, position: start) }
        offset += 2
        let low = UInt32(try readFourDigits(escape: start))
        guard low & 0xFC00 == 0xDC00 else { throw JSONError(.invalidEscape, position: start) }
        code = 0x1_0000 + ((code & 0x3FF) << 10) + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw JSONError(.invalidEscape, position: start)
      }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default:
      throw JSONError(.invalidEscape, position: start)
    }
  }

  private mutating func readFourDigits(escape start: JSONPosition) throws(JSONError) -> UInt16 {
    var code: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw JSONError(.unexpectedEnd, position: position) }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw JSONError(.invalidEscape, position: start)
      }
      code = code << 4 | UInt16(digit)
      offset += 1
    }
    return code
  }

  private mutating func readNumber() throws(JSONError) -> Double {
    let start = position
    let first = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    if current == UInt8(ascii: "0") {
      offset += 1
    } else {
      try readDigits(number: start)
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      try readDigits(number: start)
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try readDigits(number: start)
    }
    if let next = current, Self.continuesNumber(next) {
      throw JSONError(.invalidNumber, position: start)
    }
    guard let value = Double(String(decoding: bytes[first..<offset], as: UTF8.self)) else {
      throw JSONError(.invalidNumber, position: start)
    }
    guard value.isFinite else { throw JSONError(.numberOutOfRange, position: start) }
    return value
  }

  /// Whether a byte right after a number shows a misspelt number (`01`, `1.2.3`, `0x10`, `1_000`)
  /// rather than a missing comma.
  private static func continuesNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default:
      false
    }
  }

  private mutating func readDigits(number start: JSONPosition) throws(JSONError) {
    let first = offset
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    guard offset > first else {
      throw JSONError(current == nil ? .unexpectedEnd : .invalidNumber, position: start)
    }
  }
}
