/// The JSON Schema (draft 2020-12) of a profile, for editors that check while typing.
///
/// Every rule and every limit that exists is in it, with the limit's unit and range; anything else
/// is a mistake. Loading a profile checks more: that a rule that is not off has all its limits.
public enum ProfileSchema {
  /// The schema as an indented JSON text.
  public static var text: String {
    profile.document(
      title: "Clearframe profile",
      summary: "What a portal asks for: for every rule a severity and the numbers it judges by. "
        + "A profile has rules of its own, or extends a shipped one, or both.")
  }

  private static var profile: JSONSchema {
    .object(
      [
        .init("$schema", .string, isRequired: false, summary: "Where this schema is; not read."),
        .init("name", .string, summary: "The name that reports carry; no shipped profile's."),
        .init("summary", .string, isRequired: false, summary: "What the profile is for."),
        .init(
          "extends", .oneOf(Profile.shipped.map(\.name)), isRequired: false,
          summary: "The shipped profile that fills in everything left out here."),
        .init("rules", rules, isRequired: false, summary: "The settings by the rules' names."),
      ], .closed)
  }

  private static var rules: JSONSchema {
    .object(
      RuleDescription.all.map { rule in
        .init(
          rule.name, .anyOf([severity, setting(of: rule)]), isRequired: false,
          summary: rule.summary)
      }, .closed)
  }

  private static var severity: JSONSchema { .oneOf(Severity.allCases.map(\.rawValue)) }

  private static func setting(of rule: RuleDescription) -> JSONSchema {
    var properties: [JSONSchema.Property] = [
      .init("severity", severity, isRequired: false, summary: "How much a failure counts.")
    ]
    let limits: [JSONSchema.Property] = rule.limits.map { limit in
      .init(
        limit.name, value(of: limit), isRequired: false,
        summary: "\(limit.summary) Unit: \(limit.unit).")
    }
    // A rule without limits takes an empty object, as loading does.
    properties.append(
      .init(
        "limits", .object(limits, .closed), isRequired: false,
        summary: "The numbers that the rule judges by."))
    return .object(properties, .closed)
  }

  private static func value(of limit: LimitDescription) -> JSONSchema {
    let number = JSONSchema.number(limit.range)
    let detailed = JSONSchema.object(
      [
        .init("value", number, summary: "The number."),
        .init("origin", .string, isRequired: false, summary: "Where the number comes from."),
      ], .closed)
    // Null takes an optional limit away that the extended profile sets.
    return .anyOf([limit.isOptional ? .nullable(number) : number, detailed])
  }
}
