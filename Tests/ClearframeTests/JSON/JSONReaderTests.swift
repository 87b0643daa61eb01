import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(JSONError) -> JSONValue.Content {
    try JSONReader.value(of: Array(text.utf8)).content
  }

  private func failure(
    _ bytes: [UInt8], maximumBytes: Int = 1000, maximumDepth: Int = 8
  ) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONReader.value(of: bytes, maximumBytes: maximumBytes, maximumDepth: maximumDepth)
      return nil
    } catch {
      return error
    }
  }

  @Test func readsScalars() throws {
    #expect(try read("null") == .null)
    #expect(try read(" true ") == .boolean(true))
    #expect(try read("false") == .boolean(false))
    #expect(try read("\"a\"") == .string("a"))
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", -0.0), ("12", 12), ("-1.5", -1.5), ("1e3", 1000), ("2.5E-1", 0.25),
    ("1E+2", 100), ("204800", 204_800), ("1e-999", 0),
    ("123456789012345678901234567890", 1.2345678901234568e29),
  ])
  func readsNumbers(_ text: String, _ value: Double) throws {
    #expect(try read(text) == .number(value))
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""A\u00e9\u4E2d""#, "Aé中"),
    (#""\ud83d\uDE00""#, "😀"), (#""\u0000""#, "\0"), ("\"身份证\"", "身份证"), ("\"\"", ""),
  ])
  func readsStrings(_ text: String, _ value: String) throws {
    #expect(try read(text) == .string(value))
  }

  @Test func keepsOrderAndPositions() throws {
    let text = "{\r\n  \"é\": 1, \"b\": [true,\n\r null]\n}"
    let value = try JSONReader.value(of: Array(text.utf8))
    guard case .object(let members) = value.content else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["é", "b"])
    #expect(members.map(\.keyPosition) == [.init(line: 2, column: 3), .init(line: 2, column: 11)])
    #expect(members[0].value.position == .init(line: 2, column: 8))
    guard case .array(let elements) = members[1].value.content else {
      Issue.record("no array")
      return
    }
    #expect(elements.map(\.position) == [.init(line: 2, column: 17), .init(line: 4, column: 2)])
  }

  @Test func readsEmptyContainers() throws {
    #expect(try read("{ }") == .object([]))
    #expect(try read("[\n]") == .array([]))
  }

  @Test func passesOverAByteOrderMark() throws {
    let value = try JSONReader.value(of: [0xEF, 0xBB, 0xBF] + Array("1".utf8))
    #expect(value == JSONValue(.number(1), position: JSONPosition(line: 1, column: 1)))
  }

  @Test(
    arguments: [
      ("", JSONError.Reason.unexpectedEnd, 1, 1), ("  \n ", .unexpectedEnd, 2, 2),
      ("{", .unexpectedEnd, 1, 2), ("{\"a\"", .unexpectedEnd, 1, 5),
      ("{\"a\":", .unexpectedEnd, 1, 6), ("{\"a\":1", .unexpectedEnd, 1, 7),
      ("[1,", .unexpectedEnd, 1, 4), ("\"a", .unexpectedEnd, 1, 3), ("\"\\", .unexpectedEnd, 1, 3),
      ("\"\\u12", .unexpectedEnd, 1, 6), ("-", .unexpectedEnd, 1, 1), ("1.", .unexpectedEnd, 1, 1),
      ("1e", .unexpectedEnd, 1, 1), ("1 2", .trailingContent, 1, 3),
      ("{} x", .trailingContent, 1, 4),
      ("01", .invalidNumber, 1, 1), ("1.x", .invalidNumber, 1, 1), ("1_000", .invalidNumber, 1, 1),
      ("0x10", .invalidNumber, 1, 1), ("[1.2.3]", .invalidNumber, 1, 2),
      ("-a", .invalidNumber, 1, 1),
      ("1e999", .numberOutOfRange, 1, 1), ("[-1e400]", .numberOutOfRange, 1, 2),
      ("{\"a\":1,\n \"a\":2}", .duplicateKey("a"), 2, 2),
      ("{\"a\":1,\"\\u0061\":2}", .duplicateKey("a"), 1, 8),
      ("\"\\x\"", .invalidEscape, 1, 2), ("\"\\ud800\"", .invalidEscape, 1, 2),
      ("\"\\ud800\\u0041\"", .invalidEscape, 1, 2), ("\"\\udc00\"", .invalidEscape, 1, 2),
      ("\"\\u12g4\"", .invalidEscape, 1, 2), ("\"a\nb\"", .controlCharacter(10), 1, 3),
      ("{a:1}", .unexpectedByte(0x61, expected: "a key in quotes"), 1, 2),
      ("{\"a\" 1}", .unexpectedByte(0x31, expected: "\":\""), 1, 6),
      ("{\"a\":1,}", .unexpectedByte(0x7D, expected: "a key in quotes"), 1, 8),
      ("{\"a\":1 \"b\":2}", .unexpectedByte(0x22, expected: "\",\" or \"}\""), 1, 8),
      ("[1,]", .unexpectedByte(0x5D, expected: "a value"), 1, 4),
      ("[1 2]", .unexpectedByte(0x32, expected: "\",\" or \"]\""), 1, 4),
      ("tru", .unexpectedByte(0x74, expected: "a value"), 1, 1),
      ("NaN", .unexpectedByte(0x4E, expected: "a value"), 1, 1),
      ("// x\n1", .unexpectedByte(0x2F, expected: "a value"), 1, 1),
      ("'a'", .unexpectedByte(0x27, expected: "a value"), 1, 1),
      ("[[[[[[[[[1]]]]]]]]]", .tooDeep(limit: 8), 1, 9),
    ] as [(String, JSONError.Reason, Int, Int)])
  func refuses(_ text: String, _ reason: JSONError.Reason, _ line: Int, _ column: Int) {
    let error = failure(Array(text.utf8))
    #expect(error?.reason == reason)
    #expect(error?.position == JSONPosition(line: line, column: column))
    #expect(error?.message.isEmpty == false)
  }

  @Test func refusesInvalidUTF8() {
    for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE4, 0xB8], [0x80]] {
      #expect(failure([0x22] + bytes + [0x22])?.reason == .invalidUTF8, "\(bytes)")
    }
  }

  @Test func limitsSizeAndDepth() {
    #expect(failure(Array("[1]".utf8), maximumBytes: 2)?.reason == .tooLarge(limit: 2))
    #expect(failure(Array("[1]".utf8), maximumBytes: 3) == nil)
    #expect(failure(Array("[[1]]".utf8), maximumDepth: 2) == nil)
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(
      failure(deep, maximumBytes: .max, maximumDepth: JSONReader.defaultMaximumDepth)?.reason
        == .tooDeep(limit: JSONReader.defaultMaximumDepth))
  }

  @Test func survivesRandomDamage() {
    let seed: UInt64 = 0x5EED
    var generator = SeededGenerator(seed: seed)
    let text = Array(#"{"name":"é\u00e9","rules":{"a":{"limits":{"b":[1.5e3,null,true]}}}}"#.utf8)
    var refused = 0
    for round in 0..<5_000 {
      var bytes = text
      for _ in 0...(round % 3) {
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(
          truncatingIfNeeded: generator.next())
      }
      if round % 2 == 0 { bytes.removeLast(Int(generator.next() % UInt64(bytes.count))) }
      if failure(bytes) != nil { refused += 1 }
    }
    #expect(refused > 2_500, "seed \(seed)")
  }
}
