// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Noriai",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "Mobility", swiftSettings: strict),
    .target(
      name: "RoadNetwork",
      dependencies: ["Mobility", .product(name: "HeapModule", package: "swift-collections")],
      swiftSettings: strict),
    .target(name: "Journal", dependencies: ["Mobility"], swiftSettings: strict),
    .target(name: "Audit", dependencies: ["Mobility", "Journal"], swiftSettings: strict),
    .target(
      name: "ScenarioModel", dependencies: ["Mobility", "RoadNetwork"], swiftSettings: strict),

    .executableTarget(
      name: "noriai",
      dependencies: [
        "Mobility", "ScenarioModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Mobility", "Journal"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "AuditTests", dependencies: ["Mobility", "Journal", "Audit", "TestSupport"],
      swiftSettings: strict),
  ]
)
