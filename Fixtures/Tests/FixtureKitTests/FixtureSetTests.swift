import FixtureKit
import Testing

@testable import fixtures

@Suite struct FixtureSetTests {
  // Made once for all tests: drawing takes seconds in a debug build.
  private static let made = Result { try FixtureSet().fixtures }

  @Test func everyPathIsMadeOnce() throws {
    let fixtures = try Self.made.get()
    #expect(Set(fixtures.map(\.path)).count == fixtures.count)
    #expect(fixtures.count > 200)
  }

  @Test func everyFileSaysWhatItIsAndStatesSomething() throws {
    for fixture in try Self.made.get() {
      #expect(!fixture.description.isEmpty)
      let expected = fixture.expected
      #expect(
        !expected.outcomes.isEmpty || !expected.failsOneOf.isEmpty
          || expected.isUnreadable == true, "\(fixture.path)")
    }
  }

  @Test func noRuleIsBothStatedAndForbidden() throws {
    for fixture in try Self.made.get() {
      let failing = fixture.expected.outcomes.filter { $0.value == "fail" }.map(\.key)
      let forbidden = Set(fixture.expected.mustNotFail)
      #expect(forbidden.isDisjoint(with: failing), "\(fixture.path)")
      #expect(forbidden.isDisjoint(with: fixture.expected.failsOneOf), "\(fixture.path)")
    }
  }

  @Test func ruleFoldersStateTheOutcomeOfTheirName() throws {
    for fixture in try Self.made.get() where fixture.path.hasPrefix("rules/") {
      let parts = fixture.path.split(separator: "/").map(String.init)
      #expect(fixture.expected.outcomes[parts[1]] == parts[2], "\(fixture.path)")
    }
  }

  @Test func validFilesAreWhole() throws {
    for fixture in try Self.made.get() where fixture.path.hasPrefix("valid/") {
      #expect(fixture.expected.outcomes["truncated-file"] == "pass", "\(fixture.path)")
      #expect(fixture.expected.outcomes["corrupt-file"] == "pass", "\(fixture.path)")
    }
  }

  @Test func allOfItStaysSmall() throws {
    let total = try Self.made.get().reduce(0) { $0 + $1.bytes.count }
    #expect(total < 6_000_000)
  }
}
