/// Which half of the generated pictures: for tuning, or for reporting.
package enum Split: String, CaseIterable, Sendable {
  case dev, test
}
