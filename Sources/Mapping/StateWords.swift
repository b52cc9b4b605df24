/// The words with which lists say that a complaint is over, or that it is not.
enum StateWords {
  /// `closed` or `open` for a value; nil when it is not certain.
  static func code(of value: String) -> String? {
    let key = String(value.lowercased().filter { $0.isLetter || $0.isNumber })
    if closed.contains(key) { return "closed" }
    return open.contains(key) ? "open" : nil
  }

  // What is only answered, decided or referred may go on: nobody guesses that it is over.
  private static let closed: Set<String> = [
    "closed", "caseclosed", "complaintclosed", "ticketclosed", "resolved", "solved", "completed",
    "complete", "done", "finished", "finalized", "finalised", "مغلق", "مغلقة", "أغلقت", "تمالإغلاق",
    "تمالحل", "محلولة", "منتهية", "منتهي", "مكتمل", "مكتملة", "закрыт", "закрыта", "закрыто",
    "завершен", "завершена", "завершено", "завершён",
    "выполнено", "clos", "close", "fermé", "résolu", "résolue",
  ]

  private static let open: Set<String> = [
    "open", "opened", "reopened", "new", "pending", "inprogress", "ongoing", "assigned", "received",
    "notstarted", "notclosed", "notresolved", "unresolved", "onhold", "waiting", "underreview",
    "inreview", "underinvestigation", "inprocess", "todo", "مفتوح", "مفتوحة", "جديد", "جديدة",
    "معلق", "معلقة", "قيدالمعالجة", "قيدالمتابعة", "قيدالانتظار", "غيرمغلق", "غيرمغلقة", "открыт",
    "открыта", "открыто", "новый", "новая", "новое", "вработе", "вобработке", "впроцессе",
    "нарассмотрении", "ожидает", "ouvert", "ouverte", "encours", "nouveau", "nouvelle",
  ]
}
