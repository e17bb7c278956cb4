// swift-tools-version: 6.2
// One array of settings serves every target: strict concurrency, strict memory safety, warnings as errors.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "kluis",
    products: [
        .executable(name: "kluis", targets: ["VaultCLI"]),
        .executable(name: "kluis-bench", targets: ["VaultBench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(name: "CSystem", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "VaultFormat"),
        .target(name: "VaultSystem", dependencies: ["CSystem"]),
        .target(name: "VaultCrypto", dependencies: ["VaultFormat", "CSodium", crypto]),
        .target(name: "VaultLog", dependencies: ["VaultFormat", "VaultCrypto"]),
        .target(name: "VaultStore", dependencies: ["VaultFormat", "VaultSystem", "CSystem", grdb]),
        .target(name: "VaultAudit", dependencies: ["VaultFormat", "VaultCrypto", "VaultLog", "VaultSystem"]),
        .target(
            name: "VaultCore", dependencies: ["VaultFormat", "VaultCrypto", "VaultLog", "VaultAudit", "VaultStore", "VaultSystem"]),
        .executableTarget(
            name: "VaultCLI",
            dependencies: ["VaultCore", "VaultAudit", "VaultLog", "VaultCrypto", "VaultFormat", "VaultSystem", argumentParser]),
        .target(
            name: "VaultTestkit",
            dependencies: ["VaultCore", "VaultStore", "VaultLog", "VaultCrypto", "VaultFormat", "VaultSystem", grdb],
            path: "Tests/VaultTestkit"),
        .executableTarget(
            name: "VaultBench",
            dependencies: ["VaultTestkit", "VaultCore", "VaultAudit", "VaultCrypto", "VaultFormat", "VaultSystem", "CSodium", grdb],
            path: "Tests/VaultBench"),
        .testTarget(name: "VaultSystemTests", dependencies: ["VaultSystem", "CSystem"]),
        .testTarget(name: "VaultFormatTests", dependencies: ["VaultTestkit", "VaultFormat", crypto]),
        .testTarget(name: "VaultCryptoTests", dependencies: ["VaultTestkit", "VaultCrypto", "VaultFormat"]),
        .testTarget(name: "VaultLogTests", dependencies: ["VaultTestkit", "VaultLog", "VaultCrypto", "VaultFormat"]),
        .testTarget(
            name: "VaultAuditTests",
            dependencies: ["VaultTestkit", "VaultAudit", "VaultCore", "VaultLog", "VaultCrypto", "VaultFormat", "VaultSystem"],
            exclude: ["Go"]),
        .testTarget(name: "VaultStoreTests", dependencies: ["VaultStore", "VaultFormat", "VaultSystem", "CSystem", grdb]),
        .testTarget(
            name: "VaultCoreTests",
            dependencies: ["VaultTestkit", "VaultCore", "VaultStore", "VaultLog", "VaultCrypto", "VaultFormat", "VaultSystem", grdb]),
        .testTarget(
            name: "VaultFormatDocTests",
            dependencies: [
                "VaultTestkit", "VaultCore", "VaultStore", "VaultLog", "VaultCrypto", "VaultFormat", "VaultSystem", "CSodium",
            ]),
        .testTarget(
            name: "VaultCLITests",
            dependencies: [
                "VaultTestkit", "VaultCLI", "VaultCore", "VaultAudit", "VaultCrypto", "VaultLog", "VaultFormat", "VaultSystem",
                argumentParser,
            ],
            exclude: ["Transcripts"]),
        .testTarget(
            name: "PromiseTests",
            dependencies: [
                "VaultCLI", "VaultTestkit", "VaultCore", "VaultStore", "VaultLog", "VaultCrypto", "VaultFormat", "VaultSystem",
            ], exclude: ["Shim"]),
        .testTarget(name: "ArchitectureTests", dependencies: []),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = strict
}
