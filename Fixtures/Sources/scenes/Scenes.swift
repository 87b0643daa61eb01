@main
struct Scenes {
  static func main() {}
}
