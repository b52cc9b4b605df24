// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "daftar",
  products: [.executable(name: "daftar", targets: ["daftar"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    // libgit2, libcmark, libyaml and utf8proc from Debian's -dev packages.
    .systemLibrary(name: "CGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Its pkg-config file holds a flag that the package manager warns of, and nothing that is needed.
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    // One call of Linux that Swift does not see.
    .systemLibrary(name: "CSyncFileSystem"),
    // Keeps libgit2 from parsing the certificate bundle at each start.
    .target(name: "CNoCertificates"),
    // Reads git's loose objects, damaged ones too, without ever looping; zlib comes with libgit2-dev.
    .target(
      name: "CLooseObjects", dependencies: ["CGit2"], linkerSettings: [.linkedLibrary("z")]),
    // The site template and the sample register, inside the binary.
    .target(name: "CEmbedded"),
    // JSON, hexadecimal digits, HTML's escapes, likeness of words, repeatable random numbers.
    .target(name: "Text"),
    // Files, folders, locks and processes of the system, and its words for what failed.
    .target(name: "FileSystem", dependencies: ["CSyncFileSystem"]),
    // The only code that starts threads.
    .target(name: "Parallel"),
    // How a finding is described and printed.
    .target(name: "Diagnostics", dependencies: ["Text"]),
    // Names, telephone numbers, addresses: found in words, read and compared; knows no case.
    .target(name: "PersonalData", dependencies: ["Text"]),
    // Cases, events, configuration, the workflow and its rules; pure.
    .target(name: "CaseModel", dependencies: ["Diagnostics", "PersonalData", "Text"]),
    // How to reach a complainant: read, checked, written; always sealed.
    .target(name: "ContactData", dependencies: ["CaseModel", "PersonalData", "Text"]),
    // Bytes ↔ cases and configuration.
    .target(
      name: "CaseFormat",
      dependencies: [
        "CaseModel", "Diagnostics", "PersonalData", "Text", "CUtf8proc", "CYaml", crypto,
      ]),
    // The only importer of libgit2.
    .target(
      name: "GitStore",
      dependencies: ["CGit2", "CLooseObjects", "CNoCertificates", "FileSystem", "Text", crypto]),
    // age v1 files, identities, commitments.
    .target(name: "Sealing", dependencies: ["Text", crypto, cryptoExtras]),
    // Sealed entries of a register, and the opening of cases that have some.
    .target(
      name: "CaseVault",
      dependencies: [
        "CaseFormat", "CaseModel", "Diagnostics", "GitStore", "PersonalData", "Sealing",
        "FileSystem",
        "Text",
      ]),
    // A register on disk: read, act, commit, check.
    .target(
      name: "Register",
      dependencies: [
        "CaseFormat", "CaseModel", "CaseVault", "ContactData", "Diagnostics", "GitStore",
        "Parallel",
        "PersonalData", "Sealing",
        "FileSystem", "Text",
      ]),
    // Between copies of a register: the git program, merge, exchange of sealed entries, site branch.
    .target(
      name: "Sync",
      dependencies: [
        "CaseFormat", "CaseModel", "CaseVault", "Diagnostics", "GitStore", "Register", "Sealing",
        "FileSystem", "Text", subprocess,
      ]),
    // Figures from cases; definitions in one place.
    .target(name: "Figures", dependencies: ["CaseModel"]),
    // From cases to counts that the public may see: the only way to publish a number.
    .target(name: "Disclosure", dependencies: ["CaseModel", "Text"]),
    // The only importer of libcmark.
    .target(name: "Markdown", dependencies: ["CCmark", "Text"]),
    // Charts and markup from published values, the same bytes on every machine.
    .target(name: "Charts", dependencies: ["Disclosure", "Text"]),
    // What a team writes for its site: layouts, the texts of each language, brand and promises, checked.
    .target(name: "SiteTemplate", dependencies: ["Charts", "Disclosure", "Text", mustache]),
    // Pages and data from published values.
    .target(
      name: "Site",
      dependencies: ["Charts", "Disclosure", "Markdown", "Parallel", "SiteTemplate", "Text"]),
    // From cases to closed blocks, proved; from these to a site in a folder, looked through.
    .target(
      name: "Publishing",
      dependencies: [
        "CaseFormat", "CaseModel", "Diagnostics", "Disclosure", "Figures", "GitStore", "Parallel",
        "Register", "Site", "SiteTemplate", "FileSystem", "Text",
      ]),
    // The files inside the binary, and the sample register made of them.
    .target(
      name: "Demo",
      dependencies: [
        "CEmbedded", "CaseFormat", "CaseModel", "Diagnostics", "GitStore", "Register",
        "SiteTemplate",
      ]),
    // Tables that other programs wrote: encodings, separators, dates; what is no table.
    .target(name: "Tables", dependencies: ["Diagnostics", "Text"]),
    // Widths, tables and wrapped lines for a terminal; knows no case.
    .target(name: "Layout"),
    // What is shown of cases and figures: pages of text, tables, JSON.
    .target(
      name: "Views",
      dependencies: [
        "CaseFormat", "CaseModel", "CaseVault", "Diagnostics", "Figures", "Layout",
        "Markdown", "Register", "Tables", "Text",
      ]),
    // Codes as people handle them: by their names, as lists, added to the files that list them.
    .target(name: "Vocabulary", dependencies: ["CaseFormat", "CaseModel", "Diagnostics", "Text"]),
    // Importers.
    .target(
      name: "Exchange",
      dependencies: [
        "CaseFormat", "CaseModel", "CaseVault", "ContactData", "Diagnostics", "PersonalData",
        "Register", "Tables", "Text", "Vocabulary",
      ]),
    // What the columns of somebody's table seem to mean: guessed, explained, asked.
    .target(
      name: "Mapping",
      dependencies: [
        "CaseFormat", "CaseModel", "Diagnostics", "Exchange", "PersonalData", "Tables", "Text",
      ]),
    // One call of the program: what it is given, prints and asks; words that are typed and not lost.
    .target(
      name: "Terminal",
      dependencies: [
        "CaseFormat", "CaseModel", "CaseVault", "Diagnostics", "FileSystem", "GitStore", "Layout",
        "Register", "Sealing", "Tables", "Text",
      ]),
    // One file per command; exit codes.
    .target(
      name: "CommandLine",
      dependencies: [
        "CaseFormat", "CaseModel", "CaseVault", "ContactData", "Demo",
        "Diagnostics", "Disclosure", "Exchange", "Figures", "FileSystem", "GitStore", "Layout",
        "Mapping", "Markdown", "PersonalData", "Publishing", "Register", "Sealing", "Site",
        "SiteTemplate", "Sync", "Tables", "Terminal", "Text", "Views", "Vocabulary", argumentParser,
      ]),
    .executableTarget(
      name: "daftar", dependencies: ["CommandLine"],
      // What is installed gets a sixteenth smaller: equal functions once, addresses packed, and no
      // names for programs that would load it as a library.
      linkerSettings: [
        .unsafeFlags(
          [
            "-use-ld=lld", "-Xlinker", "--icf=safe", "-Xlinker", "-z", "-Xlinker",
            "pack-relative-relocs", "-Xlinker", "--no-export-dynamic",
          ], .when(configuration: .release))
      ]),
    // Writes the sample register of cases/ from its stories.
    .executableTarget(
      name: "SampleRegister", dependencies: ["CaseFormat", "CaseModel", "Diagnostics", "Text"],
      exclude: ["close-blocks", "site-template", "stories"]),

    // Seeded generators, builders of cases and histories, the built binary.
    .target(
      name: "TestSupport", dependencies: ["CaseFormat", "CaseModel", "Diagnostics", "Text"],
      path: "Tests/Support"),
    .testTarget(name: "TextTests", dependencies: ["CaseFormat", "Text"]),
    .testTarget(name: "FileSystemTests", dependencies: ["FileSystem"]),
    .testTarget(
      name: "PersonalDataTests",
      dependencies: [
        "CaseFormat", "CaseModel", "ContactData", "PersonalData", "TestSupport", "Text",
      ]),
    .testTarget(
      name: "ContactDataTests",
      dependencies: [
        "CaseFormat", "CaseModel", "ContactData", "Diagnostics", "TestSupport", "Text",
      ]),
    .testTarget(name: "ParallelTests", dependencies: ["Parallel"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Text"]),
    .testTarget(
      name: "CaseModelTests",
      dependencies: [
        "CaseFormat", "CaseModel", "ContactData", "Diagnostics", "TestSupport", "Text",
      ]),
    .testTarget(
      name: "CaseFormatTests",
      dependencies: ["CaseFormat", "CaseModel", "Diagnostics", "TestSupport", "Text"]),
    .testTarget(name: "SealingTests", dependencies: ["Sealing", "Text"]),
    .testTarget(name: "GitStoreTests", dependencies: ["FileSystem", "GitStore", "Text"]),
    .testTarget(
      name: "RegisterTests",
      dependencies: [
        "CaseFormat", "CaseModel", "Diagnostics", "GitStore", "Register", "TestSupport",
      ]),
    .testTarget(name: "FiguresTests", dependencies: ["CaseModel", "Figures"]),
    .testTarget(name: "DisclosureTests", dependencies: ["CaseModel", "Disclosure", "Text"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "Disclosure", "Text"]),
    .testTarget(name: "LayoutTests", dependencies: ["Layout"]),
    .testTarget(
      name: "VocabularyTests",
      dependencies: ["CaseFormat", "CaseModel", "Diagnostics", "Vocabulary"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "CaseFormat", "CaseModel", "Charts", "Diagnostics", "Disclosure", "Site", "SiteTemplate",
        "TestSupport", "Text",
      ]),
    .testTarget(
      name: "SiteTemplateTests", dependencies: ["Charts", "Disclosure", "SiteTemplate", "Text"]),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "CaseFormat", "CaseModel", "Diagnostics", "Disclosure", "GitStore", "Publishing",
        "Register", "Site", "SiteTemplate", "TestSupport",
      ]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "CaseFormat", "CaseModel", "CaseVault", "ContactData", "Diagnostics", "Exchange",
        "GitStore", "Mapping", "Register", "Sealing", "Tables", "TestSupport", "Text",
      ]),
    .testTarget(name: "MappingTests", dependencies: ["Mapping", "Tables"]),
    .testTarget(
      name: "TablesTests", dependencies: ["Diagnostics", "Tables", "TestSupport", "Text"]),
    // Which module may import which.
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    // The documents say what the program does.
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["CaseFormat", "CaseModel", "Diagnostics", "Register", "TestSupport"]),
    // The program in temporary registers: answering in process, and the built binary.
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["CommandLine", "GitStore", "Terminal", "Text", "daftar"],
      path: "Tests/EndToEnd",
      exclude: [
        "Faults/faulty-calls.c", "Gallery", "Golden", "Hints/Scenes", "Hints/exceptions.txt",
        "Transcripts",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings = settings
}

// Most of the tests' time is spent in these; without optimisation they take several times as long.
let optimisedForTests: Set = [
  "CaseFormat", "CaseModel", "Disclosure", "GitStore", "PersonalData", "Text",
]
for target in package.targets where optimisedForTests.contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
