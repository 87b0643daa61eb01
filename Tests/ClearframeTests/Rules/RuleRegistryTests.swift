import Clearframe
import Testing

@Suite struct RuleRegistryTests {
  @Test func namesAreUniqueAndFollowOneStyle() {
    let names = RuleDescription.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)")
      #expect(RuleDescription.named(name)?.name == name)
    }
    #expect(RuleDescription.named("no-such-rule") == nil)
  }

  @Test(arguments: RuleDescription.all)
  func pagesAreWhole(_ rule: RuleDescription) {
    for text in [rule.summary, rule.why, rule.measurement, rule.caveats, rule.remedy] {
      #expect(text.hasSuffix("."), "\(rule.name): \(text)")
      #expect(text.count >= 30, "\(rule.name): \(text)")
      #expect(!text.contains("\n"), "\(rule.name): \(text)")
      #expect(!text.contains("  "), "\(rule.name): \(text)")
    }
  }

  @Test(arguments: RuleDescription.all)
  func limitsAreWellNamed(_ rule: RuleDescription) {
    #expect(Set(rule.limits.map(\.name)).count == rule.limits.count)
    for limit in rule.limits {
      #expect(limit.name.wholeMatch(of: /[a-z]+([A-Z][a-z]*)*/) != nil, "\(limit.name)")
      #expect(limit.summary.hasSuffix("."))
      #expect(!limit.unit.isEmpty)
      #expect(limit.range.lowerBound < limit.range.upperBound)
    }
  }
}
