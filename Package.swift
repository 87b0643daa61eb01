// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "clearframe",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Clearframe", targets: ["Clearframe"]),
    .executable(name: "clearframe", targets: ["ClearframeCommand"]),
  ],
  targets: [
    .systemLibrary(
      name: "CLibJPEG", pkgConfig: "libjpeg",
      providers: [.apt(["libjpeg-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(
      name: "CLibPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(
      name: "CClearframe", dependencies: ["CLibJPEG", "CLibPNG"],
      // libpng's pkg-config file names zlib for static linking only.
      linkerSettings: [.linkedLibrary("z")]),
    .target(name: "ClearframeKernels", swiftSettings: strict),
    .target(
      name: "Clearframe",
      dependencies: ["CClearframe", "ClearframeKernels"],
      resources: [.embedInCode("Profiles/Shipped")],
      swiftSettings: strict),
    .executableTarget(
      name: "ClearframeCommand", dependencies: ["Clearframe"], swiftSettings: strict),

    .target(
      name: "ClearframeTestSupport", dependencies: ["Clearframe"],
      path: "Tests/ClearframeTestSupport", swiftSettings: strict),
    .testTarget(
      name: "ClearframeKernelsTests",
      dependencies: ["ClearframeKernels", "ClearframeTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ClearframeTests",
      dependencies: ["Clearframe", "ClearframeTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ClearframeCommandTests",
      dependencies: ["ClearframeCommand", "ClearframeTestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
