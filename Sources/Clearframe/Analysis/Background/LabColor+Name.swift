#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension LabColor {
  /// The colour in a word or two, such as `light blue`; hues are cut where speakers of English
  /// change the word, roughly.
  package var name: String {
    if chroma < 6 || lightness < 8 {
      switch lightness {
      case 92...: return "white"
      case 84..<92: return "off-white"
      case 66..<84: return "light gray"
      case 36..<66: return "gray"
      case 15..<36: return "dark gray"
      default: return "black"
      }
    }
    let angle = atan2f(b, a) * 180 / .pi
    let hue = angle < 0 ? angle + 360 : angle
    if chroma < 24, (55..<112).contains(hue) {
      return lightness >= 90 ? "cream" : lightness >= 62 ? "beige" : "brown"
    }
    let word =
      switch hue {
      case 20..<48: lightness > 68 ? "pink" : "red"
      case 48..<72: lightness < 48 ? "brown" : "orange"
      case 72..<105: lightness < 48 ? "olive" : "yellow"
      case 105..<168: "green"
      case 168..<222: "turquoise"
      case 222..<296: "blue"
      case 296..<330: "purple"
      default: lightness > 60 ? "pink" : "red"
      }
    let isPale = lightness >= 72 && word != "pink" && word != "yellow" && chroma < 45
    return isPale ? "light " + word : lightness < 32 ? "dark " + word : word
  }
}
