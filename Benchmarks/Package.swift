// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "NoriaiBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Noriai", path: "../"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "TrialBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Noriai", package: "Noriai"),
      ],
      path: "Benchmarks/Trials",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "RoadNetworkBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Noriai", package: "Noriai"),
      ],
      path: "Benchmarks/RoadNetwork",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "TravelTimesOnGrid",
      dependencies: [.product(name: "Noriai", package: "Noriai")],
      path: "Benchmarks/TravelTimesOnGrid"),
  ]
)
