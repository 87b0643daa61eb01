import Clearframe
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (204_800, "204,800"),
    (1_234_567, "1,234,567"), (-1_000, "-1,000"), (-999, "-999"),
    (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func groupsDigits(_ value: Int, _ text: String) {
    #expect(NumberText.grouped(value) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (0.05, "0.05"), (0.012_34, "0.012"), (-2.5, "-2.5"), (1_234.5, "1,234.5"),
    (0.999_9, "1"), (-0.000_1, "0"), (3, "3"), (1e16, "1e+16"), (.infinity, "∞"),
    (-.infinity, "-∞"), (.nan, "not a number"),
  ])
  func writesDecimals(_ value: Double, _ text: String) {
    #expect(NumberText.plain(value) == text)
  }

  @Test(arguments: [
    (0.0, "0 %"), (0.039, "3.9 %"), (0.39, "39 %"), (1, "100 %"), (0.000_1, "under 0.1 %"),
    (0.999_9, "over 99.9 %"), (0.25, "25 %"),
  ])
  func writesShares(_ share: Double, _ text: String) {
    #expect(NumberText.percent(share) == text)
  }

  @Test(arguments: [
    (0.01, 0.01, "1 %"), (0.012, 0.01, "1.2 %"), (0.010_4, 0.01, "1.04 %"),
    (0.010_02, 0.01, "1.002 %"), (0.009_99, 0.01, "0.999 %"),
    (0.010_000_01, 0.01, "a little over 1 %"), (0.009_999_99, 0.01, "a little under 1 %"),
    (0.000_2, 0.000_1, "0.02 %"), (0.3, 0.1, "30 %"), (.infinity, 0.1, "∞"),
  ])
  func writesSharesApartFromTheirLimits(_ share: Double, _ limit: Double, _ text: String) {
    #expect(NumberText.percent(share, besideLimit: limit) == text)
  }

  @Test func countsNouns() {
    #expect(NumberText.count(1, "byte", "bytes") == "1 byte")
    #expect(NumberText.count(0, "byte", "bytes") == "0 bytes")
    #expect(NumberText.count(2_000, "byte", "bytes") == "2,000 bytes")
  }
}
