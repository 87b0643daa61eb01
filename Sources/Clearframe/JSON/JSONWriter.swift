/// Writes one JSON text (RFC 8259) from calls made in order; keys appear in the order of the calls.
///
/// The result is always valid Unicode and safe to show: control characters, C1 controls included,
/// line separators such as U+2028 and bidirectional controls are escaped. Bytes that are not valid
/// UTF-8 cannot be said in JSON; whoever makes a `String` of them puts U+FFFD for each ill-formed
/// sequence, so such a name is readable but not exact.
package struct JSONWriter: Sendable {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// No white space at all: one value is one line.
    case compact
    /// One member or element per line, indented by two spaces.
    case indented
  }

  private struct Container {
    var closingByte: UInt8
    var isEmpty: Bool
  }

  private let layout: Layout
  private var bytes: [UInt8] = []
  private var containers: [Container] = []
  private var followsKey = false

  package init(layout: Layout = .compact) {
    self.layout = layout
  }

  /// What has been written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Containers

  /// Opens an object; close it with `end()`.
  package mutating func beginObject() { begin(UInt8(ascii: "{"), closingWith: UInt8(ascii: "}")) }

  /// Opens an array; close it with `end()`.
  package mutating func beginArray() { begin(UInt8(ascii: "["), closingWith: UInt8(ascii: "]")) }

  /// Closes the innermost open object or array; does nothing where none is open.
  package mutating func end() {
    guard let container = containers.popLast() else { return }
    if !container.isEmpty { breakLine() }
    bytes.append(container.closingByte)
  }

  /// Writes a member's key; its value must follow.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  // MARK: Values

  /// Writes a string.
  package mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes an integer.
  package mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes the shortest decimal that reads back as the same number; null where it is not finite.
  ///
  /// Whole numbers up to 2^53 in magnitude are written without a fraction.
  package mutating func number(_ value: Double) {
    separate()
    bytes.append(contentsOf: Self.decimal(value).utf8)
  }

  /// Writes true or false.
  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes null.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  // MARK: Members

  /// Writes a member whose value is a string, or null.
  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member whose value is an integer, or null.
  package mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member whose value is a number, or null.
  package mutating func member(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  /// Writes a member whose value is true or false.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  // MARK: Spelling

  /// The shortest decimal that reads back as `value`; `null` where it is not finite.
  package static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    // Above 2^53 not every whole number is a Double; there the exponent form says so.
    if value.magnitude <= 0x1p53, let whole = Int(exactly: value) {
      return whole == 0 && value.sign == .minus ? "-0" : String(whole)
    }
    return value.description
  }

  private mutating func begin(_ openingByte: UInt8, closingWith closingByte: UInt8) {
    separate()
    bytes.append(openingByte)
    containers.append(Container(closingByte: closingByte, isEmpty: true))
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let last = containers.indices.last else { return }
    if containers[last].isEmpty {
      containers[last].isEmpty = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * containers.count))
  }

  /// Whether a terminal or a line reader acts on the scalar instead of showing it.
  ///
  /// Bidirectional controls can make `gpj.exe` read as `exe.jpg` (Unicode TR 36, section 2.5).
  private static func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: #"\""#.utf8)
      case "\\": bytes.append(contentsOf: #"\\"#.utf8)
      case "\n": bytes.append(contentsOf: #"\n"#.utf8)
      case "\r": bytes.append(contentsOf: #"\r"#.utf8)
      case "\t": bytes.append(contentsOf: #"\t"#.utf8)
      case "\u{8}": bytes.append(contentsOf: #"\b"#.utf8)
      case "\u{C}": bytes.append(contentsOf: #"\f"#.utf8)
      case _ where Self.steersTerminal(scalar):
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: #"\u"#.utf8)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
      default:
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
