/// What the file's metadata says about the camera that took the picture.
public struct CameraFacts: Sendable, Hashable, Codable {
  /// The maker, as written in EXIF tag 0x010F.
  public var make: String?
  /// The model, as written in EXIF tag 0x0110.
  public var model: String?
  /// The software, as written in EXIF tag 0x0131 or a PNG text chunk.
  public var software: String?
  /// The capture time as written in EXIF tag 0x9003, `YYYY:MM:DD HH:MM:SS`.
  public var captured: String?

  /// Makes the facts from their parts.
  public init(
    make: String? = nil, model: String? = nil, software: String? = nil, captured: String? = nil
  ) {
    self.make = make
    self.model = model
    self.software = software
    self.captured = captured
  }
}
