/// A safety limit that a file exceeds, found before anything is allocated.
package struct ExceededLimit: Sendable, Hashable {
  /// What is limited, as a noun phrase: `pixels`, `side length`, `progressive scans`,
  /// `pixels in all scans together`, `bytes of one ancillary chunk`,
  /// `bytes of compressed ancillary chunks after inflating`, `decoder memory`, `file bytes`.
  package let subject: String
  /// What the file asks for.
  package let value: Double
  /// What is allowed.
  package let limit: Double
  /// The unit of both.
  package let unit: String

  package init(subject: String, value: Double, limit: Double, unit: String) {
    self.subject = subject
    self.value = value
    self.limit = limit
    self.unit = unit
  }
}
