extension Validator {
  /// The whole flow for one file: header, limits, decode with the fused pass, rules, report.
  func report(on file: borrowing FileBytes, path: String) throws(ValidationError) -> Report {
    let fileByteCount = file.byteCount
    return try file.withBytes { (bytes) throws(ValidationError) in
      try report(on: bytes, fileByteCount: fileByteCount, path: path)
    }
  }

  /// The same for bytes that begin a file and stay where they are for the length of the call.
  func report(
    on bytes: UnsafeRawBufferPointer, fileByteCount: Int, path: String
  ) throws(ValidationError) -> Report {
    let header = HeaderReader.read(bytes, fileByteCount: fileByteCount)
    let exceededLimit = LimitCheck.exceeded(by: header, of: bytes, limits: limits)
    guard exceededLimit == nil, let size = header.storedSize, size.width > 0, size.height > 0
    else {
      return Judge.report(
        evidence: Evidence(
          path: path, header: header, exceededLimit: exceededLimit, decode: nil,
          measurements: nil),
        profile: profile)
    }
    let hasChroma = PictureDecoder.hasChroma(header)
    let outcome: DecodeOutcome
    let measurements: Measurements?
    // Two passes rather than one with an option: profiles without such rules pay nothing.
    if profile.needsPatches {
      var pass = SampledPass(storedSize: size, hasChroma: hasChroma)
      outcome = PictureDecoder.decode(bytes, header: header, limits: limits, into: &pass)
      measurements =
        outcome.decodedRows > 0
        ? Measurements(header: header, analysis: pass.finish(), faceModel: faceModel) : nil
    } else {
      var pass = FusedPass(storedSize: size, hasChroma: hasChroma)
      outcome = PictureDecoder.decode(bytes, header: header, limits: limits, into: &pass)
      measurements =
        outcome.decodedRows > 0
        ? Measurements(header: header, analysis: pass.finish(), faceModel: faceModel) : nil
    }
    if outcome.isCancelled { throw .cancelled }
    return Judge.report(
      evidence: Evidence(
        path: path, header: header, exceededLimit: outcome.exceededLimit, decode: outcome,
        measurements: measurements),
      profile: profile)
  }
}
