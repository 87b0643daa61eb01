/// A place in a JSON text.
package struct JSONPosition: Sendable, Hashable {
  /// The line, from 1; LF, CR LF and CR each end one.
  package let line: Int
  /// The column in Unicode scalars, from 1.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
