package import Diagnostics
internal import Register

/// What a synchronisation did.
package struct SyncResult: Sendable {
  /// How many commits came in.
  package var received = 0
  /// How many commits went out.
  package var sent = 0
  /// Of how many cases sealed entries came in.
  package var sealedCases = 0
  /// How many cases were changed on both sides and merged.
  package var merged = 0
  /// How many of the merged cases hold a step that lost against a concurrent one.
  package var needingAttention = 0
  /// How many commits still wait to be sent.
  package var waiting = 0
  /// Of how many cases sealed entries still wait to be sent.
  package var sealedWaiting = 0
  /// Of how many cases sealed entries that the history names have not arrived here.
  package var sealedMissing = 0
  /// Of how many cases damaged or lost sealed entries were taken anew.
  package var sealedHealed = 0
  /// Sealed entries that are damaged here and that the common place does not have.
  package var damaged: [Diagnostic] = []
  /// Files that came in and cannot stand in a register, or that were kept from being sent.
  package var setAside: [SetAsideFile] = []
  /// Cases recorded here that the others have under the same name with another registration.
  package var displaced: [String] = []
  /// What others changed in configuration that decides who may read and act.
  package var changes: [ConfigurationChange] = []
  /// Values of the configuration that came in and break the rule of their field.
  package var findings: [Diagnostic] = []
  /// Whether the common place has another address than at the last exchange: what waits is not known.
  package var isElsewhere = false
  /// Whether the newest commit was looked for in the common place, and was there; elsewhere than in a
  /// folder of this computer only its name is known.
  package var isPlaceLookedInto = false
  /// Why the other place was not reached, or cannot be used; nil when all went well.
  package var obstacle: SyncObstacle?
  /// What git said, for whoever asks for details.
  package var details = ""
}

/// Whose version of a configuration file counts when both sides changed it.
package enum ConfigurationChoice: String, Sendable, CaseIterable {
  case ours
  case theirs
}
