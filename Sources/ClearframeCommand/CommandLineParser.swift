import Clearframe

/// Reads the words of a command line against the tables; opens and prints nothing.
struct CommandLineParser {
  /// What the command line asks for.
  struct Parsed {
    /// The chosen subcommand; nil where none was named, as in `clearframe --version`.
    var subcommand: Subcommand?
    /// Everything else.
    var arguments: LowArguments
  }

  private var words: ArraySlice<Argument>
  private var parsed = Parsed(subcommand: nil, arguments: LowArguments())

  /// Reads the words that follow the command's own name.
  static func parse(_ words: [Argument]) throws(UsageError) -> Parsed {
    var parser = CommandLineParser(words: words[...])
    try parser.run()
    return parser.parsed
  }

  private init(words: ArraySlice<Argument>) {
    self.words = words
  }

  private mutating func run() throws(UsageError) {
    var flagsEnded = false
    while let word = words.popFirst() {
      let dashes = flagsEnded ? 0 : word.bytes.prefix(2).prefix { $0 == UInt8(ascii: "-") }.count
      switch dashes {
      case 2 where word.bytes.count == 2: flagsEnded = true
      case 2: try takeLong(word)
      case 1 where word.bytes.count > 1: try takeBundle(word)
      default: try takeOperand(word)
      }
    }
    try checkOperandCount()
  }

  private var flags: [Flag] { (parsed.subcommand?.flags ?? []) + Flag.common }

  private mutating func takeOperand(_ word: Argument) throws(UsageError) {
    guard parsed.subcommand == nil else {
      parsed.arguments.operands.append(word)
      return
    }
    let name = word.text
    guard let subcommand = Subcommand.all.first(where: { $0.name == name }) else {
      throw UsageError("\"\(word.printable)\" is no subcommand", suggestion: guess(word))
    }
    parsed.subcommand = subcommand
  }

  /// What a word in the subcommand's place was probably meant to be.
  private func guess(_ word: Argument) -> String? {
    let name = word.text
    if Flag.common.contains(where: { $0.name == name }) { return "--\(name)" }
    if let subcommand = NearestName.of(name, in: Subcommand.all.map(\.name)) { return subcommand }
    let looksLikePath = word.bytes.contains { [UInt8(ascii: "."), UInt8(ascii: "/")].contains($0) }
    return looksLikePath ? "clearframe check \(word.printable)" : nil
  }

  private mutating func takeLong(_ word: Argument) throws(UsageError) {
    let body = word.bytes.dropFirst(2)
    let name = String(decoding: body.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
    guard let flag = flags.first(where: { $0.name == name }) else {
      throw unknownFlag("--\(name)")
    }
    var value = body.firstIndex(of: UInt8(ascii: "=")).map {
      Argument(bytes: Array(body[body.index(after: $0)...]))
    }
    if flag.valueName != nil, value == nil {
      value = words.popFirst()
    } else if flag.valueName == nil, value != nil {
      throw UsageError("--\(name) takes no value")
    }
    try take(flag, spelled: "--\(name)", value: value)
  }

  private mutating func takeBundle(_ word: Argument) throws(UsageError) {
    // Letters are ASCII; a value in the same word keeps its bytes, whatever they are.
    var rest = word.bytes.dropFirst()
    while let byte = rest.popFirst() {
      let letter = Character(Unicode.Scalar(byte))
      guard byte < 0x80, let flag = flags.first(where: { $0.letter == letter }) else {
        throw unknownFlag(byte < 0x80 ? "-\(letter)" : word.text)
      }
      var value: Argument?
      if flag.valueName != nil {
        if rest.isEmpty {
          value = words.popFirst()
        } else {
          if rest.first == UInt8(ascii: "=") { rest.removeFirst() }
          value = Argument(bytes: Array(rest))
          rest = []
        }
      }
      try take(flag, spelled: "-\(letter)", value: value)
    }
  }

  private mutating func take(
    _ flag: Flag, spelled spelling: String, value: Argument?
  ) throws(UsageError) {
    if let valueName = flag.valueName, value?.bytes.isEmpty ?? true {
      throw UsageError("\(spelling) needs a value: \(spelling) \(valueName)")
    }
    try flag.update(&parsed.arguments, value ?? Argument(""))
  }

  private func unknownFlag(_ spelling: String) -> UsageError {
    let printable = Argument(spelling).printable
    let owner = parsed.subcommand.map { " of \($0.name)" } ?? ""
    // One letter says too little to guess what was meant by it.
    guard spelling.hasPrefix("--") else { return UsageError("\(printable) is no flag\(owner)") }
    let name = String(spelling.dropFirst(2))
    if parsed.subcommand == nil,
      let owner = Subcommand.all.first(where: { $0.flags.contains { $0.name == name } })
    {
      return UsageError(
        "\(printable) comes after its subcommand",
        suggestion: "clearframe \(owner.name) \(printable)")
    }
    let nearest = NearestName.of(name, in: flags.map(\.name))
    return UsageError("\(printable) is no flag\(owner)", suggestion: nearest.map { "--\($0)" })
  }

  private func checkOperandCount() throws(UsageError) {
    guard let subcommand = parsed.subcommand, !parsed.arguments.wantsHelp,
      !parsed.arguments.wantsVersion
    else { return }
    let operands = parsed.arguments.operands
    if operands.count < subcommand.operandCount.lowerBound {
      throw UsageError("\(subcommand.name) needs \(subcommand.operands)")
    }
    if operands.count > subcommand.operandCount.upperBound {
      let extra = operands[subcommand.operandCount.upperBound].printable
      throw UsageError("\(subcommand.name) does not take \"\(extra)\"")
    }
  }
}
