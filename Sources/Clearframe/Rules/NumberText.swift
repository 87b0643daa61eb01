/// Writes numbers for people, without a locale: `204,800`, `0.05`, `3.1 %`.
package enum NumberText {
  /// A whole number with commas between groups of three digits.
  package static func grouped(_ value: Int) -> String {
    var digits = Array(String(value.magnitude))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return (value < 0 ? "-" : "") + String(digits)
  }

  /// A number with grouped whole digits and at most `fractionDigits` decimals (0 to 6), without
  /// trailing zeros; halves are rounded away from zero.
  package static func plain(_ value: Double, fractionDigits: Int = 3) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "-∞" : "∞" }
    // From 2^53 on a double has no fraction left to show, and some have no place in an Int.
    guard value.magnitude < 0x1p53 else { return "\(value)" }
    var scale = 1
    for _ in 0..<min(max(fractionDigits, 0), 6) { scale *= 10 }
    let whole = value.magnitude.rounded(.towardZero)
    var integer = Int(whole)
    var fraction = Int(((value.magnitude - whole) * Double(scale)).rounded())
    if fraction == scale {
      integer += 1
      fraction = 0
    }
    let sign = value < 0 && (integer != 0 || fraction != 0) ? "-" : ""
    guard fraction != 0 else { return sign + grouped(integer) }
    var decimals = String(String(fraction + scale).dropFirst())
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return sign + grouped(integer) + "." + decimals
  }

  /// A share of one as a percentage with at most one decimal; a share that is not quite all or
  /// not quite nothing is never written as 100 % or 0 %.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite else { return plain(share) }
    if share > 0, share < 0.000_5 { return "under 0.1 %" }
    if share < 1, share >= 0.999_5 { return "over 99.9 %" }
    return plain(share * 100, fractionDigits: 1) + " %"
  }

  /// A share that is told beside its limit: as a percentage with as many decimals, up to four, as it
  /// takes to read differently from the limit, so that nobody is told that 1 % is more than 1 %.
  package static func percent(_ share: Double, besideLimit limit: Double) -> String {
    guard share != limit, percent(share) == percent(limit) else { return percent(share) }
    for fractionDigits in 2...4 {
      let text = plain(share * 100, fractionDigits: fractionDigits)
      if text != plain(limit * 100, fractionDigits: fractionDigits) { return text + " %" }
    }
    return (share > limit ? "a little over " : "a little under ") + percent(limit)
  }

  /// A count and its noun: `1 place`, `3 places`.
  package static func count(_ value: Int, _ singular: String, _ plural: String) -> String {
    "\(grouped(value)) \(value == 1 ? singular : plural)"
  }
}
