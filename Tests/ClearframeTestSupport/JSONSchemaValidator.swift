import Foundation

/// Checks JSON values against the part of JSON Schema (draft 2020-12) that this package publishes.
///
/// A keyword that it does not know is a finding, so that a schema cannot grow past its test.
public struct JSONSchemaValidator {
  private let schema: Any
  private let isStrict: Bool

  /// Reads a schema; `isStrict` also refuses members that an open object does not name.
  public init(schema: String, isStrict: Bool = false) throws {
    self.schema = try JSONSerialization.jsonObject(with: Data(schema.utf8))
    self.isStrict = isStrict
  }

  /// What is wrong with a JSON text, each finding with its place; empty where it is valid.
  public func findings(in text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: [.fragmentsAllowed])
    return findings(in: value, schema: schema, place: "$")
  }

  private func findings(in value: Any, schema: Any, place: String) -> [String] {
    guard let schema = schema as? [String: Any] else { return ["\(place): schema is no object"] }
    var findings: [String] = []
    for (keyword, argument) in schema {
      switch keyword {
      case "$schema", "title", "description", "required", "additionalProperties": continue
      case "type":
        let names = argument as? [String] ?? [argument as? String ?? "?"]
        if !names.contains(where: { Self.isType($0, value) }) {
          findings.append("\(place): not of type \(names)")
        }
      case "const":
        if !Self.areEqual(value, argument) { findings.append("\(place): not \(argument)") }
      case "enum":
        let choices = argument as? [Any] ?? []
        if !choices.contains(where: { Self.areEqual(value, $0) }) {
          findings.append("\(place): \(value) is not in \(choices)")
        }
      case "minimum", "maximum":
        guard Self.isType("number", value), let number = value as? Double,
          let bound = argument as? Double
        else { continue }
        if keyword == "minimum" ? number < bound : number > bound {
          findings.append("\(place): \(number) breaks \(keyword) \(bound)")
        }
      case "anyOf":
        let choices = (argument as? [Any] ?? []).map {
          self.findings(in: value, schema: $0, place: place)
        }
        if !choices.contains([]) {
          findings += ["\(place): fits none of anyOf"] + choices.flatMap { $0 }
        }
      case "items":
        for (index, element) in (value as? [Any] ?? []).enumerated() {
          findings += self.findings(in: element, schema: argument, place: "\(place)[\(index)]")
        }
      case "minItems", "maxItems":
        guard let count = (value as? [Any])?.count, let bound = argument as? Int else { continue }
        if keyword == "minItems" ? count < bound : count > bound {
          findings.append("\(place): \(count) elements break \(keyword) \(bound)")
        }
      case "properties":
        guard let members = value as? [String: Any] else { continue }
        findings += membersFindings(members, schema: schema, place: place)
      default:
        findings.append("\(place): keyword \(keyword) is unknown to the validator")
      }
    }
    return findings
  }

  private func membersFindings(
    _ members: [String: Any], schema: [String: Any], place: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    let isClosed = isStrict || schema["additionalProperties"] as? Bool == false
    var findings: [String] = []
    for name in schema["required"] as? [String] ?? [] where members[name] == nil {
      findings.append("\(place): \(name) is missing")
    }
    for (name, member) in members {
      if let property = properties[name] {
        findings += self.findings(in: member, schema: property, place: "\(place).\(name)")
      } else if isClosed {
        findings.append("\(place): \(name) is not allowed")
      }
    }
    return findings
  }

  private static func isType(_ name: String, _ value: Any) -> Bool {
    switch name {
    case "null": return value is NSNull
    case "string": return value is String
    case "array": return value is [Any]
    case "object": return value is [String: Any]
    case "boolean": return isBoolean(value)
    case "number": return !isBoolean(value) && value is NSNumber
    case "integer":
      guard !isBoolean(value), let number = value as? NSNumber else { return false }
      return number.doubleValue == number.doubleValue.rounded()
    default: return false
    }
  }

  /// Foundation reads true as a number too; its Objective-C type tells them apart.
  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }

  private static func areEqual(_ first: Any, _ second: Any) -> Bool {
    if let first = first as? String, let second = second as? String { return first == second }
    if first is NSNull, second is NSNull { return true }
    guard !isBoolean(first), !isBoolean(second) else { return false }
    if let first = first as? NSNumber, let second = second as? NSNumber { return first == second }
    return false
  }
}
