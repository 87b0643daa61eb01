extension Validator {
  /// The whole flow for one file: header, limits, decode with the fused pass, rules, report.
  func report(on file: borrowing FileBytes, path: String) throws(ValidationError) -> Report {
    let fileByteCount = file.byteCount
    return try file.withBytes { (bytes) throws(ValidationError) in
      try report(on: bytes, fileByteCount: fileByteCount, path: path)
    }
  }

  private func report(
    on bytes: UnsafeRawBufferPointer, fileByteCount: Int, path: String
  ) throws(ValidationError) -> Report {
    let header = HeaderReader.read(bytes, fileByteCount: fileByteCount)
    let exceededLimit = LimitCheck.exceeded(by: header, limits: limits)
    guard exceededLimit == nil, let size = header.storedSize, size.width > 0, size.height > 0
    else {
      return Judge.report(
        evidence: Evidence(
          path: path, header: header, exceededLimit: exceededLimit, decode: nil,
          measurements: nil),
        profile: profile)
    }
    var pass = FusedPass(storedSize: size, hasChroma: PictureDecoder.hasChroma(header))
    let outcome = PictureDecoder.decode(bytes, header: header, limits: limits, into: &pass)
    if outcome.isCancelled { throw .cancelled }
    let measurements =
      outcome.decodedRows > 0
      ? Measurements(header: header, analysis: pass.finish(), faceModel: faceModel) : nil
    return Judge.report(
      evidence: Evidence(
        path: path, header: header, exceededLimit: outcome.exceededLimit, decode: outcome,
        measurements: measurements),
      profile: profile)
  }
}
