/// A value of a JSON text (RFC 8259) and where it stands.
package struct JSONValue: Sendable, Hashable {
  /// One key and its value.
  package struct Member: Sendable, Hashable {
    /// The key with its escapes resolved.
    package let key: String
    /// Where the key's opening quotation mark stands.
    package let keyPosition: JSONPosition
    /// The value.
    package let value: JSONValue

    package init(key: String, keyPosition: JSONPosition, value: JSONValue) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// What a value is.
  package enum Content: Sendable, Hashable {
    case null
    case boolean(Bool)
    /// A finite number.
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Members in the order of the text; no key appears twice.
    case object([Member])
  }

  /// What the value is.
  package let content: Content
  /// Where its first character stands.
  package let position: JSONPosition

  package init(_ content: Content, position: JSONPosition) {
    self.content = content
    self.position = position
  }

  /// The kind of value as it reads in a message, such as `a string`.
  package var kindName: String {
    switch content {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
