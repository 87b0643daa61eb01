// swift-tools-version: 6.2
import PackageDescription

// A package that depends on Clearframe as any other would: only public API, no flags of its own.
let package = Package(
  name: "judge-one-photo",
  platforms: [.macOS(.v15)],
  dependencies: [
    // The name makes the identity independent of the folder's.
    .package(name: "clearframe", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "JudgeOnePhoto",
      dependencies: [.product(name: "Clearframe", package: "clearframe")])
  ],
  swiftLanguageModes: [.v6]
)
