import FixtureKit
import Testing

@testable import fixtures

@Suite struct ExpectationTests {
  @Test func noRuleIsBothStatedAndForbidden() throws {
    for fixture in try FixtureSet().fixtures {
      let failing = fixture.expected.outcomes.filter { $0.value == "fail" }.map(\.key)
      let forbidden = Set(fixture.expected.mustNotFail)
      #expect(forbidden.isDisjoint(with: failing), "\(fixture.path)")
      #expect(forbidden.isDisjoint(with: fixture.expected.failsOneOf), "\(fixture.path)")
    }
  }
}
