@main
struct ClearframeCommand {
  static func main() {}
}
