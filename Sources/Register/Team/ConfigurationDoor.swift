internal import CaseVault
internal import CaseFormat
package import CaseModel
package import Diagnostics
package import GitStore
internal import Sealing
internal import Text

/// What every value of a configuration file is asked before it comes into force or goes out.
package enum ConfigurationDoor {
  /// What is wrong with a file's values and was not wrong in the version before.
  static func findings(
    _ name: String, _ bytes: [UInt8], since old: [UInt8]?, today: CalendarDate
  ) -> [Diagnostic] {
    let path = "cases/" + name
    var team: [Diagnostic] = []
    if name == "team.yml" {
      team = [nobodyLeft(bytes, since: old, on: today)].compactMap(\.self)
      team += sharedAddresses(bytes, since: old)
    }
    return team + FieldRules.newFindings(in: bytes, since: old, path: path, today: today)
      + tooManyKeys(name, bytes)
      + damagedKeys(name, bytes, known: old.map { keys(name, $0).values.map(\.self) } ?? [])
  }

  private static func tooManyKeys(_ name: String, _ bytes: [UInt8]) -> [Diagnostic] {
    guard name == "team.yml" else { return [] }
    let count = keys(name, bytes).count
    // The outside contact has room of its own.
    guard count > ReaderPolicy.mostKeys + 1 else { return [] }
    let refusal = ReaderPolicy.tooManyKeys(count)
    return [
      Diagnostic(
        rule: refusal.rule.rawValue, at: SourceLocation(path: "cases/team.yml"),
        message: refusal.message.text, hint: refusal.hint.text)
    ]
  }

  /// A roster after which nobody could change the roster any more, where somebody could before.
  package static func nobodyLeft(
    _ bytes: [UInt8], since old: [UInt8]?, on day: CalendarDate
  ) -> Diagnostic? {
    func mayAdopt(_ bytes: [UInt8]) -> Bool? {
      (try? Team.reading(bytes, path: "cases/team.yml"))?.members.contains {
        $0.isActive(on: day) && RosterChange.isAllowed(to: $0)
      }
    }
    guard let old, mayAdopt(old) == true, mayAdopt(bytes) == false else { return nil }
    return Diagnostic(
      rule: "team.nobody", at: SourceLocation(path: "cases/team.yml"),
      message: "after this no manager and no administrator is on the team, and nobody could change "
        + "the team any more",
      hint: "leave one of them with this role, or give it to somebody else who is on the team today"
    )
  }

  /// Addresses that a second member has: their commits could not be told apart.
  private static func sharedAddresses(_ bytes: [UInt8], since old: [UInt8]?) -> [Diagnostic] {
    func shared(_ bytes: [UInt8]) -> [String: [String]] {
      let members = (try? Team.reading(bytes, path: "cases/team.yml"))?.members ?? []
      let owners = members.compactMap { member in
        member.email.map { ($0.lowercased(), [member.id]) }
      }
      return Dictionary(owners, uniquingKeysWith: +).filter { $0.value.count > 1 }
    }
    let known = old.map(shared) ?? [:]
    return shared(bytes).sorted { $0.key < $1.key }.filter { known[$0.key] != $0.value }
      .map { address, owners in
        Diagnostic(
          rule: "team.email", at: SourceLocation(path: "cases/team.yml"),
          message: "\(owners.joined(separator: " and ")) have one e-mail address, \(address): what "
            + "they record could not be told apart",
          hint: "give each member an address of their own, or leave the line “email” out")
      }
  }

  /// Throws the findings, all of them.
  static func require(
    _ name: String, _ bytes: [UInt8], since old: [UInt8]?, today: CalendarDate
  ) throws {
    let findings = findings(name, bytes, since: old, today: today)
    guard findings.isEmpty else { throw DiagnosticList(findings) }
  }

  /// Public keys to which nothing could be sealed: every step that seals would be refused.
  private static func damagedKeys(
    _ name: String, _ bytes: [UInt8], known: [String]
  ) -> [Diagnostic] {
    keys(name, bytes).sorted { $0.key < $1.key }.compactMap { owner, key in
      guard !known.contains(key) else { return nil }
      do throws(SealingError) {
        _ = try Recipient(reading: key)
        return nil
      } catch {
        return Diagnostic(
          rule: "config.recipient", at: SourceLocation(path: "cases/" + name),
          message: "the public key of \(owner) is damaged: \(error.message)",
          hint: "copy it again, as `daftar key show` prints it where the key is kept")
      }
    }
  }

  private static func keys(_ name: String, _ bytes: [UInt8]) -> [String: String] {
    let path = "cases/" + name
    var keys: [String: String] = [:]
    do {
      switch name {
      case "team.yml":
        let team = try Team.reading(bytes, path: path)
        for member in team.members { keys[member.id] = member.read }
        keys["the outside contact"] = team.outsideContact?.read
      case "register.yml":
        let settings = try RegisterSettings.reading(bytes, path: path)
        keys["recovery"] = settings.recovery
        keys["recovery-restricted"] = settings.recoveryRestricted
      default: break
      }
    } catch {
      // A file that cannot be read is refused where it is read.
      return [:]
    }
    return keys
  }
}

extension Register {
  /// What is wrong with the values of a commit's configuration and was not in an earlier commit.
  package func configurationFindings(
    in commit: ObjectID, since earlier: ObjectID?
  ) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for name in Configuration.fileNames {
      let path = "cases/" + name
      let old = try earlier.flatMap { try repository.blobID(at: path, in: $0) }
      guard let new = try repository.blobID(at: path, in: commit), new != old else { continue }
      let (before, after) = (try old.map { try repository.blob($0) }, try repository.blob(new))
      findings += ConfigurationDoor.findings(name, after, since: before, today: today)
      findings += try removedCodes(name, after, since: before, in: commit)
    }
    return findings
  }

  /// Refuses to send values that the others could not work with.
  package func refuseUnsoundConfiguration(_ sending: ObjectID, since known: ObjectID?) throws {
    let findings = try configurationFindings(in: sending, since: known)
    guard !findings.isEmpty else { return }
    throw DiagnosticList(
      findings.map { finding in
        var finding = finding
        let name = finding.location?.path.split(separator: "/").last.map(String.init) ?? "team.yml"
        finding.hint =
          (finding.hint.map { $0 + "; " } ?? "")
          + "nothing was sent: correct the file, then `daftar adopt \(name)` and `daftar sync`"
        return finding
      })
  }
}
