import ClearframeTestSupport

/// EXIF blocks for tests.
enum EXIFSamples {
  /// What a phone writes: camera, dates, orientation 6, a thumbnail that ends with FFD9.
  static func phone(isBigEndian: Bool) -> [UInt8] {
    var builder = EXIFBuilder(isBigEndian: isBigEndian)
    builder.main = [
      builder.text(0x010F, "Maker"), builder.text(0x0110, "Phone 7  "),
      builder.short(0x0112, 6), builder.rational(0x011A, 144, 2), builder.rational(0x011B, 72, 1),
      builder.short(0x0128, 2), builder.text(0x0131, "1.0"),
      builder.text(0x0132, "2026:01:02 03:04:05"),
    ]
    builder.exposure = [
      builder.rational(0x829A, 1, 60), builder.text(0x9003, "2026:01:02 03:04:04"),
      builder.bytes(0x9286, Array("ASCII\0\0\0Screenshot".utf8)), builder.long(0xA002, 4000),
      builder.short(0xA003, 3000),
    ]
    builder.thumbnail = JPEGBuilder.flat(width: 16, height: 8).bytes
    return builder.build()
  }
}
