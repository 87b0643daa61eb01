/// What the command line asks for.
struct Options {
  /// A mistake on the command line.
  struct Mistake: Error {
    let message: String
  }

  static let usage = """
    usage: speed [--rules file|document|all] [--repetitions N] [--only CASE[,CASE...]]
      --rules SET       the rules to run: those about the file alone, those and the ones on the
                        document, or all; all by default
      --repetitions N   runs of each side, interleaved; 15 by default
      --only CASE       \(SpeedCase.allCases.map(\.rawValue).joined(separator: ", "))
    """

  var repetitions = 15
  var cases = SpeedCase.allCases
  var rules = Subject.all
  var isHelp = false
  /// Set in the child that measures memory: the file to judge.
  var memoryFile: String?
  /// Set beside it where the peer is measured instead.
  var memoryPeer: SpeedCase?

  init(_ arguments: [String]) throws(Mistake) {
    var rest = arguments[...]
    while let flag = rest.popFirst() {
      if flag == "--help" {
        isHelp = true
        continue
      }
      guard let value = rest.popFirst() else { throw Mistake(message: "\(flag) needs a value") }
      switch flag {
      case "--repetitions":
        guard let count = Int(value), count > 0 else {
          throw Mistake(message: "\(value) is no number of repetitions")
        }
        repetitions = count
      case "--rules":
        guard let named = Subject(rawValue: value) else {
          throw Mistake(message: "there is no set of rules \(value)")
        }
        rules = named
      case "--only":
        cases = []
        for name in value.split(separator: ",") {
          guard let named = SpeedCase(rawValue: String(name)) else {
            throw Mistake(message: "there is no case \(name)")
          }
          cases.append(named)
        }
      case "--memory-of": memoryFile = value
      case "--memory-peer": memoryPeer = SpeedCase(rawValue: value)
      default: throw Mistake(message: "there is no flag \(flag)")
      }
    }
  }
}
