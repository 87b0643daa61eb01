import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct FormatSignatureTests {
  private static func format(of bytes: [UInt8]) -> FileFormat {
    bytes.withUnsafeBytes { FormatSignature.format(of: $0) }
  }

  private static func box(_ brands: String...) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(bigEndian32: 12 + 4 * brands.count)
    bytes.append("ftyp" + brands[0] + "\0\0\0\0" + brands.dropFirst().joined())
    return bytes
  }

  private static func bitmap(headerSize: Int) -> [UInt8] {
    var bytes = Array("BM".utf8)
    bytes += [UInt8](repeating: 0, count: 12)
    bytes.append(littleEndian32: headerSize)
    return bytes
  }

  /// A start, its format, and the shortest prefix that is enough to tell.
  static let starts: [(bytes: [UInt8], format: FileFormat, minimum: Int)] = [
    ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg, 2),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png, 4),
    (box("heic", "mif1", "heic"), .heic, 12),
    (box("mif1", "heix"), .heic, 12),
    (box("avif", "mif1"), .avif, 12),
    (box("isom", "mp42"), .mp4, 12),
    (box("qt  "), .mp4, 12),
    ([0, 0, 0, 8] + Array("wide".utf8), .mp4, 8),
    (Array("RIFF\u{1}\u{2}\u{3}\u{4}WEBPVP8 ".utf8), .webp, 12),
    (Array("GIF87a".utf8) + [0], .gif, 6),
    (Array("GIF89a".utf8) + [0], .gif, 6),
    (bitmap(headerSize: 40), .bmp, 18),
    (bitmap(headerSize: 124), .bmp, 18),
    ([0x49, 0x49, 42, 0], .tiff, 4),
    ([0x4D, 0x4D, 0, 42], .tiff, 4),
    ([0x49, 0x49, 43, 0], .tiff, 4),
    ([0x4D, 0x4D, 0, 43], .tiff, 4),
    ([0] + Array("junk %PDF-1.7".utf8), .pdf, 11),
    (Array("PK\u{3}\u{4}".utf8), .zip, 4),
    (Array("PK\u{5}\u{6}".utf8), .zip, 4),
  ]

  @Test(arguments: starts.indices)
  func tellsEveryPrefix(index: Int) {
    let start = Self.starts[index]
    for count in 0...start.bytes.count {
      let format = Self.format(of: Array(start.bytes.prefix(count)))
      if count == 0 {
        #expect(format == .empty)
      } else if count >= start.minimum {
        #expect(format == start.format, "\(start.format) cut after \(count) bytes")
      } else {
        #expect(format == .unknown || format == .text, "\(start.format) cut after \(count) bytes")
      }
    }
  }

  @Test func tellsAVIFBehindTheGeneralBrand() {
    #expect(Self.format(of: Self.box("mif1", "miaf", "avif")) == .avif)
  }

  @Test(arguments: [
    "<svg xmlns='http://www.w3.org/2000/svg'/>", "<?xml version=\"1.0\"?>", "  \n<!DOCTYPE html>",
    "\u{FEFF}<html><body>", "<!-- note --><svg/>",
  ])
  func tellsMarkup(text: String) {
    #expect(Self.format(of: Array(text.utf8)) == .xml)
  }

  @Test(arguments: [
    "a", "BM is short for bitmap, says this text", "< 3", "\u{FEFF}text", "Grüße\n\t你好", "PK",
    "GIF is a format", "RIFF",
  ])
  func tellsText(text: String) {
    #expect(Self.format(of: Array(text.utf8)) == .text)
  }

  @Test func tellsUTF16() {
    var big: [UInt8] = [0xFE, 0xFF]
    var little: [UInt8] = [0xFF, 0xFE]
    for unit in "<svg>".utf16 {
      big.append(bigEndian16: Int(unit))
      little.append(littleEndian16: Int(unit))
    }
    #expect(Self.format(of: big) == .xml)
    #expect(Self.format(of: little) == .xml)
    #expect(Self.format(of: [0xFE, 0xFF, 0, 0x41]) == .text)
    #expect(Self.format(of: [0xFF, 0xFE, 0x41, 0]) == .text)
    #expect(Self.format(of: [0xFF, 0xFE, 0x41, 0, 0x42]) == .unknown)
    #expect(Self.format(of: [0xFF, 0xFE, 0, 0xD8]) == .unknown)
  }

  @Test func longTextMayBeCutInsideACharacter() {
    for shift in 0..<4 {
      let text = String(repeating: "a", count: shift) + String(repeating: "💡", count: 2000)
      #expect(Self.format(of: Array(text.utf8)) == .text)
    }
  }

  @Test func controlBytesAreNoText() {
    #expect(Self.format(of: [0x41, 0x00, 0x42]) == .unknown)
    #expect(Self.format(of: [0x41, 0xFF, 0x42]) == .unknown)
    #expect(Self.format(of: [0x01]) == .unknown)
  }

  @Test func pdfIsSoughtInTheFirstKilobyteOnly() {
    let junk = [UInt8](repeating: 1, count: 1019)
    #expect(Self.format(of: junk + Array("%PDF-".utf8)) == .pdf)
    #expect(Self.format(of: junk + [1] + Array("%PDF-".utf8)) == .unknown)
  }
}
