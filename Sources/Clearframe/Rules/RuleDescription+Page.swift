extension RuleDescription {
  /// The rule's page as plain text: what it finds, why, how it is measured, its limits with each
  /// profile's numbers, what it cannot see and how to fix the photo.
  ///
  /// - Parameters:
  ///   - profiles: The profiles whose numbers are listed; the shipped ones by default.
  ///   - width: The number of columns to wrap at, at least 40.
  /// - Returns: Lines that end in a newline each.
  public func page(profiles: [Profile] = Profile.shipped, width: Int = 80) -> String {
    let width = max(40, width)
    var lines = [name, ""]
    lines += TextWrapping.lines(summary, width: width)
    lines += section("Why", why, width: width)
    lines += section("How it is measured", measurement, width: width)
    lines += ["", "Severity"]
    for (names, text) in grouped(profiles, by: { $0.severity.rawValue }) {
      lines += TextWrapping.lines(
        "\(names): \(text)", width: width, indent: "  ", hangingIndent: "    ")
    }
    if !limits.isEmpty { lines += ["", "Limits"] }
    for limit in limits { lines += limitLines(limit, profiles: profiles, width: width) }
    lines += section("What it cannot see", caveats, width: width)
    lines += section("How to fix the photo", remedy, width: width)
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ text: String, width: Int) -> [String] {
    ["", title] + TextWrapping.lines(text, width: width, indent: "  ")
  }

  private func limitLines(
    _ limit: LimitDescription, profiles: [Profile], width: Int
  ) -> [String] {
    var lines = TextWrapping.lines(
      "\(limit.name), in \(limit.unit)\(limit.isOptional ? ", optional" : "")", width: width,
      indent: "  ", hangingIndent: "    ")
    lines += TextWrapping.lines(limit.summary, width: width, indent: "    ")
    for (names, text) in grouped(profiles, by: { valueText(of: limit, in: $0) }) {
      lines += TextWrapping.lines(
        "\(names): \(text)", width: width, indent: "    ", hangingIndent: "      ")
    }
    return lines
  }
  /// The number that a profile sets and where it comes from.
  private func valueText(of limit: LimitDescription, in setting: RuleSetting) -> String {
    guard let value = setting.limits[limit.name] else { return "not set" }
    let number = NumberText.plain(value, fractionDigits: 6)
    return setting.origins[limit.name].map { "\(number). \($0)" } ?? number
  }

  /// The profiles' names beside what is said about each; those of which the same is said share
  /// one entry, at the place of the first.
  private func grouped(
    _ profiles: [Profile], by text: (RuleSetting) -> String
  ) -> [(names: String, text: String)] {
    var groups: [(names: String, text: String)] = []
    for profile in profiles {
      guard let setting = profile.setting(for: name) else { continue }
      let text = text(setting)
      if let index = groups.firstIndex(where: { $0.text == text }) {
        groups[index].names += ", " + profile.name
      } else {
        groups.append((profile.name, text))
      }
    }
    return groups
  }
}
