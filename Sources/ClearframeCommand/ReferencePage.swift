import Clearframe

/// The texts of `rules`, `explain`, `profiles` and `schema`.
enum ReferencePage {
  /// Every rule's name with what it finds.
  static func rules() -> String {
    list(RuleDescription.all.map { ($0.name, $0.summary) })
  }

  /// The page of one rule.
  static func explain(_ name: String) throws(UsageError) -> String {
    guard let rule = RuleDescription.all.first(where: { $0.name == name }) else {
      throw unknown(name, "rule", among: RuleDescription.all.map(\.name))
    }
    return rule.page()
  }

  /// Every shipped profile's name with what it is for.
  static func profiles() -> String {
    list(Profile.shipped.map { ($0.name, $0.summary) })
  }

  /// One shipped profile as JSON; renamed and changed, it can be given back with `--profile`.
  static func profile(_ name: String) throws(UsageError) -> String {
    guard let profile = Profile.shipped.first(where: { $0.name == name }) else {
      throw unknown(name, "shipped profile", among: Profile.shipped.map(\.name))
    }
    var writer = JSONWriter(layout: .indented)
    writer.value(profile)
    return writer.text + "\n"
  }

  /// A schema by name.
  static func schema(_ name: String) throws(UsageError) -> String {
    switch name {
    case "report": return ReportSchema.text
    case "profile": return ProfileSchema.text
    default: throw unknown(name, "schema", among: ["report", "profile"])
    }
  }

  private static func list(_ rows: [(name: String, summary: String)]) -> String {
    let column = (rows.map(\.name.count).max() ?? 0) + 2
    return rows.map { row in
      row.name + String(repeating: " ", count: column - row.name.count) + row.summary + "\n"
    }.joined()
  }

  private static func unknown(_ name: String, _ kind: String, among names: [String]) -> UsageError {
    UsageError(
      "\"\(DisplayText.plain(name))\" is no \(kind); there are "
        + names.joined(separator: ", "),
      suggestion: NearestName.of(name, in: names))
  }
}
