/// The names of the months, as people write them in English, Arabic, Russian, French, Spanish and
/// Turkish.
///
/// Arabic has three sets: that of the Levant and Iraq, that of Egypt and the Gulf, and that of the
/// Maghreb. Russian names stand in the genitive after a day. Abbreviations may end with a full stop.
enum MonthNames {
  /// The month whose name stands at the beginning of a text, and how many characters it takes; nil
  /// when none does.
  static func month(at text: ArraySlice<Unicode.Scalar>) -> (month: Int, length: Int)? {
    guard let (month, first) = name(at: text) else { return nil }
    var length = first
    // In texts of the United Nations both Arabic names: كانون الثاني/يناير.
    if text.dropFirst(length).first == "/",
      let second = name(at: text.dropFirst(length + 1)), second.month == month
    {
      length += 1 + second.length
    }
    return (month, length)
  }

  private static func name(at text: ArraySlice<Unicode.Scalar>) -> (month: Int, length: Int)? {
    let folded = text.prefix(longest + 8).map(fold)
    for (name, month) in names where folded.starts(with: name) {
      let next = text.dropFirst(name.count).first
      if next == "." { return (month, name.count + 1) }
      // `mar` is no month in `market`.
      if next.map(\.properties.isAlphabetic) != true { return (month, name.count) }
    }
    return nil
  }

  /// Small letters, and alef without what people leave out.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "أ", "إ", "آ": "ا"
    case "İ": "i"
    default: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
  }

  /// Every name, the longest first, so that `mart` is not taken for `mar`.
  private static let names: [(name: [Unicode.Scalar], month: Int)] = {
    var names: [(name: [Unicode.Scalar], month: Int)] = []
    for list in lists {
      for (index, month) in list.split(separator: "|").enumerated() {
        for name in month.split(separator: ",") {
          names.append((name.unicodeScalars.map(fold), index + 1))
        }
      }
    }
    return names.sorted { $0.name.count > $1.name.count }
  }()

  private static let longest = names.first?.name.count ?? 0

  private static let lists = [
    "january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug"
      + "|september,sept,sep|october,oct|november,nov|december,dec",
    "كانون الثاني|شباط|آذار,اذار|نيسان|أيار,ايار|حزيران|تموز|آب|أيلول,ايلول|تشرين الأول|تشرين الثاني"
      + "|كانون الأول",
    "يناير|فبراير|مارس|أبريل|مايو|يونيو,يونيه|يوليو,يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر",
    "январь,января,янв|февраль,февраля,февр,фев|март,марта,мар|апрель,апреля,апр|май,мая"
      + "|июнь,июня,июн|июль,июля,июл|август,августа,авг|сентябрь,сентября,сент,сен"
      + "|октябрь,октября,окт|ноябрь,ноября,нояб,ноя|декабрь,декабря,дек",
    "janvier,janv|février,fevrier,févr,fév|mars|avril,avr|mai|juin|juillet,juil|août,aout"
      + "|septembre|octobre|novembre|décembre,decembre,déc",
    "enero,ene|febrero|marzo|abril,abr|mayo|junio|julio|agosto,ago|septiembre,setiembre|octubre"
      + "|noviembre|diciembre,dic",
    "ocak,oca|şubat,şub|mart|nisan,nis|mayıs|haziran,haz|temmuz,tem|ağustos,ağu|eylül,eyl"
      + "|ekim,eki|kasım,kas|aralık,ara",
  ]
}
