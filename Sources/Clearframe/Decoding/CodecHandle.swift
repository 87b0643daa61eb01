import CClearframe

/// Owns a decoder of the C shim and frees it.
///
/// The bytes it was opened over have to outlive it.
struct CodecHandle: ~Copyable {
  private let decoder: OpaquePointer
  /// What will come out; a width of 0 where the data could not be opened.
  let picture: clearframe_picture

  /// Opens a JPEG or PNG decoder; nil for another format, no bytes, or where memory is short.
  init?(_ bytes: UnsafeRawBufferPointer, format: FileFormat, limits: Limits) {
    guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
    var shared = clearframe_limits(
      maximum_side: UInt32(clamping: limits.maximumSideLength),
      maximum_scans: UInt32(clamping: limits.maximumScans),
      maximum_memory: Int(clamping: max(0, limits.maximumDecoderMemory)),
      maximum_chunk: Int(clamping: max(0, limits.maximumAncillaryBytes)))
    let opened: OpaquePointer? =
      switch format {
      case .jpeg: clearframe_open_jpeg(start, bytes.count, &shared)
      case .png: clearframe_open_png(start, bytes.count, &shared)
      default: nil
      }
    guard let opened else { return nil }
    decoder = opened
    picture = clearframe_get_picture(opened)
  }

  deinit {
    clearframe_close(decoder)
  }

  /// Decodes on; the band's pointers are valid until the next call.
  mutating func next(into band: inout clearframe_band) -> clearframe_status {
    clearframe_next(decoder, &band)
  }

  /// Calls `body` with each note in the order of first appearance.
  func forEachNote(_ body: (clearframe_note_kind, Int, Int, String) -> Void) {
    for index in 0..<clearframe_note_count(decoder) {
      guard let note = clearframe_get_note(decoder, index) else { return }
      let message = withUnsafeBytes(of: note.pointee.message) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      body(note.pointee.kind, Int(note.pointee.offset), Int(note.pointee.count), message)
    }
  }
}
