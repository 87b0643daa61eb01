/// Why a text is no JSON that the reader takes, and where.
package struct JSONError: Error, Sendable, Hashable {
  /// What is wrong.
  package enum Reason: Sendable, Hashable {
    /// The text has more bytes than the reader's limit.
    case tooLarge(limit: Int)
    /// Values are nested deeper than the reader's limit.
    case tooDeep(limit: Int)
    /// The text ends inside a value.
    case unexpectedEnd
    /// A byte that cannot stand here; `expected` is a noun phrase.
    case unexpectedByte(UInt8, expected: String)
    /// Something follows the value.
    case trailingContent
    /// A key appears twice in one object.
    case duplicateKey(String)
    /// A string holds an unescaped control character.
    case controlCharacter(UInt8)
    /// A string holds an escape that JSON does not have, or half a surrogate pair.
    case invalidEscape
    /// A string is not UTF-8.
    case invalidUTF8
    /// A number is not written as JSON asks.
    case invalidNumber
    /// A number is too large for a double.
    case numberOutOfRange
  }

  /// What is wrong.
  package let reason: Reason
  /// Where it is.
  package let position: JSONPosition

  package init(_ reason: Reason, position: JSONPosition) {
    self.reason = reason
    self.position = position
  }

  /// What is wrong, as a clause without a full stop.
  package var message: String {
    switch reason {
    case .tooLarge(let limit): "the text has more than \(limit) bytes"
    case .tooDeep(let limit): "values are nested more than \(limit) deep"
    case .unexpectedEnd: "the text ends inside a value"
    case .unexpectedByte(let byte, let expected):
      "expected \(expected), found \(Self.name(of: byte))"
    case .trailingContent: "something follows the value"
    case .duplicateKey(let key): "the key \(DisplayText.quoted(key)) appears twice"
    case .controlCharacter(let byte):
      "a string holds the control character \(Self.name(of: byte)); write it as an escape"
    case .invalidEscape: "a string holds an invalid escape"
    case .invalidUTF8: "a string is not UTF-8"
    case .invalidNumber: "a number is not written as JSON asks"
    case .numberOutOfRange: "a number is too large"
    }
  }

  private static func name(of byte: UInt8) -> String {
    if byte > 0x20, byte < 0x7F { return "\"\(Character(Unicode.Scalar(byte)))\"" }
    let digits = String(byte, radix: 16, uppercase: true)
    return "the byte 0x" + (digits.count < 2 ? "0" : "") + digits
  }
}
