/// A reason to stop, as a sentence for standard error.
struct AccuracyError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
