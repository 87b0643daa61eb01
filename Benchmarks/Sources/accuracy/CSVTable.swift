import Foundation

/// A table read from comma-separated text (RFC 4180) whose first row names the columns.
struct CSVTable {
  let columns: [String]
  let rows: [[String: String]]

  init(contentsOf path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var records = Self.records(in: text)
    guard !records.isEmpty else { throw AccuracyError("\(path): no header row") }
    let header = records.removeFirst()
    columns = header
    rows = try records.enumerated().map { index, fields in
      guard fields.count == header.count else {
        throw AccuracyError(
          "\(path): row \(index + 2) has \(fields.count) fields, the header \(header.count)")
      }
      return Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func records(in text: String) -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var characters = text.makeIterator()
    var pending = characters.next()
    func advance() -> Character? { characters.next() }
    while let character = pending {
      pending = advance()
      if isQuoted {
        if character == "\"" {
          if pending == "\"" {
            field.append("\"")
            pending = advance()
          } else {
            isQuoted = false
          }
        } else {
          field.append(character)
        }
        continue
      }
      switch character {
      case "\"": isQuoted = true
      case ",":
        fields.append(field)
        field = ""
      case "\n", "\r\n", "\r":
        fields.append(field)
        field = ""
        if fields != [""] { records.append(fields) }
        fields = []
      default: field.append(character)
      }
    }
    if !field.isEmpty || !fields.isEmpty {
      fields.append(field)
      records.append(fields)
    }
    return records
  }
}
