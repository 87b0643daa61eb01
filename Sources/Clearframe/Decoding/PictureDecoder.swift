import CClearframe

/// Decodes a JPEG or PNG once, from top to bottom, and lends the rows out in bands.
///
/// The full picture is never held, except where the format forces it: the coefficients of a JPEG
/// with several scans and the rows of an interlaced PNG.
package enum PictureDecoder {
  /// Whether the bands of a picture with this header have chroma planes.
  package static func hasChroma(_ header: ImageHeader) -> Bool {
    if let jpeg = header.jpeg { return jpeg.components.count > 1 }
    switch header.png?.colorType {
    case .rgb, .rgbAlpha, .palette: return true
    case .gray, .grayAlpha, nil: return false
    }
  }

  /// Decodes `bytes` and feeds the rows before the first damage to `consumer`, in order.
  ///
  /// The result depends on the bytes, header and limits alone. Stops early where the task is
  /// cancelled. `limits` are expected to have been checked against the header (`LimitCheck`);
  /// they are handed to the codec as a second guard.
  package static func decode<Consumer: BandConsumer & ~Copyable>(
    _ bytes: UnsafeRawBufferPointer, header: ImageHeader, limits: Limits,
    into consumer: inout Consumer
  ) -> DecodeOutcome {
    var outcome = DecodeOutcome()
    if let reason = unsupportedReason(for: header) {
      outcome.unsupportedReason = reason
      return outcome
    }
    guard var codec = CodecHandle(bytes, format: header.format, limits: limits) else {
      outcome.findings = [
        IntegrityFinding(kind: .corrupt, offset: nil, message: "the decoder could not be set up")
      ]
      return outcome
    }
    if codec.picture.width > 0 {
      run(&codec, header: header, into: &consumer, outcome: &outcome)
    }
    collectNotes(of: codec, limits: limits, into: &outcome)
    return outcome
  }

  /// Why a kind of file is refused before anything is decoded; nil where it is not.
  package static func unsupportedReason(for header: ImageHeader) -> String? {
    switch header.format {
    case .jpeg:
      guard let jpeg = header.jpeg else { return nil }
      switch jpeg.process {
      case .lossless: return "lossless JPEG is not decoded"
      case .hierarchical: return "hierarchical JPEG is not decoded"
      case .arithmetic: return "JPEG with arithmetic coding is not decoded"
      case .baseline, .extendedSequential, .progressive, nil: break
      }
      if jpeg.process != nil && jpeg.precision != 8 {
        return "JPEG with \(jpeg.precision) bits per sample is not decoded"
      }
      return nil
    case .png:
      return header.png?.isAppleOptimized == true
        ? "PNG in Apple's private variant (CgBI) is not decoded" : nil
    default:
      return "\(header.format.rawValue) files are not decoded"
    }
  }

  private static func run<Consumer: BandConsumer & ~Copyable>(
    _ codec: inout CodecHandle, header: ImageHeader, into consumer: inout Consumer,
    outcome: inout DecodeOutcome
  ) {
    let picture = codec.picture
    let size = PixelSize(width: Int(picture.width), height: Int(picture.height))
    var assembler = BandAssembler(picture)
    // A file can be built so that two readers see two pictures; the consumer was made for the
    // header's, so nothing else may reach it.
    guard header.storedSize == size, hasChroma(header) == assembler.hasChroma else {
      outcome.findings.append(
        IntegrityFinding(
          kind: .corrupt, offset: nil,
          message: "the decoder finds another picture than the header declares"))
      return
    }
    var lent = clearframe_band()
    while true {
      if Task.isCancelled {
        outcome.isCancelled = true
        return
      }
      let status = codec.next(into: &lent)
      if status == CLEARFRAME_STOPPED { break }
      guard status == CLEARFRAME_BAND else { continue }
      assembler.withPlanarBand(of: lent) { consumer.consume($0) }
      outcome.decodedRows += Int(lent.row_count)
    }
    outcome.isCompositedOnWhite = assembler.hasSeenTransparency
  }

  private static func collectNotes(
    of codec: borrowing CodecHandle, limits: Limits, into outcome: inout DecodeOutcome
  ) {
    codec.forEachNote { kind, offset, count, message in
      let finding: IntegrityFinding.Kind
      switch kind {
      case CLEARFRAME_TRUNCATED: finding = .truncated
      case CLEARFRAME_CORRUPT: finding = .corrupt
      case CLEARFRAME_UNSUPPORTED:
        outcome.unsupportedReason = outcome.unsupportedReason ?? message
        return
      case CLEARFRAME_SCAN_LIMIT:
        outcome.exceededLimit = ExceededLimit(
          subject: "progressive scans", value: Double(limits.maximumScans) + 1,
          limit: Double(limits.maximumScans), unit: "scans")
        return
      case CLEARFRAME_MEMORY_LIMIT:
        outcome.exceededLimit = ExceededLimit(
          subject: "decoder memory", value: Double(limits.maximumDecoderMemory) + 1,
          limit: Double(limits.maximumDecoderMemory), unit: "bytes")
        return
      default: finding = .quirk
      }
      outcome.findings.append(
        IntegrityFinding(kind: finding, offset: offset, message: message, count: count))
    }
  }
}
