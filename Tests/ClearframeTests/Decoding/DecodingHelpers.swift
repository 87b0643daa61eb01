import Clearframe

/// Decodes `bytes` into `consumer` as the pipeline does.
func decode<Consumer: BandConsumer & ~Copyable>(
  _ bytes: [UInt8], _ header: ImageHeader, limits: Limits = Limits(), into consumer: inout Consumer
) -> DecodeOutcome {
  bytes.withUnsafeBytes { raw in
    PictureDecoder.decode(raw, header: header, limits: limits, into: &consumer)
  }
}

/// The position of the 0xFF of the first `marker` in a JPEG; nil where there is none.
func firstIndex(of marker: UInt8, in bytes: [UInt8]) -> Int? {
  bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == marker }
}

/// The position of the first byte of scan data in a JPEG; nil where there is no scan.
func startOfScanData(in bytes: [UInt8]) -> Int? {
  guard let marker = firstIndex(of: 0xDA, in: bytes), marker + 3 < bytes.count else { return nil }
  return marker + 2 + Int(bytes[marker + 2]) << 8 + Int(bytes[marker + 3])
}
