/// What the chunks of a PNG say (ISO/IEC 15948), read without inflating.
public struct PNGFacts: Sendable, Hashable, Codable {
  /// The colour type of IHDR.
  public enum ColorType: Int, Sendable, Hashable, Codable, CaseIterable {
    /// Gray.
    case gray = 0
    /// Red, green, blue.
    case rgb = 2
    /// Indexes into a palette.
    case palette = 3
    /// Gray with alpha.
    case grayAlpha = 4
    /// Red, green, blue with alpha.
    case rgbAlpha = 6
  }

  /// One text entry of a tEXt or uncompressed iTXt chunk.
  public struct TextEntry: Sendable, Hashable, Codable {
    /// The keyword, at most 79 bytes in a valid file.
    public var keyword: String
    /// The text, cut after 1,024 bytes.
    public var text: String

    /// Makes an entry from its two parts.
    public init(keyword: String, text: String) {
      self.keyword = keyword
      self.text = text
    }
  }

  /// The colour type; nil where IHDR is missing or invalid.
  public var colorType: ColorType?
  /// Bits per sample: 1, 2, 4, 8 or 16.
  public var bitDepth: Int = 8
  /// Whether the rows are stored in the seven Adam7 passes.
  public var isInterlaced: Bool = false
  /// Whether a tRNS chunk or an alpha channel makes parts transparent.
  public var hasTransparency: Bool = false
  /// Whether a gAMA chunk is present.
  public var hasGamma: Bool = false
  /// Whether an sRGB chunk is present.
  public var hasStandardRGB: Bool = false
  /// Whether an iCCP chunk is present.
  public var hasColorProfile: Bool = false
  /// The number of frames of an animation (acTL); nil for a still picture.
  public var animationFrameCount: Int?
  /// Whether IEND closes the picture.
  public var hasEnd: Bool = false
  /// The number of chunks that were walked.
  public var chunkCount: Int = 0
  /// Whether Apple's CgBI chunk comes first: not a standard PNG.
  public var isAppleOptimized: Bool = false
  /// The text entries, at most 64.
  public var texts: [TextEntry] = []
  /// The number of compressed text chunks (zTXt and compressed iTXt), which are not inflated.
  public var compressedTextCount: Int = 0
  /// `CreatorTool` from the XMP packet of an uncompressed iTXt chunk, as written.
  public var xmpCreatorTool: String?
  /// `softwareAgent` from the history in the same packet, as written.
  public var xmpSoftwareAgent: String?
  /// `UserComment` from the same packet; iOS writes `Screenshot` here.
  public var xmpUserComment: String?
  /// The stored bytes of the largest chunk other than IDAT and fdAT.
  public var largestAncillaryByteCount: Int = 0

  /// Where the compressed parts of iCCP, zTXt and iTXt chunks lie in the file, in bytes from its
  /// start: what a reader that wants them would have to inflate.
  package var compressedStreams: [Range<Int>] = []

  /// Makes empty facts.
  public init() {}
}
