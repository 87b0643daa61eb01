// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "clearframe-fixtures",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "FixtureKit", targets: ["FixtureKit"]),
    .library(name: "SceneKit", targets: ["SceneKit"]),
    .executable(name: "fixtures", targets: ["fixtures"]),
    .executable(name: "scenes", targets: ["scenes"]),
  ],
  targets: [
    .systemLibrary(
      name: "CFixtureLibJPEG", pkgConfig: "libjpeg",
      providers: [.apt(["libjpeg-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(
      name: "CFixtureLibPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(
      name: "CFixtureCodecs", dependencies: ["CFixtureLibJPEG", "CFixtureLibPNG"],
      linkerSettings: [.linkedLibrary("z")]),
    .target(name: "FixtureKit", dependencies: ["CFixtureCodecs"], swiftSettings: strict),
    .target(name: "SceneKit", dependencies: ["FixtureKit"], swiftSettings: strict),
    .executableTarget(name: "fixtures", dependencies: ["FixtureKit"], swiftSettings: strict),
    .executableTarget(
      name: "scenes", dependencies: ["FixtureKit", "SceneKit"], swiftSettings: strict),
    .testTarget(
      name: "FixtureKitTests", dependencies: ["FixtureKit", "fixtures"], swiftSettings: strict),
    .testTarget(
      name: "SceneKitTests", dependencies: ["FixtureKit", "SceneKit"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
