/// Spells strings and numbers for a person at a terminal.
package enum PrintableText {
  /// The text with each control character, line separator and bidirectional control escaped.
  ///
  /// Bidirectional controls can make `gpj.exe` read as `exe.jpg` (Unicode TR 36, section 2.5).
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isUnprintable(scalar):
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The number with at most four significant digits; whole numbers in full.
  package static func rounded(_ value: Double) -> String {
    guard value.isFinite, value != value.rounded(), value.magnitude < 1000 else {
      return JSONWriter.decimal(value.isFinite ? value.rounded() : value)
    }
    // Dividing by a power of ten gives the Double nearest to the decimal, which prints short.
    var scale = 1.0
    while (value * scale).magnitude < 1000, scale < 1e12 { scale *= 10 }
    return JSONWriter.decimal((value * scale).rounded() / scale)
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
