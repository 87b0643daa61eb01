// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// OpenCV's own pkg-config file names every module there is, which would all be linked and loaded at
// each start. So the two that are used are named here, with the folder Debian keeps the headers in.
let faceDetection = "FaceDetection"

let package = Package(
  name: "clearframe",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Clearframe", targets: ["Clearframe"]),
    .executable(name: "clearframe", targets: ["ClearframeCommand"]),
  ],
  traits: [
    .trait(
      name: faceDetection,
      description: "Judges the face of a portrait; needs OpenCV's objdetect and its cascades.")
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
    // Without the trait this target is an empty file, and OpenCV is neither needed nor looked for.
    .target(
      name: "CFaceDetector",
      cxxSettings: [
        .define("FACE_DETECTION", .when(traits: [faceDetection])),
        .unsafeFlags(
          ["-isystem", "/usr/include/opencv4"],
          .when(platforms: [.linux], traits: [faceDetection])),
      ],
      linkerSettings: [
        .linkedLibrary("opencv_core", .when(traits: [faceDetection])),
        .linkedLibrary("opencv_objdetect", .when(traits: [faceDetection])),
      ]),
    .target(name: "ClearframeKernels", swiftSettings: strict),
    .target(
      name: "Clearframe",
      dependencies: [
        "CClearframe", "ClearframeKernels",
        .target(name: "CFaceDetector", condition: .when(traits: [faceDetection])),
      ],
      resources: [.embedInCode("Profiles/Shipped"), .embedInCode("Analysis/Network/Weights")],
      swiftSettings: strict),
    .executableTarget(
      name: "ClearframeCommand", dependencies: ["Clearframe"], swiftSettings: strict),
    // Prints what the choice among outlines is fitted on; not among the products, since users need it
    // for nothing.
    .executableTarget(
      name: "OutlineValues", dependencies: ["Clearframe"], swiftSettings: strict),

    .target(
      name: "CTestCodecs", dependencies: ["CLibJPEG", "CLibPNG"], path: "Tests/CTestCodecs"),
    .target(
      name: "ClearframeTestSupport", dependencies: ["Clearframe"],
      path: "Tests/ClearframeTestSupport", swiftSettings: strict),
    .testTarget(
      name: "ClearframeKernelsTests",
      dependencies: ["ClearframeKernels", "ClearframeTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ClearframeTests",
      dependencies: ["Clearframe", "ClearframeTestSupport", "CTestCodecs"],
      swiftSettings: strict),
    .testTarget(
      name: "ClearframeCommandTests",
      dependencies: ["ClearframeCommand", "ClearframeTestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
