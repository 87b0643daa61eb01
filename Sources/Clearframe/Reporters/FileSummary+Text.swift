extension FileSummary {
  /// The facts in one line, such as `png, 300,000 bytes, 1600 x 1000 pixels, orientation 1`.
  ///
  /// What the metadata say is as they say it: whoever prints it has to make it fit to be shown.
  var factsText: String {
    var parts = [format, NumberText.count(bytes, "byte", "bytes")]
    if let width, let height {
      parts.append("\(width) x \(height) pixels")
      parts.append("orientation \(orientation)")
    }
    if let camera {
      let device = [camera.make, camera.model].compactMap { $0 }.joined(separator: " ")
      if !device.isEmpty { parts.append(device) }
      if let software = camera.software { parts.append("software \(software)") }
      if let captured = camera.captured { parts.append("taken \(captured)") }
    }
    return parts.joined(separator: ", ")
  }

  /// The size of the upright picture in pixels; nil where the header does not tell.
  var uprightSize: PixelSize? {
    guard let width, let height else { return nil }
    // Orientations 5 to 8 lay rows down as columns (CIPA DC-008, tag 0x0112).
    return orientation >= 5
      ? PixelSize(width: height, height: width) : PixelSize(width: width, height: height)
  }
}
