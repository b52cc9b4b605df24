internal import CaseModel

extension SurveyAnswer {
  /// What the answer counts as: satisfied from a score of four on or, without a score, when all was
  /// resolved (K15).
  var publicCode: String {
    switch self {
    case .waived: CodeBook.notAsked
    case .answered(let resolved, let score):
      (score.map { $0 >= 4 } ?? (resolved == .yes)) ? "yes" : "no"
    }
  }
}
