/// Why a picture could not be encoded, in the encoder's own words.
public struct EncodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What the encoder said.
  public let description: String

  /// Makes an error from what the encoder said.
  public init(_ description: String) {
    self.description = description
  }
}
