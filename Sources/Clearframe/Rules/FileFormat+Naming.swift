extension FileFormat {
  /// The format's name as it stands in a sentence.
  package var displayName: String {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    case .heic: "HEIC"
    case .avif: "AVIF"
    case .webp: "WebP"
    case .gif: "GIF"
    case .bmp: "BMP"
    case .tiff: "TIFF"
    case .pdf: "PDF"
    case .mp4: "MP4"
    case .zip: "ZIP"
    case .xml: "XML"
    case .text: "plain text"
    case .empty: "empty"
    case .unknown: "unknown"
    }
  }

  /// The format that a file name's extension stands for; nil for extensions of other things.
  package init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "jpg", "jpeg", "jpe", "jfif": self = .jpeg
    case "png", "apng": self = .png
    case "heic", "heif", "hif": self = .heic
    case "avif": self = .avif
    case "webp": self = .webp
    case "gif": self = .gif
    case "bmp", "dib": self = .bmp
    case "tif", "tiff", "dng": self = .tiff
    case "pdf": self = .pdf
    case "mp4", "m4v", "mov": self = .mp4
    case "zip", "docx", "xlsx", "pptx": self = .zip
    case "svg", "xml", "html", "htm": self = .xml
    case "txt": self = .text
    default: return nil
    }
  }
}
