package import CaseModel
package import GitStore

/// What an import recorded.
package struct ImportRecord: Sendable {
  /// The commit; nil when nothing was new.
  package var commit: ObjectID?
  /// The number of new cases.
  package var cases = 0
  /// The number of cases that an earlier import brought in and that have new steps now.
  package var updated = 0
  /// The cases that somebody changed between the comparison and the commit: nothing was added to them.
  package var overtaken: [CaseID] = []
  /// The number of events that were recorded.
  package var events = 0

  /// Makes the record of an import that recorded nothing.
  package init() {}
}
