/// Counts of one rule's answers against the labels.
struct RuleTally {
  var trueFails = 0
  var falseFails = 0
  var truePasses = 0
  var falsePasses = 0
  var undecidedDefects = 0
  var undecidedSound = 0
  var skipped = 0
  private var defectValues: [Double] = []
  private var soundValues: [Double] = []

  /// Counts one answer; `outcome` is the report's word and `value` the measured number.
  mutating func add(truth: LabeledRule.Truth, outcome: String, value: Double?) {
    switch (truth, outcome) {
    case (.defect, "fail"): trueFails += 1
    case (.sound, "fail"): falseFails += 1
    case (.sound, "pass"): truePasses += 1
    case (.defect, "pass"): falsePasses += 1
    case (.defect, "undecided"): undecidedDefects += 1
    case (.sound, "undecided"): undecidedSound += 1
    default: skipped += 1
    }
    guard let value else { return }
    switch truth {
    case .defect: defectValues.append(value)
    case .sound: soundValues.append(value)
    }
  }

  var count: Int {
    trueFails + falseFails + truePasses + falsePasses + undecidedDefects + undecidedSound
      + skipped
  }

  /// True fails among all fails; nil where nothing failed.
  var precision: Double? {
    trueFails + falseFails == 0 ? nil : Double(trueFails) / Double(trueFails + falseFails)
  }

  /// True fails among all defects, so an undecided or skipped defect counts as missed.
  var recall: Double? {
    let defects = trueFails + falsePasses + undecidedDefects
    return defects == 0 ? nil : Double(trueFails) / Double(defects)
  }

  /// The share of undecided answers.
  var undecidedShare: Double {
    count == 0 ? 0 : Double(undecidedDefects + undecidedSound) / Double(count)
  }

  /// The area under the ROC curve of the raw value: the probability that a defect measures worse
  /// than a sound picture, ties counted half (Mann and Whitney, 1947).
  func rocArea(isLargerWorse: Bool) -> Double? {
    guard !defectValues.isEmpty, !soundValues.isEmpty else { return nil }
    var wins = 0.0
    for defect in defectValues {
      for sound in soundValues {
        if defect == sound {
          wins += 0.5
        } else if (defect > sound) == isLargerWorse {
          wins += 1
        }
      }
    }
    return wins / Double(defectValues.count * soundValues.count)
  }
}
