extension MessengerTrace {
  /// The trace as a sentence for a report's notes.
  package var note: String {
    """
    The file looks like a photo that a messenger has compressed again (no facts of a camera, \
    \(NumberText.grouped(size.width)) x \(NumberText.grouped(size.height)) pixels, JPEG quality \
    about \(quality)); the portal wants the camera's original file.
    """
  }
}
