/// What a file's first bytes say it is.
public enum FileFormat: String, Sendable, Hashable, Codable, CaseIterable {
  /// JPEG, ITU-T T.81.
  case jpeg
  /// PNG, ISO/IEC 15948.
  case png
  /// HEIC or HEIF, ISO/IEC 23008-12.
  case heic
  /// AVIF.
  case avif
  /// WebP.
  case webp
  /// GIF.
  case gif
  /// Windows bitmap.
  case bmp
  /// TIFF, and raw formats built on it.
  case tiff
  /// PDF.
  case pdf
  /// MP4, QuickTime and other ISO base media video.
  case mp4
  /// ZIP, and formats built on it such as DOCX.
  case zip
  /// SVG, HTML or other XML.
  case xml
  /// Plain text.
  case text
  /// No bytes at all.
  case empty
  /// None of the above.
  case unknown
}
