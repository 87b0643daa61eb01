import Clearframe
import Testing

@Suite struct NearestNameTests {
  private let rules = ["glare", "blurred", "too-dark", "too-bright", "file-too-small"]

  @Test(arguments: [
    ("glair", "glare"), ("Glare", "glare"), ("blured", "blurred"), ("blur", "blurred"),
    ("to-dark", "too-dark"), ("too_bright", "too-bright"), ("file-to-small", "file-too-small"),
    ("tooo-dark", "too-dark"), ("galre", "glare"),
  ])
  func findsTheNameThatWasMeant(_ name: String, _ nearest: String) {
    #expect(NearestName.of(name, in: rules) == nearest)
  }

  @Test(arguments: ["", "xyz", "q", "signature", String(repeating: "glare", count: 1_000)])
  func namesNothingWhereNothingIsNear(_ name: String) {
    #expect(NearestName.of(name, in: rules) == nil)
  }

  @Test func takesThePrefixAndTheFirstOfEquals() {
    #expect(
      NearestName.of("maximumShar", in: ["maximumBlob", "maximumShare"]) == "maximumShare")
    #expect(NearestName.of("abx", in: ["abc", "abd"]) == "abc")
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("abc", "abc", 0), ("abc", "acb", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func countsEdits(_ first: String, _ second: String, _ distance: Int) {
    #expect(NearestName.distance(Array(first.utf8), Array(second.utf8)) == distance)
    #expect(NearestName.distance(Array(second.utf8), Array(first.utf8)) == distance)
  }
}
