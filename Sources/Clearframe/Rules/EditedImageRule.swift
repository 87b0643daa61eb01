/// Fails pictures whose metadata name an editor or contradict the picture.
package struct EditedImageRule: Rule {
  package let description = RuleDescription(
    name: "edited-image",
    summary: "The metadata name an editing program or contradict the picture.",
    why: """
      The portal wants the camera's original. Reviewers look at the metadata too, and an editor's \
      name there raises doubts about what was changed.
      """,
    measurement: """
      The software tags of EXIF, XMP (its history included), IPTC and PNG text are compared with a \
      table of editors; firmware of cameras and the galleries of phones are not in it. In a \
      description an editor counts where it is credited, as in "Processed with ...". The size that \
      the camera wrote down is compared with the picture's, and the thumbnail's shape with the \
      picture's. The value is the number of findings.
      """,
    caveats: """
      Many programs remove the metadata or leave no name. A picture that was only turned or cropped \
      is named as well, since the file cannot tell what else was done.
      """,
    remedy: "Send the file as the camera wrote it, without opening and saving it in a program.")

  package let requirement = RuleRequirement.header

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let found = EditingEvidence(evidence.header)
    let signs =
      found.editors.map { "\($0.place) says \"\(DisplayText.plain($0.text, limit: 60))\"" }
      + found.contradictions.map(Self.text)
    guard !signs.isEmpty else {
      return Judgement(
        .pass, value: 0, limit: 0, unit: "findings",
        message: "The metadata name no editing program.")
    }
    return Judgement(
      .fail, value: Double(signs.count), limit: 0, unit: "findings",
      message: """
        The picture was changed after it was taken: \(signs.joined(separator: "; ")). Send the file \
        as the camera wrote it.
        """)
  }

  private static func text(_ contradiction: EditingEvidence.Contradiction) -> String {
    func text(_ size: PixelSize) -> String {
      "\(NumberText.grouped(size.width)) x \(NumberText.grouped(size.height))"
    }
    switch contradiction {
    case .pixelSize(let claimed, let actual):
      return """
        the camera wrote \(text(claimed)) pixels, the picture has \(text(actual))
        """
    case .thumbnail(let thumbnail, let actual):
      return """
        the thumbnail (\(text(thumbnail))) has another shape than the picture (\(text(actual)))
        """
    }
  }
}
