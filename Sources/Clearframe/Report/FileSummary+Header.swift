extension FileSummary {
  /// The facts of a header that every report carries.
  package init(_ header: ImageHeader) {
    let camera = CameraFacts(
      make: header.exif?.make, model: header.exif?.model,
      software: header.exif?.software
        ?? header.png?.texts.first { $0.keyword == "Software" }?.text
        ?? header.jpeg?.xmpCreatorTool,
      captured: header.exif?.captured)
    self.init(
      bytes: header.byteCount, format: header.format.rawValue, width: header.storedSize?.width,
      height: header.storedSize?.height, orientation: header.orientation.rawValue,
      camera: camera == CameraFacts() ? nil : camera)
  }
}
