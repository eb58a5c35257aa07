// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Noriai",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "noriai", targets: ["noriai"]),
    .library(
      name: "Noriai",
      targets: [
        "Mobility", "RoadNetwork", "Dispatching", "Optimization", "BatchMatching", "Journal",
        "Simulator", "Indicators", "Audit", "ScenarioModel", "ScenarioFiles", "Importers",
        "Instances", "Studies", "Reports", "GeoFiles",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CExchange"),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "Mobility", swiftSettings: strict),
    .target(
      name: "RoadNetwork",
      dependencies: ["Mobility", .product(name: "HeapModule", package: "swift-collections")],
      swiftSettings: strict),
    .target(
      name: "Dispatching", dependencies: ["Mobility", "RoadNetwork"],
      exclude: ["Schedules/Words.md"], swiftSettings: strict),
    .target(name: "Optimization", dependencies: ["CGLPK"], swiftSettings: strict),
    .target(
      name: "BatchMatching",
      dependencies: [
        "Mobility", "RoadNetwork", "Dispatching", "Optimization",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(name: "Journal", dependencies: ["Mobility"], swiftSettings: strict),
    .target(
      name: "Simulator",
      dependencies: [
        "Mobility", "RoadNetwork", "Dispatching", "Journal",
        .product(name: "HeapModule", package: "swift-collections"),
      ], swiftSettings: strict),
    .target(name: "Indicators", dependencies: ["Mobility", "Journal"], swiftSettings: strict),
    .target(name: "Audit", dependencies: ["Mobility", "Journal"], swiftSettings: strict),
    .target(
      name: "ScenarioModel", dependencies: ["Mobility", "RoadNetwork"], swiftSettings: strict),
    .target(
      name: "Importers",
      dependencies: [
        "Mobility", "RoadNetwork", "CZlib",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: [
        "OpenStreetMap/Protobuf/fileformat.proto", "OpenStreetMap/Protobuf/osmformat.proto",
        "OpenStreetMap/Protobuf/generate.sh",
      ], swiftSettings: strict),
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "Mobility", "RoadNetwork", "Importers", "Journal", "ScenarioModel", "CExchange", "CNettle",
        "CZlib", "Yams",
      ], swiftSettings: strict),
    .target(
      name: "Instances",
      dependencies: ["Mobility", "RoadNetwork", "Dispatching", "Importers", "ScenarioFiles"],
      swiftSettings: strict),
    .target(
      name: "Studies",
      dependencies: [
        "Mobility", "RoadNetwork", "Dispatching", "BatchMatching", "Journal", "Indicators",
        "ScenarioModel", "Simulator",
      ],
      swiftSettings: strict),
    .target(
      name: "PageResources",
      resources: [
        .embedInCode("report.html"), .embedInCode("report.css"), .embedInCode("report.js"),
        .embedInCode("words.json"), .embedInCode("chart-licence.js"),
        .embedInCode("map-licence.js"),
      ], swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "Mobility", "RoadNetwork", "Dispatching", "Indicators", "Journal", "ScenarioModel",
        "Simulator", "Studies", "PageResources",
      ],
      swiftSettings: strict),
    // SQLite is Debian's libsqlite3-dev.
    .target(
      name: "GeoFiles",
      dependencies: [
        "Mobility", "Reports", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),

    .executableTarget(
      name: "noriai",
      dependencies: [
        "Mobility", "RoadNetwork", "Dispatching", "BatchMatching", "Journal", "Simulator",
        "Indicators", "Audit", "ScenarioModel", "ScenarioFiles", "Importers", "Instances",
        "Studies", "Reports", "GeoFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: ["Mobility", "RoadNetwork", "Dispatching", "Journal", "Simulator"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "RoadNetworkTests",
      dependencies: [
        "Importers", "Mobility", "RoadNetwork", "ScenarioFiles", "ScenarioModel", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "DispatchingTests",
      dependencies: ["Dispatching", "Mobility", "RoadNetwork", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "OptimizationTests", dependencies: ["Optimization", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "BatchMatchingTests",
      dependencies: [
        "BatchMatching", "Dispatching", "Indicators", "Mobility", "Simulator", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SimulatorTests",
      dependencies: [
        "Simulator", "BatchMatching", "Dispatching", "Journal", "Mobility", "RoadNetwork",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "IndicatorsTests", dependencies: ["Mobility", "Journal", "Indicators"],
      swiftSettings: strict),
    .testTarget(
      name: "AuditTests", dependencies: ["Mobility", "Journal", "Audit", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ImportersTests",
      dependencies: ["Importers", "Mobility", "RoadNetwork", "ScenarioFiles", "CZlib"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioModelTests",
      dependencies: ["Mobility", "RoadNetwork", "ScenarioFiles", "ScenarioModel"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: [
        "Journal", "Mobility", "RoadNetwork", "ScenarioFiles", "ScenarioModel", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "InstancesTests",
      dependencies: [
        "Dispatching", "Indicators", "Instances", "Journal", "Mobility", "RoadNetwork",
        "ScenarioFiles", "Simulator", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "StudiesTests",
      dependencies: [
        "BatchMatching", "Dispatching", "Journal", "Mobility", "RoadNetwork", "ScenarioFiles",
        "ScenarioModel", "Simulator", "Studies", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "noriai", "Audit", "BatchMatching", "Dispatching", "Indicators", "Journal", "Mobility",
        "Reports",
        "ScenarioFiles", "ScenarioModel", "Simulator", "Studies", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Dispatching", "Mobility", "RoadNetwork", "Journal", "Indicators", "PageResources",
        "ScenarioModel", "Simulator", "Studies", "Reports",
      ], swiftSettings: strict),
  ]
)
