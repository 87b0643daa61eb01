/// A rule's answer before the profile's severity is put beside it.
package struct Judgement: Sendable {
  package var outcome: Outcome
  package var value: Double?
  package var limit: Double?
  package var unit: String?
  package var regions: [PixelRegion]
  package var message: String

  package init(
    _ outcome: Outcome, value: Double? = nil, limit: Double? = nil, unit: String? = nil,
    regions: [PixelRegion] = [], message: String
  ) {
    self.outcome = outcome
    self.value = value
    self.limit = limit
    self.unit = unit
    self.regions = regions
    self.message = message
  }
}
