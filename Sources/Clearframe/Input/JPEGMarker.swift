/// The second byte of a JPEG marker (ITU-T T.81, table B.1).
package enum JPEGMarker {
  /// Temporary use in arithmetic coding; stands alone.
  package static let temporary: UInt8 = 0x01
  /// Define Huffman tables.
  package static let huffmanTables: UInt8 = 0xC4
  /// Reserved for extensions.
  package static let extensionFrame: UInt8 = 0xC8
  /// Define arithmetic coding conditions.
  package static let arithmeticConditions: UInt8 = 0xCC
  /// The eight restart markers; they stand alone.
  package static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
  /// Start of image; stands alone.
  package static let startOfImage: UInt8 = 0xD8
  /// End of image; stands alone.
  package static let endOfImage: UInt8 = 0xD9
  /// Start of scan.
  package static let startOfScan: UInt8 = 0xDA
  /// Define quantisation tables.
  package static let quantizationTables: UInt8 = 0xDB
  /// Define number of lines.
  package static let numberOfLines: UInt8 = 0xDC
  /// Define restart interval.
  package static let restartInterval: UInt8 = 0xDD
  /// Application segments.
  package static let applicationSegments: ClosedRange<UInt8> = 0xE0...0xEF
  /// Comment.
  package static let comment: UInt8 = 0xFE

  /// Whether `marker` is the start of a frame: SOF0 to SOF15 without the three other uses.
  package static func isFrame(_ marker: UInt8) -> Bool {
    0xC0...0xCF ~= marker && marker != huffmanTables && marker != extensionFrame
      && marker != arithmeticConditions
  }

  /// Whether `marker` is one that no decoder knows: reserved, or for extensions never used.
  package static func isReserved(_ marker: UInt8) -> Bool {
    0x02...0xBF ~= marker || 0xF0...0xFD ~= marker || marker == extensionFrame
  }

  /// The coding process of a frame marker.
  package static func process(of marker: UInt8) -> JPEGFacts.Process {
    switch marker {
    case 0xC0: .baseline
    case 0xC1: .extendedSequential
    case 0xC2: .progressive
    case 0xC5, 0xC6: .hierarchical
    case 0xC3, 0xC7, 0xCB, 0xCF: .lossless
    default: .arithmetic
    }
  }
}
