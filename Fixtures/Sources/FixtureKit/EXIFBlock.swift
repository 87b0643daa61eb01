/// Writes an EXIF block (CIPA DC-008) as the payload of an APP1 segment or an eXIf chunk.
public struct EXIFBlock: Sendable, Hashable {
  /// Tag 0x0112, 1 to 8.
  public var orientation: Int?
  /// Tag 0x010F.
  public var make: String?
  /// Tag 0x0110.
  public var model: String?
  /// Tag 0x0131.
  public var software: String?
  /// Tag 0x9003, `YYYY:MM:DD HH:MM:SS`.
  public var captured: String?
  /// Tag 0x829A as the denominator of 1/n seconds, with f-number, ISO speed and focal length.
  public var exposureDenominator: UInt32?
  /// Tags 0x011A and 0x011B, in dots per inch.
  public var dotsPerInch: UInt32?
  /// A JPEG thumbnail in IFD1.
  public var thumbnail: [UInt8]?
  /// Whether numbers are written highest byte first.
  public var isBigEndian = true

  /// Makes an empty block.
  public init() {}

  private struct Entry {
    var tag: UInt16
    var type: UInt16
    var count: UInt32
    var value: [UInt8]
  }

  /// The TIFF structure alone, as an eXIf chunk holds it.
  public var tiff: [UInt8] {
    var first: [Entry] = []
    if let make { first.append(ascii(0x010F, make)) }
    if let model { first.append(ascii(0x0110, model)) }
    if let orientation { first.append(short(0x0112, UInt16(orientation))) }
    if let dotsPerInch {
      first.append(rational(0x011A, dotsPerInch, 1))
      first.append(rational(0x011B, dotsPerInch, 1))
      first.append(short(0x0128, 2))
    }
    if let software { first.append(ascii(0x0131, software)) }
    var capture: [Entry] = []
    if let exposureDenominator {
      capture.append(rational(0x829A, 1, exposureDenominator))
      capture.append(rational(0x829D, 18, 10))
      capture.append(short(0x8827, 100))
    }
    if let captured { capture.append(ascii(0x9003, captured)) }
    if exposureDenominator != nil { capture.append(rational(0x920A, 26, 5)) }

    if !capture.isEmpty { first.append(long(0x8769, 0)) }
    let firstStart = 8
    let captureStart = firstStart + size(of: first)
    if !capture.isEmpty { first[first.count - 1] = long(0x8769, UInt32(captureStart)) }
    let secondStart = captureStart + (capture.isEmpty ? 0 : size(of: capture))
    var second: [Entry] = []
    if let thumbnail {
      second = [short(0x0103, 6), long(0x0201, 0), long(0x0202, UInt32(thumbnail.count))]
      second[1] = long(0x0201, UInt32(secondStart + size(of: second)))
    }
    var out: [UInt8] = isBigEndian ? [0x4D, 0x4D, 0, 42] : [0x49, 0x49, 42, 0]
    out += number(UInt32(firstStart))
    out += directory(first, at: firstStart, next: thumbnail == nil ? 0 : secondStart)
    if !capture.isEmpty { out += directory(capture, at: captureStart, next: 0) }
    if let thumbnail { out += directory(second, at: secondStart, next: 0) + thumbnail }
    return out
  }

  /// The payload of an APP1 segment.
  public var payload: [UInt8] { [UInt8](ascii: "Exif") + [0, 0] + tiff }

  /// The block as an APP1 segment.
  public var segment: JPEGEncoder.Segment { JPEGEncoder.Segment(0xE1, payload) }

  private func number(_ value: some FixedWidthInteger) -> [UInt8] {
    var out: [UInt8] = []
    if isBigEndian { out.appendBigEndian(value) } else { out.appendLittleEndian(value) }
    return out
  }

  private func ascii(_ tag: UInt16, _ text: String) -> Entry {
    let bytes = [UInt8](ascii: text) + [0]
    return Entry(tag: tag, type: 2, count: UInt32(bytes.count), value: bytes)
  }

  private func short(_ tag: UInt16, _ value: UInt16) -> Entry {
    Entry(tag: tag, type: 3, count: 1, value: number(value))
  }

  private func long(_ tag: UInt16, _ value: UInt32) -> Entry {
    Entry(tag: tag, type: 4, count: 1, value: number(value))
  }

  private func rational(_ tag: UInt16, _ numerator: UInt32, _ denominator: UInt32) -> Entry {
    Entry(tag: tag, type: 5, count: 1, value: number(numerator) + number(denominator))
  }

  private func size(of entries: [Entry]) -> Int {
    entries.reduce(2 + 12 * entries.count + 4) { total, entry in
      total + (entry.value.count > 4 ? (entry.value.count + 1) & ~1 : 0)
    }
  }

  private func directory(_ entries: [Entry], at start: Int, next: Int) -> [UInt8] {
    var table = number(UInt16(entries.count))
    var overflow: [UInt8] = []
    let overflowStart = start + 2 + 12 * entries.count + 4
    for entry in entries {
      table += number(entry.tag) + number(entry.type) + number(entry.count)
      if entry.value.count <= 4 {
        table += entry.value + [UInt8](repeating: 0, count: 4 - entry.value.count)
      } else {
        table += number(UInt32(overflowStart + overflow.count))
        overflow += entry.value
        if overflow.count % 2 == 1 { overflow.append(0) }
      }
    }
    return table + number(UInt32(next)) + overflow
  }
}
