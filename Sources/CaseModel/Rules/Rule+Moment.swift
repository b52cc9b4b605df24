extension Rule: CustomStringConvertible {
  package var description: String { rawValue }
}

extension Rule {
  /// When a rule is asked.
  package enum Moment: Sendable {
    /// When a step is recorded, and again whenever the history is read.
    case reading
    /// When a step is recorded.
    case recording
    /// When a command is run.
    case command
  }

  /// When it is asked.
  package var moment: Moment {
    switch self {
    case .subjectBarred, .held, .dateFuture, .dateBeforeReceived, .assignOpen, .assignSubject,
      .assignSubjectUnit, .startAssigned, .waitInProgress, .waitQuestion, .waitUntil,
      .resumeWaiting, .raiseNothing, .raiseHigher, .extendOpen, .extendReason, .extendOnce,
      .extendBeforeDue, .extendLater, .amendReason, .amendField, .amendValue, .amendSame,
      .linkSelf, .promiseWhat, .promiseOpen, .promiseReason, .decideInProgress, .decideOutcome,
      .decideReasons, .decideRootCause, .approveDecided, .approveSecondPerson, .approveReasons,
      .informDecided, .informApproved, .informThreeTries, .informNotAnonymous, .closeInformed,
      .closeOpen, .closeOutcome, .closeShortPath, .closeReason, .closeDuplicateOf,
      .closeApproved, .closeApprovedOutcome, .closePromises, .objectInformed, .objectReason,
      .objectRounds, .reviewObjected, .reviewSecondPerson, .reviewReasons, .reviewRemedy,
      .reopenClosed, .reopenReason, .holdHeld, .holdReason, .holdUntil, .releaseHeld,
      .surveyAfter, .surveyScore, .undoUnknown, .undoOwn, .undoFollowed, .undoRegister,
      .undoRaise, .undoRetract:
      .reading
    case .caseMissing, .caseAmbiguous, .caseCheckSymbol, .caseOthers, .teamChanged, .teamWho,
      .proposeNone, .proposeReasons, .teamRoster, .teamSettings, .teamKey, .teamKeyOwner,
      .teamFile, .configurationPlain, .sealingNobody, .sealingTooMany, .sealedOption,
      .notToSensitive,
      .textPersonalData, .codePersonalData, .contactNone, .contactOthers, .findPhone, .findName,
      .teamRemoved, .adoptMoved, .answerShortPath, .answerSensitive, .externalKnown, .syncFormat,
      .adoptOvertaken,
      .syncBranch, .syncRemote, .syncSettings, .upgradeRole, .upgradeFile, .dateHappened,
      .fileSize, .nothing, .resolveApproval, .settleUnreadable, .settleNothing, .settleUnknown,
      .undoSecondPerson, .undoShared, .adoptNothing, .adoptFile, .adoptSealed, .adoptRaise,
      .adoptField, .adoptState, .publishClosed, .siteBranch, .siteRemote, .syncUnrelated,
      .syncOlder, .syncRewritten, .syncBusy:
      .command
    default: .recording
    }
  }
}
