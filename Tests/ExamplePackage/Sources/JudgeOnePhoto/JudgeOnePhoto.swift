import Clearframe

/// Judges one photo and prints the verdict, with every reason against it.
@main
struct JudgeOnePhoto {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("USAGE: JudgeOnePhoto PHOTO")
      return
    }
    let validator = Validator(profile: .idCard)
    let report = try validator.validate(contentsOf: CommandLine.arguments[1])
    print("\(report.path): \(report.verdict)")
    for check in report.checks where check.outcome == .fail || check.outcome == .undecided {
      print("  \(check.rule): \(check.message)")
    }
  }
}
