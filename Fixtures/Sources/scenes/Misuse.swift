/// A wrong argument, in words.
struct Misuse: Error, CustomStringConvertible {
  let description: String
}
