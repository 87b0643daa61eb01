/// One word of the command line or one path from elsewhere: bytes, which need not be UTF-8.
struct Argument: Sendable, Hashable {
  /// The bytes as the system knows them, without a NUL at the end.
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Copies a C string.
  init(cString: UnsafePointer<CChar>) {
    var bytes: [UInt8] = []
    var cursor = cString
    while cursor.pointee != 0 {
      bytes.append(UInt8(bitPattern: cursor.pointee))
      cursor += 1
    }
    self.bytes = bytes
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The text to show: each sequence that is not UTF-8 becomes U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text that stands for exactly these bytes; nil where they are not UTF-8.
  var exactText: String? { String(validating: bytes, as: UTF8.self) }

  /// The path of an entry of the folder that this path names.
  func appending(_ name: some Collection<UInt8>) -> Argument {
    var path = bytes
    if let last = path.last, last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
    path.append(contentsOf: name)
    return Argument(bytes: path)
  }

  /// Calls `body` with the bytes as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return terminated.withUnsafeBufferPointer { buffer in
      // The array holds at least the terminator, so its buffer has an address.
      guard let base = buffer.baseAddress else { preconditionFailure("an array without storage") }
      return body(base)
    }
  }
}
