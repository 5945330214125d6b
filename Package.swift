// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "mainstay",
  products: [.executable(name: "mainstay", targets: ["mainstay"])],
  dependencies: [
    // Pinned exactly: what was tested is what a guardian runs.
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit.git", exact: "0.6.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV.git", exact: "0.10.0"),
  ],
  targets: [
    // The domain: entries, the case file folded from them, the rules of Today, the note parser.
    .target(name: "Casework", dependencies: [.product(name: "SwiftCSV", package: "SwiftCSV")]),
    // What a screen shows and what a key does; no terminal and no disk in reach.
    .target(name: "ViewModels", dependencies: ["Casework"]),
    // The local encrypted store.
    .target(
      name: "Vault",
      dependencies: [
        "Casework",
        "CHardening",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    // System calls that Swift cannot reach: prctl, flock, statfs, signals before main.
    .target(name: "CHardening"),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    // The ncurses front end.
    .target(
      name: "TerminalUI",
      dependencies: ["ViewModels", "CNcurses", .product(name: "TOMLKit", package: "TOMLKit")],
      resources: [
        .embedInCode("../../themes/base-dark.toml"),
        .embedInCode("../../themes/base-light.toml"),
        .embedInCode("../../themes/mono.toml"),
      ]
    ),
    // The composition root: the only place that knows everyone.
    .executableTarget(
      name: "mainstay",
      dependencies: [
        "Casework", "ViewModels", "Vault", "TerminalUI", "CHardening",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]
    ),
    // Made-up children and the other fixtures that every test target shares.
    .target(name: "TestSupport", dependencies: ["Casework"], path: "Tests/Support"),
    // Writes and reads a record as a process of its own, to be killed and to be many.
    .executableTarget(
      name: "TestWriter",
      dependencies: ["Vault", "Casework", "TestSupport"],
      path: "Tests/Writer"
    ),
    .testTarget(name: "CaseworkTests", dependencies: ["Casework", "TestSupport"]),
    .testTarget(
      name: "ViewModelsTests",
      dependencies: ["ViewModels", "Casework", "TestSupport"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "VaultTests",
      dependencies: ["Vault", "Casework", "TestSupport"],
      exclude: ["Golden"]
    ),
    .testTarget(name: "HardeningTests", dependencies: ["CHardening", "Vault"]),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "ViewModels"]),
    .testTarget(name: "MainstayTests", dependencies: ["TestSupport"]),
    // Every parser of bytes from outside, tried with damaged input.
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "Casework", "Vault", "ViewModels", "TerminalUI", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      path: "Tests/Fuzz",
      exclude: ["Fuzzers"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

// The same files with libFuzzer's way in instead of the tests (.ci/nightly/fuzz).
if Context.environment["MAINSTAY_FUZZ"] != nil,
  let tests = package.targets.first(where: { $0.name == "FuzzTests" })
{
  package.targets.removeAll { $0.type == .test }
  package.targets.append(
    .executableTarget(
      name: "fuzzers",
      dependencies: tests.dependencies,
      path: tests.path,
      exclude: ["Tests"]
    )
  )
}

for target in package.targets where target.type != .system && target.type != .plugin {
  // C targets take no Swift settings.
  if target.name.hasPrefix("C") && target.name != "Casework" && target.name != "CaseworkTests" {
    continue
  }
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .enableUpcomingFeature("ImmutableWeakCaptures"),
      .treatAllWarnings(as: .error),
    ]
  if ["Casework", "ViewModels", "Vault"].contains(target.name) {
    target.swiftSettings?.append(.strictMemorySafety())
  }
  if target.name == "TerminalUI" {
    target.swiftSettings?.append(.defaultIsolation(MainActor.self))
  }
}
