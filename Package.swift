// swift-tools-version: 6.2
import PackageDescription

/// Every network Hark speaks: the folder `Connectors/<Name>/` is the module `Hark<Name>`.
let networks = [
    "Bluesky", "Discord", "Discourse", "Email", "Feeds", "Generic", "HackerNews", "Line", "LinkedIn", "Mastodon",
    "Matrix", "Meta",
    "Reddit", "Reviews", "Slack", "Telegram", "TikTok", "Twilio", "VK", "Viber", "X", "YouTube",
]

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "hark",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "hark", targets: ["hark"]),
        .executable(name: "hark-demo", targets: ["hark-demo"]),
        .executable(name: "hark-bench", targets: ["hark-bench"]),
        .executable(name: "hark-conformance", targets: ["hark-conformance"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // System libraries.
        .systemLibrary(name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        .systemLibrary(name: "CMalloc"),

        // The core: values and decisions, no I/O.
        .target(name: "HarkCore", swiftSettings: house + [.strictMemorySafety()]),

        // What the core asks of the world.
        .target(name: "HarkCurl", dependencies: ["CLibcurl", "HarkCore"], swiftSettings: house),
        .target(name: "HarkSQLite", dependencies: ["HarkCore", grdb, sqlite], swiftSettings: house),
        .target(name: "HarkConfig", dependencies: ["HarkCore", yams], swiftSettings: house),

        // What learns and judges keyword tables; nothing that serves needs it.
        .target(name: "HarkLearning", dependencies: ["HarkCore"], swiftSettings: house),

        // The doors.
        .target(
            name: "HarkServer",
            dependencies: [
                "HarkCore", crypto, hummingbird, hummingbirdCore, lifecycle, logging, nio, nioPosix,
            ],
            swiftSettings: house
        ),
        .target(name: "HarkClient", dependencies: ["HarkCore"], swiftSettings: house),
        .target(name: "HarkScreen", dependencies: ["HarkCore"], swiftSettings: house),
        .target(
            name: "HarkCommands",
            dependencies: [
                "HarkClient", "HarkConfig", "HarkConnectors", "HarkCore", "HarkCurl", "HarkLearning", "HarkScreen",
                "HarkServer",
                "HarkSQLite", argumentParser, lifecycle, logging, signals,
                .target(name: "CMalloc", condition: .when(platforms: [.linux])),
            ],
            swiftSettings: house
        ),
        .executableTarget(
            name: "hark",
            dependencies: ["HarkCommands"],
            swiftSettings: house,
            linkerSettings: [
                // Nobody links to a program: without a table of its names every library's names are found sooner at the start.
                .unsafeFlags(["-Xlinker", "--no-export-dynamic"], .when(platforms: [.linux])),
                // Addresses to be set at the start take a hundredth of the room, and the pages they stood in stay on disk:
                // seven megabytes less in memory, and a quicker start.
                .unsafeFlags(
                    ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
                    .when(platforms: [.linux], configuration: .release)
                ),
            ]
        ),

        // The networks, all together; each on its own below.
        .target(
            name: "HarkConnectors",
            dependencies: ["HarkCore"] + networks.map { .target(name: "Hark\($0)") },
            path: "Connectors",
            exclude: networks + ["README.md"],
            sources: ["Connectors.swift"],
            swiftSettings: house
        ),

        // Servers that stand in for the outside world on loopback: the demo and the tests play against them.
        .target(
            name: "HarkFakes",
            dependencies: ["HarkCore", crypto, hummingbird, hummingbirdCore, lifecycle, logging, nio, nioPosix],
            path: "Sources/HarkTesting/Fakes",
            swiftSettings: house
        ),
        .executableTarget(
            name: "hark-demo",
            dependencies: ["HarkCore", "HarkCurl", "HarkFakes", crypto, hummingbird],
            path: "Demo",
            exclude: ["Config", "README.md", "day.tsv"],
            swiftSettings: house
        ),
        .executableTarget(
            name: "hark-bench",
            dependencies: [
                "HarkCore", "HarkSQLite", argumentParser, crypto, grdb, hummingbird, logging, nio,
            ],
            path: "Benchmarks",
            exclude: ["README.md", "idle.sh"],
            swiftSettings: house
        ),

        // What holds every connector against recorded payloads and signature vectors.
        .target(
            name: "HarkConformance",
            dependencies: ["HarkConnectors", "HarkCore", "HarkServer", crypto, yams]
                + networks.map { .target(name: "Hark\($0)") },
            path: "Sources/HarkTesting/Conformance",
            swiftSettings: house
        ),
        .executableTarget(
            name: "hark-conformance",
            dependencies: ["HarkConformance", "HarkConnectors", argumentParser],
            path: "Sources/HarkTesting/ConformanceCommand",
            swiftSettings: house
        ),

        // Tests.
        .target(
            name: "HarkTesting",
            dependencies: ["HarkCore", "HarkFakes"],
            path: "Sources/HarkTesting/Contracts",
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkCoreTests",
            dependencies: ["HarkCore", "HarkTesting"],
            exclude: ["ServiceLevel/Fixtures"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkCurlTests",
            dependencies: ["HarkCurl", "HarkCore", "HarkFakes", "HarkTesting", hummingbird],
            exclude: ["Fixtures"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkStoreTests",
            dependencies: ["HarkCore", "HarkSQLite", "HarkTesting", grdb],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkLearningTests",
            dependencies: ["HarkConfig", "HarkCore", "HarkLearning"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkConfigTests",
            dependencies: ["HarkConfig", "HarkCore", "HarkTesting"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkServerTests",
            dependencies: [
                "HarkClient", "HarkConnectors", "HarkCore", "HarkCurl", "HarkFakes", "HarkServer", "HarkSQLite",
                "HarkTesting", crypto, hummingbird, lifecycle, logging,
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkCommandsTests",
            dependencies: ["HarkClient", "HarkCommands", "HarkCore", "HarkTesting", argumentParser],
            exclude: ["Golden"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkScreenTests",
            dependencies: ["HarkCore", "HarkScreen"],
            exclude: ["Golden"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkConformanceTests",
            dependencies: ["HarkConformance", "HarkConnectors", "HarkCore", "HarkServer", "HarkTesting", crypto],
            swiftSettings: house
        ),
        .testTarget(
            name: "HarkFlowTests",
            dependencies: ["HarkCore", "HarkCurl", "HarkFakes", "HarkTesting", crypto, grdb, hummingbird],
            exclude: ["Fixture/Mail/post_office.py", "Fixture/Mail/read_mails.py", "Fixture/mails.py", "Golden"],
            swiftSettings: house
        ),
    ]
)

for network in networks {
    package.targets += [
        .target(
            name: "Hark\(network)",
            dependencies: ["HarkCore"],
            path: "Connectors/\(network)",
            exclude: ["README.md", "Tests"],
            swiftSettings: house
        ),
        .testTarget(
            name: "Hark\(network)Tests",
            dependencies: ["HarkCore", .target(name: "Hark\(network)"), "HarkTesting"],
            path: "Connectors/\(network)/Tests",
            swiftSettings: house
        ),
    ]
}
