// swift-tools-version: 6.2
import PackageDescription

let release = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

/// Swift 6 and what is on its way; a warning is an error. A release calls the accessors of its types' metadata, where
/// the compiler would else have the runtime read their mangled names: that took half a millisecond of every start.
let swift: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], release),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// For rooms that talk to no terminal: every unsafe construct has to say so.
let safeSwift = swift + [.strictMemorySafety()]

let c: [CSetting] = [.treatAllWarnings(as: .error)]

/// Written by `Tests/Benchmarks/order`.
let libraryOrder = "LibraryOrder.txt"

/// A release is one static, stripped executable that runs on any Linux of the same processor. SwiftPM has no setting
/// for that, so the linker is told; lld because gold warns of every use of NSS in the standard libraries. The three
/// libraries are what FoundationEssentials, which ArgumentParser imports, needs when it is static. What a start calls of
/// Swift's library is all over its megabytes: to lay it side by side saves a twentieth of the time to the first frame.
let oneExecutable: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-use-ld=lld", "-Xlinker", "-s",
      "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/thuky/\(libraryOrder)",
      "-Xlinker", "--no-warn-symbol-ordering",
    ], release),
  .linkedLibrary("_FoundationCollections", release),
  .linkedLibrary("_FoundationCShims", release),
  .linkedLibrary("swiftSynchronization", release),
]

let package = Package(
  name: "thuky",
  products: [.executable(name: "thuky", targets: ["thuky"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "thuky",
      dependencies: [
        "CursesTerminal", "Dashboard", "NationalPlan2023", "PlanCore", "TerminalKit", "TextCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: [libraryOrder],
      swiftSettings: swift,
      linkerSettings: oneExecutable),
    .target(name: "Dashboard", dependencies: ["PlanCore", "TerminalKit", "TextCore"], swiftSettings: safeSwift),
    .target(name: "TerminalKit", dependencies: ["TextCore", "Themes"], swiftSettings: safeSwift),
    .target(name: "PlanCore", dependencies: ["CSystem", "TextCore"], swiftSettings: safeSwift),
    .target(name: "TextCore", swiftSettings: safeSwift),
    .target(
      name: "CursesTerminal", dependencies: ["CNcurses", "CSystem", "TerminalKit", "TextCore"], swiftSettings: swift),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CSystem", cSettings: c),
    .target(name: "Themes", path: "Themes", cSettings: c),
    .target(name: "NationalPlan2023", cSettings: c),

    .target(
      name: "TestSupport", dependencies: ["NationalPlan2023", "PlanCore"], path: "Tests/TestSupport",
      swiftSettings: swift),
    .testTarget(name: "TextCoreTests", dependencies: ["TestSupport", "TextCore"], swiftSettings: swift),
    .testTarget(
      name: "PlanCoreTests", dependencies: ["CSystem", "PlanCore", "TestSupport", "TextCore"], swiftSettings: swift),
    .testTarget(
      name: "TerminalKitTests", dependencies: ["CSystem", "TerminalKit", "TextCore"], swiftSettings: swift),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CNcurses", "CursesTerminal", "TerminalKit"], swiftSettings: swift),
    .testTarget(
      name: "DashboardTests", dependencies: ["Dashboard", "PlanCore", "TerminalKit", "TestSupport", "TextCore"],
      exclude: ["Goldens"],
      swiftSettings: swift),
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["CNcurses", "CursesTerminal", "PlanCore", "TerminalKit", "TestSupport", "TextCore"],
      path: "Tests/Fuzzing", exclude: ["Corpus", "Fuzzer", "run"], swiftSettings: swift),
    .executableTarget(name: "AppendLoop", dependencies: ["PlanCore"], path: "Tests/AppendLoop", swiftSettings: swift),
    .testTarget(
      name: "ThukyTests", dependencies: ["AppendLoop", "CSystem", "TestSupport", "thuky"], swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
