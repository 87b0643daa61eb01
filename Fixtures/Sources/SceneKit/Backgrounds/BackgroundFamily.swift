/// The kinds of ground under a document. Development and test use families of their own, so
/// that figures on the test split show what happens on grounds never tuned on.
package enum BackgroundFamily: String, CaseIterable, Sendable {
  case planks, fabric, brick, marble, darkDesk = "dark-desk", keyboard, checkedCloth = "checked-cloth"
  case laminate, cardboard
  case ringedWood = "ringed-wood", grass, tiles, terrazzo, carpet, newspaper, paleDesk = "pale-desk"
  case stripedCloth = "striped-cloth", leather

  /// The families of a split.
  package static func families(of split: Split) -> [BackgroundFamily] {
    switch split {
    case .dev:
      [.planks, .fabric, .brick, .marble, .darkDesk, .keyboard, .checkedCloth, .laminate, .cardboard]
    case .test:
      [
        .ringedWood, .grass, .tiles, .terrazzo, .carpet, .newspaper, .paleDesk, .stripedCloth,
        .leather,
      ]
    }
  }

  /// How often each family of a split is drawn; desks of wood are what people photograph on.
  static func weights(of split: Split) -> [Float] {
    families(of: split).map { family in
      switch family {
      case .planks, .ringedWood: 3
      case .darkDesk, .laminate, .paleDesk, .leather: 1.5
      case .brick, .grass: 0.6
      default: 1
      }
    }
  }

  /// Draws one ground of the family.
  func make(_ random: inout SceneRandom) -> any Background {
    switch self {
    case .planks: Planks(&random)
    case .fabric: Fabric(&random)
    case .brick: Brick(&random)
    case .marble: Marble(&random)
    case .darkDesk: DarkDesk(&random)
    case .keyboard: Keyboard(&random)
    case .checkedCloth: CheckedCloth(&random)
    case .laminate: Laminate(&random)
    case .cardboard: Cardboard(&random)
    case .ringedWood: RingedWood(&random)
    case .grass: Grass(&random)
    case .tiles: Tiles(&random)
    case .terrazzo: Terrazzo(&random)
    case .carpet: Carpet(&random)
    case .newspaper: Newspaper(&random)
    case .paleDesk: PaleDesk(&random)
    case .stripedCloth: StripedCloth(&random)
    case .leather: Leather(&random)
    }
  }
}
