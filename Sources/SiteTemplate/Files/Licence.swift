/// The terms under which the figures and texts of a site may be used.
package struct Licence: Hashable, Sendable {
  /// What people call it; the word for it in `brand.yml`.
  package let name: String
  /// The identifier in the SPDX list.
  package let identifier: String
  /// The full name.
  package let title: String
  /// The address of its text.
  package let address: String
  /// What it allows and asks for, in short.
  package let summary: String

  /// The licences for open data that a site may name; the first one is taken where none is named.
  static let known = [
    Licence(
      name: "CC BY 4.0", identifier: "CC-BY-4.0",
      title: "Creative Commons Attribution 4.0 International (CC BY 4.0)",
      address: "https://creativecommons.org/licenses/by/4.0/",
      summary: """
        You may share and change them for any purpose, also a commercial one, if you name the source,
        link to the licence and say what you changed.
        """),
    Licence(
      name: "CC BY-SA 4.0", identifier: "CC-BY-SA-4.0",
      title: "Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)",
      address: "https://creativecommons.org/licenses/by-sa/4.0/",
      summary: """
        You may share and change them for any purpose, also a commercial one, if you name the source,
        link to the licence, say what you changed, and share what you made of them in the same way.
        """),
    Licence(
      name: "CC0 1.0", identifier: "CC0-1.0",
      title: "Creative Commons Zero 1.0 Universal (CC0 1.0)",
      address: "https://creativecommons.org/publicdomain/zero/1.0/",
      summary:
        "You may share and change them for any purpose, without asking and without naming the source."
    ),
  ]
}
