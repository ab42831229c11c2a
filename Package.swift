// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in continuous integration only: a newer compiler's new warning must not break
// the build of somebody who only wants to use this.
let strict: [SwiftSetting] =
  Context.environment["ANNOTATE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + strict

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
    .target(name: "CrashReport"),
    .target(
      name: "AnnotatorModel", path: "Sources/Annotator/Model", exclude: ["encoder"]),
    .target(
      name: "Annotator", dependencies: ["AnnotatorModel"], path: "Sources/Annotator",
      exclude: ["Model"], swiftSettings: settings),
    .executableTarget(
      name: "annotate-server",
      dependencies: ["Annotator", "CrashReport", "LanguageServerProtocol"],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Annotator"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "ProtocolTests", dependencies: ["LanguageServerProtocol", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "AnnotatorTests", dependencies: ["Annotator", "TestSupport"], exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "AnnotateServerTests", dependencies: ["annotate-server", "TestSupport"],
      swiftSettings: settings),
  ]
)
