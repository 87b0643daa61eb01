import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return writer.text
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("/", #""/""#),
    ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\0\u{1F}\u{7F}\u{9B}", #""\u0000\u001f\u007f\u009b""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{202E}", #""\u202e""#),
    ("身份证 é 😀", #""身份证 é 😀""#), ("\r\n", #""\r\n""#),
  ])
  func escapesStrings(value: String, expected: String) {
    #expect(written { $0.string(value) } == expected)
  }

  @Test func repairsBytesThatAreNoUTF8() {
    let name = String(decoding: [0x61, 0xFF, 0x62, 0xC3] as [UInt8], as: UTF8.self)
    #expect(written { $0.string(name) } == "\"a\u{FFFD}b\u{FFFD}\"")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "-0"), (1, "1"), (0.1, "0.1"), (-2.5, "-2.5"), (204_800, "204800"),
    (0x1p53, "9007199254740992"), (1e22, "1e+22"), (1e-7, "1e-07"),
    (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.leastNonzeroMagnitude, "5e-324"),
  ])
  func spellsNumbers(value: Double, expected: String) {
    #expect(written { $0.number(value) } == expected)
  }

  @Test func everyFiniteNumberReadsBackTheSame() throws {
    let seed: UInt64 = 20_261_124
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = written { $0.number(value) }
      #expect(Double(text)?.bitPattern == value.bitPattern, "seed \(seed)")
      #expect(
        throws: Never.self, "seed \(seed), \(text)",
        performing: {
          _ = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8))
        })
    }
  }

  @Test func everyScalarReadsBackTheSame() throws {
    // Foundation folds no scalars together; every one but the surrogates is tried.
    var text = ""
    for value in (0 as UInt32)...0x3000 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    text.unicodeScalars.append("\u{FFFF}")
    text.unicodeScalars.append("\u{10FFFF}")
    let json = written {
      $0.beginArray()
      $0.string(text)
      $0.end()
    }
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    #expect(read.map { Array($0[0].unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test func nestsAndKeepsTheOrderOfTheCalls() {
    let text = written {
      $0.beginObject()
      $0.member("z", 1)
      $0.key("a")
      $0.beginArray()
      $0.null()
      $0.boolean(true)
      $0.beginObject()
      $0.end()
      $0.end()
      $0.member("m", nil as String?)
      $0.end()
    }
    #expect(text == #"{"z":1,"a":[null,true,{}],"m":null}"#)
  }

  @Test func indents() {
    var writer = JSONWriter(layout: .indented)
    writer.beginObject()
    writer.member("a", 1)
    writer.key("b")
    writer.beginArray()
    writer.end()
    writer.key("c")
    writer.beginArray()
    writer.integer(1)
    writer.integer(2)
    writer.end()
    writer.end()
    #expect(writer.text == "{\n  \"a\": 1,\n  \"b\": [],\n  \"c\": [\n    1,\n    2\n  ]\n}")
  }
}
