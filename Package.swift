// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "annotate-server",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "annotate-server", targets: ["annotate-server"]),
    .library(name: "Annotator", targets: ["Annotator"]),
    .library(name: "LanguageServerProtocol", targets: ["LanguageServerProtocol"]),
  ],
  targets: [
    .target(name: "LanguageServerProtocol", path: "Sources/Protocol", swiftSettings: settings),
    .target(name: "AnnotatorModel", path: "Sources/Annotator/Model"),
    .target(
      name: "Annotator", dependencies: ["AnnotatorModel"], path: "Sources/Annotator",
      exclude: ["Model"], swiftSettings: settings),
    .executableTarget(
      name: "annotate-server", dependencies: ["Annotator", "LanguageServerProtocol"],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Annotator"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "ProtocolTests", dependencies: ["LanguageServerProtocol", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "AnnotatorTests", dependencies: ["Annotator", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "AnnotateServerTests", dependencies: ["annotate-server", "TestSupport"],
      swiftSettings: settings),
  ]
)
