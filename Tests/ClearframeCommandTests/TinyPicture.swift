/// Pictures of a few bytes, made here so that tests need no files.
enum TinyPicture {
  /// A whole 8-bit gray PNG of 8 by 8 pixels (ISO/IEC 15948), stored without compression.
  static let png: [UInt8] = {
    var rows: [UInt8] = []
    for row in 0..<8 {
      rows.append(0)
      for column in 0..<8 { rows.append(UInt8(16 * row + column)) }
    }
    let size = [UInt8(rows.count & 0xFF), UInt8(rows.count >> 8)]
    var stored: [UInt8] = [0x78, 0x01, 0x01]
    stored += size
    stored += size.map { ~$0 }
    stored += rows
    stored += bigEndian(adler32(rows))
    var header = bigEndian(8) + bigEndian(8)
    header += [8, 0, 0, 0, 0]
    var picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    picture += chunk("IHDR", header)
    picture += chunk("IDAT", stored)
    picture += chunk("IEND", [])
    return picture
  }()

  /// The same, cut in the middle of its pixels.
  static let cutPNG = Array(png.prefix(60))

  /// A profile that asks only whether a file is a whole picture of its name's kind.
  static let wholenessProfile = Array(
    """
    {"name": "whole", "rules": {"unsupported-format": "error", "extension-mismatch": "warning",
     "truncated-file": "error", "corrupt-file": "error", "decoder-limit": "error"}}
    """.utf8)

  private static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let covered = Array(type.utf8) + body
    return bigEndian(UInt32(body.count)) + covered + bigEndian(crc32(covered))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// ISO/IEC 15948, annex D, bit by bit.
  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
    return ~crc
  }

  /// RFC 1950, section 8.2.
  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var first: UInt32 = 1
    var second: UInt32 = 0
    for byte in bytes {
      first = (first + UInt32(byte)) % 65_521
      second = (second + first) % 65_521
    }
    return second << 16 | first
  }
}
