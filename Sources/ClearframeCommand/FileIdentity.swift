/// What tells a file from every other one on the machine, whatever path leads to it.
struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let node: UInt64
}
