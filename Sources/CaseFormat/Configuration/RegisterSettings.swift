package import CaseModel
package import Diagnostics

extension RegisterSettings: ConfigurationPart {
  /// Reads `register.yml`.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> RegisterSettings {
    try root.requireKnownKeys([
      "format", "name", "languages", "time-zone", "profile", "seal", "layout", "demo", "partners",
      "recovery", "recovery-restricted", "leave-one-out", "id",
    ])
    let languages = try root.optionalTexts("languages")
    let layoutText = try root.optionalText("layout") ?? Layout.month.rawValue
    guard let layout = Layout(rawValue: layoutText) else {
      throw (try root.optional("layout") ?? root).problem(
        rule: "config.layout", "“\(layoutText)” is no layout", hint: "write month or month-bucket")
    }
    let sealText = try root.optionalText("seal") ?? Seal.sensitive.rawValue
    guard let seal = Seal(rawValue: sealText) else {
      throw (try root.optional("seal") ?? root).problem(
        rule: "config.seal", "“\(sealText)” is no way to seal",
        hint: "write sensitive or everything")
    }
    return RegisterSettings(
      format: try format(root), registerID: try id(root),
      name: try Labels.reading(try root.require("name")),
      languages: languages.isEmpty ? ["en"] : languages,
      timeZone: try root.requireText("time-zone"),
      profile: try root.optionalText("profile") ?? "acted15",
      seal: seal, recovery: try Team.recipient(root, "recovery"),
      recoveryRestricted: try Team.recipient(root, "recovery-restricted"),
      leavesOneOut: try root.boolean("leave-one-out", default: false), layout: layout,
      isDemo: try root.boolean("demo", default: false),
      partners: try root.labelledCodes("partners"))
  }

  /// The version of the format that the file names.
  static func format(_ root: YAMLNode) throws(Diagnostic) -> Int {
    guard let format = try root.integer("format", in: 1...1_000) else {
      throw root.problem(
        rule: "config.format", "the line “format: 1” is missing", hint: "add “format: 1”")
    }
    return format
  }

  /// Whether a file, whatever else it says, names a format that this program does not know.
  package static func isNewer(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Bool {
    try format(in: bytes, path: path) > newestFormat
  }

  /// The format that a file names, whatever else in it cannot be read.
  package static func format(in bytes: [UInt8], path: String) throws(Diagnostic) -> Int {
    try format(try YAMLNode.parse(bytes, path: path))
  }

  private static func id(_ root: YAMLNode) throws(Diagnostic) -> String? {
    guard let node = try root.optional("id") else { return nil }
    let text = try node.requireText()
    guard EventID(text) != nil else {
      throw node.problem(
        rule: "config.id", "“\(text)” is no id of a register",
        hint: "it has 16 symbols and is written by daftar; restore the line from git")
    }
    return text
  }
}
