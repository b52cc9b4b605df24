extension Rule {
  /// Why a command is refused that takes no step, or does not come so far.
  var explanationOfCommand: String {
    switch self {
    case .caseMissing: "no case, several cases, or a mistyped id"
    case .caseAmbiguous: "no case, several cases, or a mistyped id"
    case .caseCheckSymbol: "no case, several cases, or a mistyped id"
    case .caseOthers: "the case is sealed for others; nothing more is said, not even this code"
    case .teamChanged:
      "the member's entry in `team.yml` changed while the command waited for the register"
    case .teamWho: "it is not known who acts"
    case .proposeNone: "no correction is proposed in this case"
    case .proposeReasons: "a proposal is sent back without reasons"
    case .teamRoster:
      "somebody else than a manager or an administrator adopts a change of roles, dates or keys"
    case .teamSettings:
      "somebody else than a manager, a reviewer or an administrator adopts other complaint "
        + "kinds, sensitivities, targets, limits or rules of publication"
    case .teamKey: "this is no public key; only the member, a manager or an administrator sets it"
    case .teamKeyOwner:
      "this is no public key; only the member, a manager or an administrator sets it"
    case .teamFile: "`team.yml` is written in a way that only a person should edit"
    case .configurationPlain:
      "the file of an entry is written in a way that only a person should edit"
    case .sealingNobody: "nobody on the team with a key may read it: do not write it down here"
    case .sealingTooMany: "the team has more keys than a sealed file has room for"
    case .sealedOption: "words that will be sealed are not taken from an option"
    case .notToSensitive: "only sensitive cases can leave a member out"
    case .textPersonalData:
      "a text that stays readable holds a telephone number or the like, and no `--allow`"
    case .codePersonalData:
      "a coded field, such as the external id, holds one; there is no `--allow` for it"
    case .contactNone: "there is no contact data, or it is sealed for others"
    case .contactOthers: "there is no contact data, or it is sealed for others"
    case .findPhone: "this is no telephone number, or no name"
    case .findName: "this is no telephone number, or no name"
    case .teamRemoved: "a member was deleted from `team.yml` instead of getting a `to` date"
    case .adoptMoved: "somebody else wrote the file at the same moment"
    case .answerShortPath:
      "a complaint is decided; only questions, thanks and the like are answered and closed at once"
    case .answerSensitive: "a sensitive case needs `decide`, then `approve`"
    case .externalKnown: "another case has this external id"
    case .syncFormat: "the others use a newer program, whose format this one cannot write"
    case .adoptOvertaken:
      "others changed the file while it was edited; recording the edit would undo what they did"
    case .syncBranch: "the common place keeps its register under another branch name"
    case .syncRemote: "it is not said which git remote is the common place"
    case .syncSettings:
      "git settings in the register's own folder would run programs or lead elsewhere"
    case .upgradeRole:
      "only a manager raises the register's format; `register.yml` is not written as daftar "
        + "writes it"
    case .upgradeFile:
      "only a manager raises the register's format; `register.yml` is not written as daftar "
        + "writes it"
    case .dateHappened: "it cannot have happened after it was reported"
    case .fileSize: "the case file would grow over 1 MiB"
    case .nothing: "there is nothing to do"
    case .resolveApproval: "a sensitive case needs `decide`, then `approve`"
    case .settleUnreadable:
      "a step that cannot be read is set aside by a manager or focal point only"
    case .settleNothing: "nothing, or not this event, needs attention"
    case .settleUnknown: "nothing, or not this event, needs attention"
    case .undoSecondPerson:
      "the registration is of a complaint that was not closed within 15 days: two people "
        + "say that it is none"
    case .undoShared: "the step was sent to the others already"
    case .adoptNothing: "the file is as it was recorded, or is no file that can be adopted"
    case .adoptFile: "the file is as it was recorded, or is no file that can be adopted"
    case .adoptSealed:
      "the file of a sensitive case is not edited by hand; a case becomes sensitive by `raise`"
    case .adoptRaise:
      "the file of a sensitive case is not edited by hand; a case becomes sensitive by `raise`"
    case .adoptField: "the edit says something that no step can say; use the command"
    case .adoptState: "the edit says something that no step can say; use the command"
    case .publishClosed: "somebody closed the block at the same moment"
    case .siteBranch: "the branch holds other things than a site, or this is no remote"
    case .siteRemote: "the branch holds other things than a site, or this is no remote"
    case .syncUnrelated:
      "the other place holds another register, an older state of this one, a rewritten "
        + "history, or never stands still"
    case .syncOlder:
      "the other place holds another register, an older state of this one, a rewritten "
        + "history, or never stands still"
    case .syncRewritten:
      "the other place holds another register, an older state of this one, a rewritten "
        + "history, or never stands still"
    case .syncBusy:
      "the other place holds another register, an older state of this one, a rewritten "
        + "history, or never stands still"
    default: ""
    }
  }
}
