/// Programs that change what a picture shows, and how to find their names in metadata.
///
/// Firmware of cameras and the viewers and galleries of phones are not among them.
package enum EditingSoftware {
  /// A name that is looked for.
  private struct Name {
    /// The words, in small letters; the last may go on where `isPrefix` is set.
    let words: [String]
    let isPrefix: Bool

    init(_ name: String, isPrefix: Bool = false) {
      words = EditingSoftware.words(of: name)
      self.isPrefix = isPrefix
    }
  }

  /// Names long enough to be looked for as the beginning of a word: "PhotoshopCC", "MeituPic".
  private static let prefixes = [
    "photoshop", "lightroom", "snapseed", "picsart", "meitu", "pixelmator", "photopea", "affinity",
    "luminar", "faceapp", "facetune", "beautyplus", "photoscape", "photodirector", "paintshop",
    "darktable", "rawtherapee", "befunky", "picmonkey", "polarr", "acdsee", "picasa", "inkscape",
    "illustrator", "coreldraw", "imagemagick", "graphicsmagick", "irfanview", "xnview", "faststone",
    "airbrush", "youcam", "vscocam", "digikam", "silkypix",
  ]
  /// Names that are looked for as whole words.
  private static let wholes = [
    "gimp", "canva", "fotor", "vsco", "b612", "krita", "figma", "paint", "mspaint", "capture one",
    "photo editor", "photoeditor", "paint net", "paint shop", "image editor", "remove bg", "ulead",
    "xingtu", "retouch", "lensa", "remini",
    "digital photo professional", "capture nx", "nx studio", "dxo photolab",
  ]
  /// Names in Chinese, which has no spaces: looked for anywhere.
  private static let fragments = ["美图", "醒图", "美颜", "天天P图", "画图"]

  /// Words that captions use in other senses: "made with paint by Anna". There they count only
  /// behind a maker's name.
  private static let plainWords: Set = [
    "paint", "affinity", "luminar", "illustrator", "airbrush", "retouch", "photo", "image",
  ]
  /// Makers that come before the names of their programs.
  private static let makers: Set = ["adobe", "microsoft", "ms", "serif", "skylum", "corel"]

  private static let names =
    prefixes.map { Name($0, isPrefix: true) } + wholes.map { Name($0) }

  /// Whether a value of a software tag names an editor.
  package static func isNamed(in text: String) -> Bool {
    if fragments.contains(where: { text.contains($0) }) { return true }
    let found = words(of: text)
    return names.contains { name in
      guard found.count >= name.words.count else { return false }
      return (0...found.count - name.words.count).contains { start in
        zip(found[start...], name.words).enumerated().allSatisfy { index, pair in
          name.isPrefix && index == name.words.count - 1
            ? pair.0.hasPrefix(pair.1) : pair.0 == pair.1
        }
      }
    }
  }

  /// What programs say they did, in descriptions of the kind "Processed with VSCO".
  private static let deeds: Set = [
    "created", "edited", "made", "processed", "retouched", "enhanced", "generated",
  ]
  /// What follows: the editor.
  private static let prepositions: Set = ["with", "in", "by", "on", "using"]

  /// Whether a caption credits an editor with the picture.
  package static func isCredited(in text: String) -> Bool {
    let found = words(of: text)
    return found.indices.contains { index in
      guard index >= 1, prepositions.contains(found[index]), deeds.contains(found[index - 1])
      else { return false }
      // A name has up to three words, and its maker's may come first.
      let credited = found[(index + 1)...].prefix(4)
      guard let first = credited.first, !plainWords.contains(first) else { return false }
      if makers.contains(first) { return isNamed(in: credited.joined(separator: " ")) }
      return isNamed(in: credited.filter { !plainWords.contains($0) }.joined(separator: " "))
    }
  }

  /// The runs of letters and digits in small letters.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }
}
