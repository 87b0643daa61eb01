extension ImageHeader {
  /// Reads the header of a file that is in memory; any bytes give a header.
  public init(reading bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { HeaderReader.read($0, fileByteCount: $0.count) }
  }

  /// Reads the header of the file at `path`; of a file over 1 GiB only the first MiB is looked at.
  ///
  /// - Throws: ``FileError`` where the file cannot be read; a damaged picture is no error.
  public init(contentsOf path: String) throws(FileError) {
    let file = try FileBytes(contentsOf: path)
    self = file.withBytes { HeaderReader.read($0, fileByteCount: file.byteCount) }
  }
}
