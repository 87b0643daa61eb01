// The function that libFuzzer calls with bytes of its own making, over and over.
//
// A file without `@main`, so that a build without the fuzzer links as well; it then does nothing.

import Clearframe

/// Small enough for thousands of runs a second, and for a leak to be seen.
private let limits = Limits(
  maximumPixels: 1_000_000, maximumScans: 50, maximumScanWork: 20_000_000,
  maximumAncillaryBytes: 1_000_000, maximumDecoderMemory: 32 << 20)

/// The shipped profiles, and one that judges the file alone: measuring takes most of a run's time,
/// and most mistakes with hostile bytes are made before it.
private let validators =
  Profile.shipped.map { Validator(profile: $0, limits: limits) }
  + [Validator(profile: fileProfile, limits: limits)]

private let fileProfile: Profile = {
  var profile = Profile.idCard
  let rules = ["unsupported-format", "truncated-file", "corrupt-file", "decoder-limit"]
  for rule in profile.activeRules.map(\.rule) where !rules.contains(rule) {
    try? profile.setSeverity(.off, of: rule)
  }
  return profile
}()

/// Judges the bytes as a picture, and as a profile where they look like one.
///
/// Whatever the bytes, there is a report that has every active rule once and that every format can
/// print; anything else ends the process, which the fuzzer takes for a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func judgeOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if bytes.first == UInt8(ascii: "{") {
    _ = try? Profile(json: bytes, source: "fuzz")
    return 0
  }
  _ = ImageHeader(reading: bytes)
  // Most judge the file alone; which it is depends on the bytes, so that a run repeats.
  let choice = Int(bytes.last ?? 0) & 15
  let validator = validators[min(choice, validators.count - 1)]
  guard let report = try? validator.validate(bytes: bytes, name: "fuzz.jpg") else {
    preconditionFailure("bytes in memory gave no report")
  }
  let rules = validator.profile.activeRules.map(\.rule)
  precondition(report.checks.map(\.rule) == rules, "the report does not have every rule once")
  let hasFailure = report.checks.contains { $0.outcome == .fail && $0.severity == .error }
  precondition(!hasFailure || report.verdict == .fail, "a failure did not fail the picture")
  for format in ReportFormat.all {
    _ = format.reporter(ReporterOptions(isVerbose: true)).text(for: report)
  }
  return 0
}
