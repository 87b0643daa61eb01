import Foundation

/// Made-up words for the documents; none belongs to a person or an office.
enum Specimen {
  static let words = [
    "lorem", "vessel", "amber", "notice", "harbour", "quiet", "linen", "under", "between",
    "seven", "paper", "garden", "of", "the", "and", "to", "with", "in", "by", "number", "period",
    "account", "terms", "section", "value", "shall", "every", "copy", "signed", "date", "region",
    "total", "item", "unit", "service", "holder", "valid", "until", "issued", "form", "example",
    "specimen", "measure", "river", "window", "carried", "forward", "rate", "sum", "office",
  ]
  static let names = [
    "MUSTER", "SAMPLE", "EXEMPLA", "SPECIMEN", "NOREAL", "TESTMANN", "MODELO", "PROVA",
  ]
  static let places = ["NOWHERE", "SAMPLETON", "MUSTERSTADT", "VILLA EXEMPLA", "PORT TEST"]

  static func sentence(_ count: Int, _ random: inout SceneRandom) -> String {
    var parts: [String] = []
    for index in 0..<count {
      var word = random.pick(words)
      if index == 0 { word = word.capitalized }
      parts.append(word)
    }
    return parts.joined(separator: " ")
  }

  static func digits(_ count: Int, _ random: inout SceneRandom) -> String {
    String((0..<count).map { _ in Character(String(random.integer(0...9))) })
  }

  static func date(_ random: inout SceneRandom) -> String {
    let day = random.integer(10...28)
    let month = random.integer(10...12)
    return "\(day).\(month).\(random.integer(1960...2034))"
  }

  static func code(_ count: Int, _ random: inout SceneRandom) -> String {
    let letters = Array("ABCDEFGHJKLMNPRSTUVWXYZ0123456789")
    return String((0..<count).map { _ in random.pick(letters) })
  }
}
