// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with, each with the proposal that explains it.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    // SE-0335: existential types are written `any`.
    .enableUpcomingFeature("ExistentialAny"),
    // SE-0444: a member is visible only through a module that the file imports.
    .enableUpcomingFeature("MemberImportVisibility"),
    // SE-0409: imports are internal unless written otherwise.
    .enableUpcomingFeature("InternalImportsByDefault"),
    // SE-0461: a nonisolated async function runs where its caller runs.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // SE-0470: a conformance takes the isolation of its type.
    .enableUpcomingFeature("InferIsolatedConformances"),
]

/// C libraries of the distribution, each behind one module map and one Swift file.
let systemLibraries: [Target] = [
    .systemLibrary(name: "CLinux", path: "Sources/SystemLibraries/CLinux"),
    .systemLibrary(name: "CSQLite", path: "Sources/SystemLibraries/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPostgreSQL", path: "Sources/SystemLibraries/CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CSodium", path: "Sources/SystemLibraries/CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CCurl", path: "Sources/SystemLibraries/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "COpenSSL", path: "Sources/SystemLibraries/COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CJansson", path: "Sources/SystemLibraries/CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    .systemLibrary(name: "CYAML", path: "Sources/SystemLibraries/CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CQRCode", path: "Sources/SystemLibraries/CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CPango", path: "Sources/SystemLibraries/CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CDeflate", path: "Sources/SystemLibraries/CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
]

/// Arrows go one way: PortalServer -> HTMLTemplates -> PortalCore -> system libraries.
let modules: [Target] = [
    .target(
        name: "PortalCore",
        dependencies: ["CSQLite", "CPostgreSQL", "CSodium", "COpenSSL", "CJansson", "CYAML", "CQRCode", "CPango"],
        exclude: ["Calendar/Data/README.md", "FamilyChecks/Data/README.md"],
        resources: [.embedInCode("Calendar/Data/vacances-scolaires.csv"), .embedInCode("FamilyChecks/Data/pays-cog.csv")],
        swiftSettings: settings
    ),
    .target(name: "HTMLTemplates", dependencies: ["PortalCore"], swiftSettings: settings),
    .executableTarget(
        name: "PortalServer",
        dependencies: ["HTMLTemplates", "PortalCore", "CLinux", "CCurl", "CDeflate"],
        swiftSettings: settings
    ),
]

let tests: [Target] = [
    .testTarget(name: "PortalCoreTests", dependencies: ["PortalCore", "COpenSSL"], swiftSettings: settings),
    .testTarget(name: "HTMLTemplatesTests", dependencies: ["HTMLTemplates", "PortalCore"], swiftSettings: settings),
    .testTarget(name: "PortalServerTests", dependencies: ["PortalServer", "HTMLTemplates", "PortalCore"], swiftSettings: settings),
    // What script/reliability kills, starves and cuts off.
    .executableTarget(name: "StorageDriver", dependencies: ["PortalCore", "CSQLite"], path: "Tests/Reliability/Driver", swiftSettings: settings),
]

/// Not part of what is released: `script/bench` builds and runs it.
let benchmarks: [Target] = [
    .executableTarget(
        name: "PortalBenchmarks",
        dependencies: ["PortalCore", "CSQLite", "CPostgreSQL"],
        path: "Tests/Benchmarks",
        exclude: ["planning.py"],
        swiftSettings: settings
    )
]

let package = Package(
    name: "portail-famille",
    products: [.executable(name: "PortalServer", targets: ["PortalServer"])],
    targets: systemLibraries + modules + tests + benchmarks
)
