extension JSONWriter {
  /// Writes a profile in the shape that `ProfileSchema` describes and that loading takes.
  package mutating func value(_ profile: Profile) {
    beginObject()
    member("name", profile.name)
    member("summary", profile.summary)
    key("rules")
    beginObject()
    for setting in profile.rules {
      key(setting.rule)
      beginObject()
      member("severity", setting.severity.rawValue)
      writeLimits(of: setting)
      end()
    }
    end()
    end()
  }

  private mutating func writeLimits(of setting: RuleSetting) {
    guard !setting.limits.isEmpty else { return }
    let declared = RuleDescription.all.first { $0.name == setting.rule }?.limits ?? []
    key("limits")
    beginObject()
    for limit in declared {
      guard let value = setting.limits[limit.name] else { continue }
      key(limit.name)
      beginObject()
      member("value", value)
      if let origin = setting.origins[limit.name] { member("origin", origin) }
      end()
    }
    end()
  }
}
