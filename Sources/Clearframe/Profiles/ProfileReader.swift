/// Turns the JSON of a profile into a ``Profile`` and refuses everything it does not know.
package struct ProfileReader {
  private static let profileKeys = ["$schema", "name", "extends", "summary", "rules"]
  private static let ruleKeys = ["severity", "limits"]
  private static let limitKeys = ["value", "origin"]
  private static let maximumNameLength = 64
  private static let maximumTextLength = 2_000

  private let source: String

  private var defaultOrigin: String { "Set in \(DisplayText.plain(source, limit: 256))." }

  /// The profile that a text describes.
  ///
  /// - Parameters:
  ///   - source: What errors call the text.
  ///   - isShipped: Whether the text is part of the library and may carry a shipped name.
  package static func profile(
    of bytes: [UInt8], source: String, isShipped: Bool
  ) throws(ProfileError) -> Profile {
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONReader.value(of: bytes)
    } catch {
      throw ProfileError(
        .invalidJSON, source: source, position: error.position, message: error.message)
    }
    return try ProfileReader(source: source).profile(of: root, isShipped: isShipped)
  }

  package static func unknownLimitMessage(_ rule: RuleDescription) -> String {
    let names = rule.limits.map(\.name)
    return names.isEmpty
      ? "the rule has no limits"
      : "the rule has no such limit; it has \(names.joined(separator: ", "))"
  }

  package static func outOfRangeMessage(_ value: Double, _ limit: LimitDescription) -> String {
    "\(NumberText.plain(value)) is out of range; it may be "
      + "\(NumberText.plain(limit.range.lowerBound)) to "
      + "\(NumberText.plain(limit.range.upperBound)) \(limit.unit)"
  }

  private func profile(of root: JSONValue, isShipped: Bool) throws(ProfileError) -> Profile {
    let members = try members(of: root, path: "", what: "a profile")
    var name: String?
    var summary: String?
    var base: Profile?
    var rules: JSONValue?
    for member in members {
      switch member.key {
      case "$schema": _ = try text(of: member.value, path: "$schema")
      case "name": name = try profileName(of: member.value, isShipped: isShipped)
      case "extends": base = try baseProfile(of: member.value)
      case "summary": summary = try text(of: member.value, path: "summary")
      case "rules": rules = member.value
      default: throw unknownKey(member, path: "", valid: Self.profileKeys)
      }
    }
    guard let name else { throw missingKey("name", in: root, path: "") }
    if rules == nil, base == nil { throw missingKey("rules", in: root, path: "") }

    var settings = RuleRegistry.names.map { rule in
      base?.setting(for: rule) ?? RuleSetting(rule: rule, severity: .off)
    }
    if let rules {
      for member in try self.members(of: rules, path: "rules", what: "rules") {
        guard let index = settings.firstIndex(where: { $0.rule == member.key }),
          let rule = RuleRegistry.rule(named: member.key)
        else {
          throw ProfileError(
            .unknownRule, source: source, position: member.keyPosition,
            keyPath: path("rules", member.key), message: "there is no such rule",
            suggestion: NearestName.of(member.key, in: RuleRegistry.names))
        }
        try apply(
          member, to: &settings[index], rule: rule.description, hasBase: base != nil)
      }
    }
    guard settings.contains(where: { $0.severity != .off }) else {
      throw ProfileError(
        .noActiveRule, source: source, position: (rules ?? root).position, keyPath: "rules",
        message: "no rule is switched on, so that every file would pass; extend a shipped profile "
          + "or give a rule a severity")
    }
    return Profile(
      name: name, summary: summary ?? base.map { "Starts from \($0.name)." } ?? "",
      rules: settings)
  }

  private func profileName(
    of value: JSONValue, isShipped: Bool
  ) throws(ProfileError) -> String {
    let name = try text(of: value, path: "name")
    guard !name.isEmpty, name.unicodeScalars.count <= Self.maximumNameLength,
      DisplayText.plain(name) == name
    else {
      throw ProfileError(
        .outOfRange, source: source, position: value.position, keyPath: "name",
        message: "a name has 1 to \(Self.maximumNameLength) characters, none of them invisible")
    }
    // A report carries only the name, so a changed profile must not pass for the shipped one.
    guard isShipped || !Profile.shippedNames.contains(name) else {
      throw ProfileError(
        .outOfRange, source: source, position: value.position, keyPath: "name",
        message: "a shipped profile has the name \"\(name)\"; choose another and write "
          + "\"extends\": \"\(name)\" to start from it")
    }
    return name
  }

  private func baseProfile(of value: JSONValue) throws(ProfileError) -> Profile {
    let name = try text(of: value, path: "extends")
    do throws(ProfileError) {
      return try Profile(named: name)
    } catch {
      throw ProfileError(
        .unknownBase, source: source, position: value.position, keyPath: "extends",
        message: "\(DisplayText.quoted(name)) is no shipped profile; a profile extends only "
          + "\(Profile.shippedNames.joined(separator: ", ")), not a file",
        suggestion: error.suggestion)
    }
  }

  private func apply(
    _ member: JSONValue.Member, to setting: inout RuleSetting, rule: RuleDescription,
    hasBase: Bool
  ) throws(ProfileError) {
    let rulePath = path("rules", member.key)
    switch member.value.content {
    case .string:
      setting.severity = try severity(of: member.value, path: rulePath)
    case .object(let members):
      var statesSeverity = false
      for entry in members {
        switch entry.key {
        case "severity":
          setting.severity = try severity(of: entry.value, path: path(rulePath, "severity"))
          statesSeverity = true
        case "limits":
          try applyLimits(entry.value, to: &setting, rule: rule, path: path(rulePath, "limits"))
        default:
          throw unknownKey(entry, path: rulePath, valid: Self.ruleKeys)
        }
      }
      guard statesSeverity || hasBase else {
        throw missingKey("severity", in: member.value, path: rulePath)
      }
    default:
      throw ProfileError(
        .wrongType, source: source, position: member.value.position, keyPath: rulePath,
        message: "expected a severity or an object with \"severity\" and \"limits\", found "
          + member.value.kindName)
    }
    guard setting.severity != .off else { return }
    for limit in rule.limits where !limit.isOptional && setting.limits[limit.name] == nil {
      throw ProfileError(
        .missingLimit, source: source, position: member.keyPosition,
        keyPath: path(path(rulePath, "limits"), limit.name), message: "the rule needs this limit")
    }
  }

  private func applyLimits(
    _ value: JSONValue, to setting: inout RuleSetting, rule: RuleDescription,
    path limitsPath: String
  ) throws(ProfileError) {
    for entry in try members(of: value, path: limitsPath, what: "limits") {
      let entryPath = path(limitsPath, entry.key)
      guard let limit = rule.limits.first(where: { $0.name == entry.key }) else {
        throw ProfileError(
          .unknownLimit, source: source, position: entry.keyPosition, keyPath: entryPath,
          message: Self.unknownLimitMessage(rule),
          suggestion: NearestName.of(entry.key, in: rule.limits.map(\.name)))
      }
      switch entry.value.content {
      case .null where limit.isOptional:
        setting.limits[limit.name] = nil
        setting.origins[limit.name] = nil
      case .null:
        throw ProfileError(
          .missingLimit, source: source, position: entry.value.position, keyPath: entryPath,
          message: "the rule needs this limit; null removes only an optional one")
      case .object(let parts):
        try applyLimit(parts, of: entry, limit, path: entryPath, to: &setting)
      default:
        setting.limits[limit.name] = try number(of: entry.value, limit, path: entryPath)
        setting.origins[limit.name] = defaultOrigin
      }
    }
  }

  private func applyLimit(
    _ parts: [JSONValue.Member], of entry: JSONValue.Member, _ limit: LimitDescription,
    path entryPath: String, to setting: inout RuleSetting
  ) throws(ProfileError) {
    var number: Double?
    var origin: String?
    for part in parts {
      switch part.key {
      case "value":
        number = try self.number(of: part.value, limit, path: path(entryPath, "value"))
      case "origin":
        origin = try text(of: part.value, path: path(entryPath, "origin"))
      default:
        throw unknownKey(part, path: entryPath, valid: Self.limitKeys)
      }
    }
    guard let number else { throw missingKey("value", in: entry.value, path: entryPath) }
    setting.limits[limit.name] = number
    setting.origins[limit.name] = origin ?? defaultOrigin
  }

  private func severity(of value: JSONValue, path: String) throws(ProfileError) -> Severity {
    guard case .string(let word) = value.content else {
      throw wrongType(value, path: path, expected: "a severity")
    }
    guard let severity = Severity(rawValue: word) else {
      let valid = Severity.allCases.map(\.rawValue)
      throw ProfileError(
        .unknownSeverity, source: source, position: value.position, keyPath: path,
        message: "\(DisplayText.quoted(word)) is no severity; there are "
          + valid.joined(separator: ", "),
        suggestion: NearestName.of(word, in: valid))
    }
    return severity
  }

  private func number(
    of value: JSONValue, _ limit: LimitDescription, path: String
  ) throws(ProfileError) -> Double {
    guard case .number(let number) = value.content else {
      throw wrongType(value, path: path, expected: "a number")
    }
    guard limit.range.contains(number) else {
      throw ProfileError(
        .outOfRange, source: source, position: value.position, keyPath: path,
        message: Self.outOfRangeMessage(number, limit))
    }
    return number
  }

  private func text(of value: JSONValue, path: String) throws(ProfileError) -> String {
    guard case .string(let text) = value.content else {
      throw wrongType(value, path: path, expected: "a string")
    }
    guard text.utf8.count <= Self.maximumTextLength else {
      throw ProfileError(
        .outOfRange, source: source, position: value.position, keyPath: path,
        message: "the text has more than \(NumberText.grouped(Self.maximumTextLength)) bytes")
    }
    return text
  }

  private func members(
    of value: JSONValue, path: String, what: String
  ) throws(ProfileError) -> [JSONValue.Member] {
    guard case .object(let members) = value.content else {
      throw ProfileError(
        .wrongType, source: source, position: value.position,
        keyPath: path.isEmpty ? nil : path,
        message: "expected an object with \(what), found \(value.kindName)")
    }
    return members
  }

  private func wrongType(_ value: JSONValue, path: String, expected: String) -> ProfileError {
    ProfileError(
      .wrongType, source: source, position: value.position, keyPath: path,
      message: "expected \(expected), found \(value.kindName)")
  }

  private func unknownKey(
    _ member: JSONValue.Member, path parent: String, valid: [String]
  ) -> ProfileError {
    ProfileError(
      .unknownKey, source: source, position: member.keyPosition,
      keyPath: path(parent, member.key),
      message: "there is no such key; here stand \(valid.joined(separator: ", "))",
      suggestion: NearestName.of(member.key, in: valid))
  }

  private func missingKey(_ key: String, in value: JSONValue, path parent: String) -> ProfileError {
    ProfileError(
      .missingKey, source: source, position: value.position, keyPath: path(parent, key),
      message: "the key is missing")
  }

  private func path(_ parent: String, _ key: String) -> String {
    let shown = DisplayText.plain(key)
    return parent.isEmpty ? shown : "\(parent).\(shown)"
  }
}
