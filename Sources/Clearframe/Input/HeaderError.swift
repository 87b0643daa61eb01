/// Why a read of header bytes failed, and where.
package struct HeaderError: Error, Sendable, Hashable {
  /// What went wrong.
  package enum Status: Sendable, Hashable {
    /// The data end before the value does.
    case endOfData
    /// A position lies outside the data.
    case invalidPosition
  }

  /// What went wrong.
  package let status: Status
  /// The position in the file, in bytes from its start, at which the read began.
  package let offset: Int

  package init(status: Status, offset: Int) {
    self.status = status
    self.offset = offset
  }
}
