/// Finds the name that a misspelt one was probably meant to be.
package enum NearestName {
  /// The longest name that is compared; longer ones are no slips of the pen.
  private static let maximumLength = 64

  /// The candidate nearest to `name`, or nil where none is near; the first of equals.
  ///
  /// Near means: at most a third of the longer name's letters differ (at least two may), or one
  /// name starts with the other. Letter case does not count.
  package static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    let letters = folded(name)
    guard !letters.isEmpty, letters.count <= maximumLength else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      guard other.count <= maximumLength else { continue }
      let distance = distance(letters, other)
      let isNear =
        distance <= max(2, max(letters.count, other.count) / 3) && distance < letters.count
        || (min(letters.count, other.count) >= 3
          && (other.starts(with: letters) || letters.starts(with: other)))
      if isNear, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of letters to insert, delete, replace or swap with their neighbour to turn one
  /// text into the other: optimal string alignment (Boytsov, Indexing methods for approximate
  /// dictionary searching, 2011, section 2.1).
  package static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    var row = last
    for i in 1...first.count {
      row[0] = i
      for j in 1...second.count {
        let replaced = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
        row[j] = min(replaced, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[second.count]
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.prefix(maximumLength + 1).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
