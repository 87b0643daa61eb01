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
    for profile in profiles {
      guard let setting = profile.setting(for: name) else { continue }
      lines.append("  \(profile.name): \(setting.severity.rawValue)")
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
    var lines = ["  \(limit.name), in \(limit.unit)\(limit.isOptional ? ", optional" : "")"]
    lines += TextWrapping.lines(limit.summary, width: width, indent: "    ")
    for profile in profiles {
      guard let setting = profile.setting(for: name) else { continue }
      guard let value = setting.limits[limit.name] else {
        lines.append("    \(profile.name): not set")
        continue
      }
      let origin = setting.origins[limit.name].map { ". \($0)" } ?? ""
      lines += TextWrapping.lines(
        "\(profile.name): \(NumberText.plain(value, fractionDigits: 6))\(origin)", width: width,
        indent: "    ", hangingIndent: "      ")
    }
    return lines
  }
}
