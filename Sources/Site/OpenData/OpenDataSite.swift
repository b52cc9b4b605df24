extension OpenData {
  /// What the open data say of the place where they are published.
  package struct Site: Sendable {
    /// The terms under which the data may be used.
    package struct Licence: Hashable, Sendable {
      /// The identifier in the SPDX list.
      package let identifier: String
      /// The name.
      package let title: String
      /// The address of its text.
      package let address: String

      /// Names a licence.
      package init(identifier: String, title: String, address: String) {
        self.identifier = identifier
        self.title = title
        self.address = address
      }

      /// Creative Commons Attribution 4.0 International.
      package static let ccBy = Licence(
        identifier: "CC-BY-4.0",
        title: "Creative Commons Attribution 4.0 International (CC BY 4.0)",
        address: "https://creativecommons.org/licenses/by/4.0/")
    }

    /// Where questions about the data go.
    package enum Contact: Hashable, Sendable {
      case email(String)
      case page(String)
    }

    /// The address at which the site will stand, with a final `/`; nil when it is not known.
    ///
    /// Without one all addresses are relative, and the site works from any folder.
    package let base: String?
    /// The name of the publisher, by language tag.
    package let publisher: [String: String]
    /// The terms of use.
    package let licence: Licence
    /// Where questions go; nil for nowhere.
    package let contact: Contact?

    /// Describes the place of publication.
    package init(
      base: String? = nil, publisher: [String: String], licence: Licence = .ccBy,
      contact: Contact? = nil
    ) {
      self.base = base.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
      self.publisher = publisher
      self.licence = licence
      self.contact = contact
    }
  }
}
