/// A world: another list of cases that the published numbers allow.
///
/// It tells that a hidden count could be different. It names cases and therefore stays private.
package struct Certificate: Hashable, Sendable {
  /// One case with another code in one field; two cases that exchange a field are two changes.
  package struct Change: Hashable, Sendable {
    /// The id of the record.
    package let record: String
    /// The field that is different.
    package let field: Field
    /// Its code in this world.
    package let code: String

    /// Makes a change.
    package init(record: String, field: Field, code: String) {
      self.record = record
      self.field = field
      self.code = code
    }
  }

  /// What is different from the cases as they are.
  package let changes: [Change]

  /// Makes a certificate.
  package init(changes: [Change]) { self.changes = changes }
}

/// What is proposed for publication: which tables, which cells hidden, and why that is safe.
///
/// It holds no counts. The proof counts for itself.
package struct ProtectedDraft: Hashable, Sendable {
  /// The block.
  package let block: Block
  /// At which level each planned table is shown.
  package let choices: [TableChoice]
  /// The cells that are withheld.
  package let hidden: Set<CellKey>
  /// The worlds that show how far the hidden counts could be from the truth.
  package let certificates: [Certificate]

  /// Makes a draft, for example from files kept with a closed block.
  package init(
    block: Block, choices: [TableChoice], hidden: Set<CellKey>, certificates: [Certificate]
  ) {
    self.block = block
    self.choices = choices
    self.hidden = hidden
    self.certificates = certificates
  }
}
