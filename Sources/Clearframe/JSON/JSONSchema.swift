/// The part of JSON Schema (draft 2020-12) that the published schemas use.
package indirect enum JSONSchema: Sendable {
  /// One named member of an object.
  package struct Property: Sendable {
    package let name: String
    package let summary: String
    package let schema: JSONSchema
    package let isRequired: Bool

    package init(
      _ name: String, _ schema: JSONSchema, isRequired: Bool = true, summary: String
    ) {
      self.name = name
      self.summary = summary
      self.schema = schema
      self.isRequired = isRequired
    }
  }

  /// Whether an object may have members that the schema does not name.
  package enum Openness: Sendable {
    /// Others may follow in a later version; a reader ignores them.
    case open
    /// Others are mistakes.
    case closed
  }

  /// Any string.
  case string
  /// One of these strings.
  case oneOf([String])
  /// This integer and no other.
  case constant(Int)
  /// An integer within the bounds.
  case integer(minimum: Int? = nil, maximum: Int? = nil)
  /// A number within the bounds.
  case number(ClosedRange<Double>? = nil)
  /// True or false.
  case boolean
  /// An array of that many elements, or of any number.
  case array(of: JSONSchema, count: Int? = nil)
  /// An object with these members.
  case object([Property], Openness)
  /// Null or the given.
  case nullable(JSONSchema)
  /// At least one of these.
  case anyOf([JSONSchema])

  /// The whole schema document, indented, with a line feed at its end.
  package func document(title: String, summary: String) -> String {
    var writer = JSONWriter(layout: .indented)
    writer.beginObject()
    writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
    writer.member("title", title)
    writer.member("description", summary)
    writeKeywords(to: &writer)
    writer.end()
    return writer.text + "\n"
  }

  private func writeKeywords(to writer: inout JSONWriter, isNullable: Bool = false) {
    switch self {
    case .string:
      Self.writeType("string", isNullable, to: &writer)
    case .oneOf(let names):
      Self.writeType("string", isNullable, to: &writer)
      writer.key("enum")
      writer.beginArray()
      for name in names { writer.string(name) }
      if isNullable { writer.null() }
      writer.end()
    case .constant(let value):
      writer.member("const", value)
    case .integer(let minimum, let maximum):
      Self.writeType("integer", isNullable, to: &writer)
      if let minimum { writer.member("minimum", minimum) }
      if let maximum { writer.member("maximum", maximum) }
    case .number(let range):
      Self.writeType("number", isNullable, to: &writer)
      if let range {
        if range.lowerBound.isFinite { writer.member("minimum", range.lowerBound) }
        if range.upperBound.isFinite { writer.member("maximum", range.upperBound) }
      }
    case .boolean:
      Self.writeType("boolean", isNullable, to: &writer)
    case .array(let element, let count):
      Self.writeType("array", isNullable, to: &writer)
      writer.key("items")
      writer.beginObject()
      element.writeKeywords(to: &writer)
      writer.end()
      if let count {
        writer.member("minItems", count)
        writer.member("maxItems", count)
      }
    case .object(let properties, let openness):
      Self.writeType("object", isNullable, to: &writer)
      Self.write(properties, openness, to: &writer)
    case .nullable(let schema):
      schema.writeKeywords(to: &writer, isNullable: true)
    case .anyOf(let schemas):
      writer.key("anyOf")
      writer.beginArray()
      for schema in schemas {
        writer.beginObject()
        schema.writeKeywords(to: &writer, isNullable: isNullable)
        writer.end()
      }
      writer.end()
    }
  }

  private static func write(
    _ properties: [Property], _ openness: Openness, to writer: inout JSONWriter
  ) {
    writer.key("properties")
    writer.beginObject()
    for property in properties {
      writer.key(property.name)
      writer.beginObject()
      writer.member("description", property.summary)
      property.schema.writeKeywords(to: &writer)
      writer.end()
    }
    writer.end()
    let required = properties.filter(\.isRequired)
    if !required.isEmpty {
      writer.key("required")
      writer.beginArray()
      for property in required { writer.string(property.name) }
      writer.end()
    }
    if openness == .closed { writer.member("additionalProperties", false) }
  }

  private static func writeType(
    _ name: String, _ isNullable: Bool, to writer: inout JSONWriter
  ) {
    writer.key("type")
    guard isNullable else { return writer.string(name) }
    writer.beginArray()
    writer.string(name)
    writer.string("null")
    writer.end()
  }
}
