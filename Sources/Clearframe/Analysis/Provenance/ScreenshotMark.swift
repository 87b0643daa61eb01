/// Words by which devices and programs mark their own screenshots.
package enum ScreenshotMark {
  private static let words = [
    "screenshot", "screen shot", "screen-shot", "screencapture", "screen capture", "screen_shot",
    "bildschirmfoto", "bildschirmaufnahme", "capture d'écran", "capture d’écran",
    "captura de pantalla",
    "captura de tela", "schermata", "schermafbeelding", "skärmavbild", "zrzut ekranu",
    "snímek obrazovky", "снимок экрана", "скриншот", "スクリーンショット", "스크린샷", "截屏", "截图",
    "屏幕快照", "屏幕截图", "螢幕截圖", "螢幕快照",
  ]
  private static let programs = [
    "snipping tool", "snippingtool", "snip & sketch", "greenshot", "sharex", "lightshot", "snagit",
    "flameshot", "spectacle", "ksnip", "shutter", "scrot", "grim", "gyazo", "snipaste", "picpick",
  ]

  /// Whether a comment or title marks a screenshot.
  package static func isMarked(_ text: String) -> Bool {
    let small = text.lowercased()
    return words.contains { small.contains($0) }
  }

  /// Whether a software tag names a program that takes screenshots; a longer word that begins with
  /// its name, as a print shop's or a camera's does, is another name.
  package static func isProgram(_ text: String) -> Bool {
    let small = text.lowercased()
    return isMarked(text)
      || programs.contains { program in
        small.hasPrefix(program) && small.dropFirst(program.count).first?.isLetter != true
      }
  }

  /// The tag of a header that marks the picture, in words, with what it says; nil where none does.
  package static func explicit(in header: ImageHeader) -> (place: String, text: String)? {
    let comments: [(String, String?)] = [
      ("EXIF comment", header.exif?.userComment),
      ("XMP comment", header.jpeg?.xmpUserComment ?? header.png?.xmpUserComment),
    ]
    for (place, text) in comments {
      if let text, isMarked(text) { return (place, text) }
    }
    let programs: [(String, String?)] = [
      ("EXIF software", header.exif?.software),
      ("XMP creator tool", header.jpeg?.xmpCreatorTool ?? header.png?.xmpCreatorTool),
    ]
    for (place, text) in programs {
      if let text, isProgram(text) { return (place, text) }
    }
    for entry in header.png?.texts ?? [] where !entry.keyword.hasPrefix("XML:") {
      if isProgram(entry.text) { return ("PNG text \(entry.keyword)", entry.text) }
      if isMarked(entry.keyword) { return ("PNG text", entry.keyword) }
    }
    return nil
  }
}
