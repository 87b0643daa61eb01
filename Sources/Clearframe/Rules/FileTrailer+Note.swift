extension FileTrailer {
  /// What follows the picture, as a sentence for a report's notes.
  package var note: String {
    let bytes = NumberText.count(byteCount, "byte", "bytes")
    let place = "from byte \(NumberText.grouped(offset)) on"
    return switch kind {
    case .multiPicture:
      "Further pictures follow the first (\(bytes) \(place)); the camera declares them."
    case .gainMap: "A gain map for bright screens follows the picture (\(bytes) \(place))."
    case .motionPhoto: "The video of a Motion Photo follows the picture (\(bytes) \(place))."
    case .makerBlock: "A block of the camera's maker follows the picture (\(bytes) \(place))."
    case .undeclaredJPEG:
      "Another JPEG that nothing declares follows the picture (\(bytes) \(place))."
    case .zip: "A ZIP archive follows the picture (\(bytes) \(place))."
    case .padding: "Padding follows the picture (\(bytes) \(place))."
    case .unknown: "Bytes of unknown use follow the picture (\(bytes) \(place))."
    }
  }
}
