/// What the markers of a JPEG say (ITU-T T.81), read without decoding.
public struct JPEGFacts: Sendable, Hashable, Codable {
  /// The coding process of a frame, from its SOF marker.
  public enum Process: String, Sendable, Hashable, Codable, CaseIterable {
    /// SOF0.
    case baseline
    /// SOF1.
    case extendedSequential
    /// SOF2.
    case progressive
    /// SOF3, SOF7, SOF11, SOF15.
    case lossless
    /// SOF5, SOF6.
    case hierarchical
    /// SOF9, SOF10, SOF13, SOF14: arithmetic coding.
    case arithmetic
  }

  /// One component of the frame.
  public struct Component: Sendable, Hashable, Codable {
    /// The identifier in the frame header.
    public var identifier: UInt8
    /// The horizontal sampling factor, 1 to 4 in a valid file.
    public var horizontalSampling: Int
    /// The vertical sampling factor, 1 to 4 in a valid file.
    public var verticalSampling: Int
    /// The quantisation table's slot, 0 to 3 in a valid file.
    public var quantizationTable: Int

    /// Makes a component from its four header fields.
    public init(
      identifier: UInt8, horizontalSampling: Int, verticalSampling: Int, quantizationTable: Int
    ) {
      self.identifier = identifier
      self.horizontalSampling = horizontalSampling
      self.verticalSampling = verticalSampling
      self.quantizationTable = quantizationTable
    }
  }

  /// The coding process; nil where no frame header was found.
  public var process: Process?
  /// Bits per sample; 8 in ordinary files.
  public var precision: Int = 8
  /// The components in the order of the frame header.
  public var components: [Component] = []
  /// The quantisation tables by slot, 64 values each in zigzag order.
  public var quantizationTables: [Int: [UInt16]] = [:]
  /// The number of scans (SOS markers).
  public var scanCount: Int = 0
  /// The number of restart markers in the picture data.
  public var restartMarkerCount: Int = 0
  /// The restart interval in MCUs; 0 where there is none.
  public var restartInterval: Int = 0
  /// Whether every Huffman table a scan needs is defined before it.
  public var hasHuffmanTables: Bool = false
  /// Whether an end-of-image marker closes the picture.
  public var hasEndOfImage: Bool = false
  /// The Adobe APP14 colour transform: 0 none, 1 YCbCr, 2 YCCK; nil where there is no such marker.
  public var adobeTransform: Int?
  /// Whether a JFIF APP0 segment is present.
  public var hasJFIF: Bool = false
  /// The identifiers of the application segments in order, such as `APP1 Exif`.
  public var applicationSegments: [String] = []
  /// `CreatorTool` from the XMP packet, as written.
  public var xmpCreatorTool: String?
  /// `softwareAgent` from the history in the XMP packet, as written.
  public var xmpSoftwareAgent: String?
  /// `UserComment` from the XMP packet, as written.
  public var xmpUserComment: String?
  /// The program that IPTC's data set 2:65 names, as written.
  public var iptcOriginatingProgram: String?
  /// The bytes of all ICC profile and XMP segments together.
  public var metadataByteCount: Int = 0

  /// Makes empty facts.
  public init() {}
}
