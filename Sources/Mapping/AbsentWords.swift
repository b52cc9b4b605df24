/// The words with which people say that there is no date.
enum AbsentWords {
  /// Whether a cell on one line is such a word.
  static func isOne(_ cell: String) -> Bool { words.contains(cell.lowercased()) }

  private static let words: Set<String> = [
    "n/a", "na", "n.a.", "#n/a", "none", "null", "nil", "nan", "-", "--", "---", "–", "—", ".",
    "?", "??", "x", "tbd", "tbc", "unknown", "pending", "not yet", "no", "no date", "ongoing",
    "open", "нет", "нет данных", "н/д", "б/д", "неизвестно", "لا يوجد", "لايوجد", "لا شيء",
    "غير معروف", "غير متوفر", "غير محدد", "لا", "قيد المتابعة", "néant", "aucun", "aucune",
    "non", "sans date", "s/d", "yok", "no hay", "sin fecha",
  ]
}
