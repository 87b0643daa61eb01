/// What a rule is given to judge.
package struct Evidence {
  /// The path as given; `-` for bytes without a name.
  package let path: String
  /// What is known without decoding.
  package let header: ImageHeader
  /// The limit that the file exceeds; nil where it exceeds none.
  package let exceededLimit: ExceededLimit?
  /// How the decode ended; nil where it was not attempted.
  package let decode: DecodeOutcome?
  /// The numbers from the picture; nil where it was not decoded far enough to judge.
  package let measurements: Measurements?

  package init(
    path: String, header: ImageHeader, exceededLimit: ExceededLimit?, decode: DecodeOutcome?,
    measurements: Measurements?
  ) {
    self.path = path
    self.header = header
    self.exceededLimit = exceededLimit
    self.decode = decode
    self.measurements = measurements
  }
}
