extension Profile {
  /// Photos of an identity card for Alibaba Cloud's ICP filing.
  public static let idCard = shipped(PackageResources.id_card_json, name: "id-card")

  /// Photos of licences, certificates and other pages for Alibaba Cloud's ICP filing.
  public static let document = shipped(PackageResources.document_json, name: "document")

  /// A person's portrait on a white background for Alibaba Cloud's ICP filing.
  public static let portrait = shipped(PackageResources.portrait_json, name: "portrait")

  /// The names of the profiles inside the library.
  package static let shippedNames = ["id-card", "document", "portrait"]

  /// The profiles inside the library, the usual one first.
  public static var shipped: [Profile] { [idCard, document, portrait] }

  /// The shipped profile with a name.
  ///
  /// - Throws: ``ProfileError`` of kind `unknownProfile`.
  public init(named name: String) throws(ProfileError) {
    switch name {
    case "id-card": self = .idCard
    case "document": self = .document
    case "portrait": self = .portrait
    default:
      throw ProfileError(
        .unknownProfile, source: name,
        message: "no shipped profile has this name; there are "
          + Self.shippedNames.joined(separator: ", "),
        suggestion: NearestName.of(name, in: Self.shippedNames))
    }
  }

  /// A profile that is part of the library, so that a mistake in it is the programmer's.
  package static func shipped(_ bytes: [UInt8], name: String) -> Profile {
    do throws(ProfileError) {
      let profile = try ProfileReader.profile(
        of: bytes, source: "\(name).json", isShipped: true)
      precondition(profile.name == name, "\(name).json holds the profile \(profile.name)")
      return profile
    } catch {
      preconditionFailure("a shipped profile is broken: \(error)")
    }
  }
}
