// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")

let package = Package(
    name: "sufler",
    products: [.executable(name: "sufler", targets: ["sufler"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // System libraries and their C faces.
        .systemLibrary(name: "ICUSystem", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CURLSystem", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CICU", dependencies: ["ICUSystem"]),
        .target(name: "CCurl", dependencies: ["CURLSystem"]),
        // Only for the executable: it replaces the process's malloc.
        .target(name: "CAllocationCounter"),

        .target(name: "TextAnalysis", dependencies: ["CICU", "CSnowball"], swiftSettings: settings),
        .target(name: "MappedStorage", dependencies: ["CZlib"], swiftSettings: settings),
        .target(name: "SearchIndex", dependencies: ["MappedStorage", "TextAnalysis"], swiftSettings: settings),
        .target(
            name: "KnowledgeBase", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: settings),
        .target(
            name: "Retrieval", dependencies: ["KnowledgeBase", "MappedStorage", "SearchIndex", "TextAnalysis"],
            resources: [.embedInCode("Resources/russian-stems.bloom")], swiftSettings: settings),
        .target(
            name: "ReplyPolicy", dependencies: ["TextAnalysis", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Resources/escalation.weights")], swiftSettings: settings),
        .target(
            name: "ReplySuggestion",
            dependencies: [
                "KnowledgeBase", "LanguageModel", "ReplyPolicy", "Retrieval", "TextAnalysis",
                .product(name: "Mustache", package: "swift-mustache"), .product(name: "Yams", package: "Yams"),
            ], swiftSettings: settings),
        .target(name: "LanguageModel", dependencies: ["CCurl"], swiftSettings: settings),
        .target(name: "Evaluation", swiftSettings: settings),
        .target(
            name: "EvaluationHarness",
            dependencies: ["Evaluation", "KnowledgeBase", "ReplyPolicy", "Retrieval", "SearchIndex", "TextAnalysis"],
            swiftSettings: settings),
        .target(
            name: "WebService",
            dependencies: [
                "KnowledgeBase", "ReplyPolicy", "ReplySuggestion", "Retrieval", hummingbird, hummingbirdCore,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.embedInCode("Resources/console.html")], swiftSettings: settings),
        .executableTarget(
            name: "sufler",
            dependencies: [
                "CAllocationCounter", "Evaluation", "EvaluationHarness", "KnowledgeBase", "LanguageModel",
                "MappedStorage", "ReplyPolicy", "ReplySuggestion", "Retrieval", "SearchIndex", "TextAnalysis",
                "WebService",
                argumentParser,
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["MappedStorage"], path: "Tests/TestSupport", swiftSettings: settings),
        .executableTarget(
            name: "CommittingWriter", dependencies: ["SearchIndex", "TextAnalysis"], path: "Tests/CommittingWriter",
            swiftSettings: settings),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"], exclude: ["Fixtures"]),
        .testTarget(name: "KnowledgeBaseTests", dependencies: ["KnowledgeBase", "TestSupport"]),
        .testTarget(name: "LanguageModelTests", dependencies: ["LanguageModel", "TestSupport"]),
        .testTarget(name: "MappedStorageTests", dependencies: ["MappedStorage", "TestSupport"]),
        .testTarget(
            name: "RetrievalTests",
            dependencies: ["KnowledgeBase", "MappedStorage", "Retrieval", "SearchIndex", "TextAnalysis", "TestSupport"]),
        .testTarget(
            name: "EvaluationHarnessTests",
            dependencies: [
                "Evaluation", "EvaluationHarness", "KnowledgeBase", "MappedStorage", "ReplyPolicy", "Retrieval",
                "SearchIndex", "TestSupport", "TextAnalysis",
            ]),
        .testTarget(name: "ReplyPolicyTests", dependencies: ["ReplyPolicy", "TestSupport", "TextAnalysis"]),
        .testTarget(
            name: "ReplySuggestionTests",
            dependencies: [
                "KnowledgeBase", "LanguageModel", "ReplyPolicy", "ReplySuggestion", "Retrieval", "SearchIndex",
                "TestSupport", "TextAnalysis",
            ]),
        .testTarget(
            name: "SearchIndexTests",
            dependencies: ["CommittingWriter", "MappedStorage", "SearchIndex", "TextAnalysis", "TestSupport"],
            exclude: ["Golden"]),
        .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis", "TestSupport"]),
        .testTarget(
            name: "WebServiceTests",
            dependencies: [
                "KnowledgeBase", "LanguageModel", "ReplyPolicy", "ReplySuggestion", "Retrieval", "SearchIndex",
                "WebService",
                hummingbird,
                hummingbirdCore,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]
        ),
        .testTarget(name: "SuflerTests", dependencies: ["sufler", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
