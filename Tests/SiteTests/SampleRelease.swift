import Disclosure

/// A release of an invented register, for tests.
enum SampleRelease {
  static func make(
    languages: [String] = ["en", "ar", "ru"], categoryLabel: String? = nil
  ) throws -> Release {
    try Draft.release(
      name: [
        "en": "Riverside Accountability Desk", "ar": "مكتب المساءلة – ضفة النهر",
        "ru": "Бюро подотчётности «Приречье»",
      ],
      languages: languages, asOf: "2026-09-30", generatedOn: "2026-10-02", figures: figures,
      tables: tables, labels: labels(categoryLabel))
  }

  static let figures: [DraftFigure] = [
    .share(
      "K05", numerator: 71, denominator: 98, from: "2026-03-16", to: "2026-09-15", target: 90),
    .count("K01", 1_318, from: "2025-10-01", to: "2026-09-30"),
    .count("closed", 1_274, from: "2025-10-01", to: "2026-09-30"),
    .count("open", 44, from: nil, to: "2026-09-30"),
    .days("K07", "9", cases: 1_318, from: "2025-10-01", to: "2026-09-30"),
  ]

  static let tables: [DraftTable] = [
    DraftTable(
      id: "trend", rowDimension: "month", columns: ["received", "closed"],
      rows: zip(months, zip(received, closed)).map { ($0, [$1.0, $1.1]) },
      order: .given, isPartition: true, from: "2025-10-01", to: "2026-09-30"),
    DraftTable(
      id: "category", rowDimension: "category", columns: ["received", "open", "closed"],
      rows: [
        ("thanks", [121, 4, 117]), ("information", [402, 13, 389]), ("assistance", [377, 12, 365]),
        ("suggestion", [58, 1, 57]),
        ("minor", [203, 6, 197]), ("major", [148, 4, 144]), ("personal-data", [7, 0, 7]),
        ("out-of-scope", [2, 0, 2]),
      ],
      order: .bySize, isPartition: true, from: "2025-10-01", to: "2026-09-30"),
    DraftTable(
      id: "channel", rowDimension: "channel", columns: ["received", "open", "closed"],
      rows: [
        ("hotline", [611, 20, 591]), ("messenger", [298, 9, 289]), ("desk", [240, 8, 232]),
        ("box", [77, 2, 75]), ("field", [92, 3, 89]),
        ("web", [0, 0, 0]),
      ],
      order: .bySize, isPartition: true, from: "2025-10-01", to: "2026-09-30"),
    DraftTable(
      id: "area", rowDimension: "area", columns: ["received", "open", "closed"],
      rows: [
        ("north", [520, 17, 503]), ("old-town", [331, 11, 320]), ("harbour", [290, 9, 281]),
        ("unknown", [177, 5, 172]),
      ],
      order: .bySize, isPartition: true, from: "2025-10-01", to: "2026-09-30"),
    DraftTable(
      id: "ageing", rowDimension: "days-open", columns: ["open"],
      rows: [("0-15", [23]), ("16-30", [12]), ("31-60", [6]), ("61-90", [1]), ("90+", [2])],
      order: .given, isPartition: true, from: nil, to: "2026-09-30"),
  ]

  static let months = [
    "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05",
    "2026-06", "2026-07", "2026-08", "2026-09",
  ]
  private static let received = [88, 92, 79, 104, 131, 126, 118, 97, 109, 142, 121, 111]
  private static let closed = [81, 90, 84, 95, 112, 139, 121, 99, 101, 118, 133, 101]

  private static func labels(_ categoryLabel: String?) -> [String: [String: [String: String]]] {
    [
      "category": [
        "thanks": names("Appreciation", "شكر وتقدير", "Благодарность"),
        "information": names("Request for information", "طلب معلومات", "Запрос информации"),
        "assistance": names("Request for assistance", "طلب مساعدة", "Просьба о помощи"),
        "suggestion": names("Suggestion", "اقتراح", "Предложение"),
        "minor": names(
          categoryLabel ?? "Minor dissatisfaction", "عدم رضا بسيط", "Незначительная жалоба"),
        "major": names("Major dissatisfaction", "عدم رضا كبير", "Серьёзная жалоба"),
        "personal-data": names(
          "Personal data complaint", "شكوى بشأن البيانات الشخصية",
          "Жалоба на обработку персональных данных"),
        "out-of-scope": names("Outside our mandate", "خارج نطاق عملنا", "Вне нашей компетенции"),
      ],
      "channel": [
        "hotline": names("Hotline or phone", "الخط الساخن أو الهاتف", "Горячая линия, телефон"),
        "messenger": names("Messaging app", "تطبيق مراسلة", "Мессенджер"),
        "desk": names("Help desk, in person", "مكتب الشكاوى، حضوريًا", "Лично, пункт приёма"),
        "box": names("Complaints box", "صندوق الشكاوى", "Ящик для жалоб"),
        "field": names("Field visit", "زيارة ميدانية", "Полевой визит"),
        "web": names("Web form", "نموذج إلكتروني", "Веб-форма"),
      ],
      "area": [
        "north": names("North Bank", "الضفة الشمالية", "Северный берег"),
        "old-town": names("Old Town", "المدينة القديمة", "Старый город"),
        "harbour": names("Harbour", "المرفأ", "Гавань"),
      ],
    ]
  }

  private static func names(_ en: String, _ ar: String, _ ru: String) -> [String: String] {
    ["en": en, "ar": ar, "ru": ru]
  }
}
