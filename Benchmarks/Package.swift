// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "clearframe-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "clearframe", path: "..")],
  targets: [
    .target(
      name: "CSpeedPeers",
      linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png16"), .linkedLibrary("z")]),
    .executableTarget(
      name: "speed",
      dependencies: ["CSpeedPeers", .product(name: "Clearframe", package: "clearframe")]),
    .executableTarget(
      name: "accuracy",
      dependencies: [.product(name: "Clearframe", package: "clearframe")]),
    .executableTarget(
      name: "fuzz",
      dependencies: [.product(name: "Clearframe", package: "clearframe")]),
    .testTarget(name: "AccuracyTests", dependencies: ["accuracy"]),
  ],
  swiftLanguageModes: [.v6]
)
