internal import Text

/// Whether a word or sign names a currency: a code of ISO 4217 in capitals, a sign, a name.
func isCurrency(_ word: String) -> Bool {
  let bare = withoutStops(word)
  guard let first = bare.unicodeScalars.first else { return false }
  if first.properties.generalCategory == .currencySymbol { return true }
  if currencyCodes.contains(bare) || dottedCurrencies.contains(word) { return true }
  return folded(bare).contains { word in
    word == "р" || currencyStems.contains { word.hasPrefix($0) || isArabic(word, around: $0) }
  }
}

/// Whether a word says whose currency the next word names, as in “Syrian pounds”; Arabic says it
/// behind the currency.
func isCountryOfCurrency(_ word: String) -> Bool {
  folded(withoutStops(word)).contains { word in
    currencyCountries.contains { word.hasPrefix($0) }
  }
}

/// Whether a word before a number says that money changed hands.
func isMoneyWord(_ word: String) -> Bool {
  folded(withoutStops(word)).contains { word in
    moneyWords.contains(word) || moneyStems.contains { word.hasPrefix($0) }
      || arabicMoney.contains { word.contains($0) }
  }
}

/// Whether a word before a number says that somebody wants something, perhaps money.
func isDemandWord(_ word: String) -> Bool {
  folded(withoutStops(word)).contains { word in
    demandWords.contains(word) || demandStems.contains { word.hasPrefix($0) }
      || arabicDemands.contains { word.contains($0) }
  }
}

/// Whether a word behind a number says that it is one by which somebody is reached.
func isReachWord(_ word: String) -> Bool {
  folded(withoutStops(word)).contains { word in
    reachWords.contains(word) || reachStems.contains { word.hasPrefix($0) }
      || arabicReach.contains { word.contains($0) }
  }
}

/// Whether a word before a number says that it is one to dial, or the number of a card.
func isCallWord(_ word: String) -> Bool {
  if word == "#" || word == "№" { return true }
  return folded(withoutStops(word)).contains { word in
    callWords.contains(word) || callStems.contains { word.hasPrefix($0) }
      || arabicCalls.contains { word.contains($0) }
  }
}

/// Whether a word between “paid” and the number says nothing of its own.
func isFilling(_ word: String) -> Bool {
  isCurrency(word) || folded(withoutStops(word)).contains { fillings.contains($0) }
}

private func folded(_ word: String) -> [String] { FoldedText(word).words }

/// The last part of a word with stops in it: the end of a sentence belongs to the words before.
private func withoutStops(_ word: String) -> String {
  String(word.split(separator: ".").last ?? "")
}

/// Arabic writes article and conjunctions on to the word: والليرات.
private func isArabic(_ word: String, around stem: String) -> Bool {
  stem.unicodeScalars.count > 3 && stem.unicodeScalars.allSatisfy { $0.value >= 0x600 }
    && word.contains(stem)
}

private let currencyCodes = Set(
  """
  AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN
  BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP
  ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR
  ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
  MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR
  PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL
  THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF
  XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWL
  """.split(whereSeparator: \.isWhitespace).map(String.init))

private let dottedCurrencies: Set<String> = ["ل.س", "ل.س.", "ل.ل", "ل.ل.", "د.ع", "د.أ", "ج.م"]

private let currencyStems = folded(
  """
  dollar euro pound lira livre dinar dirham riyal rial shilling franc rouble ruble rupee afghani
  taka birr naira peso tenge hryvnia grivna thousand million billion
  ليرة ليرات دولار يورو دينار دنانير درهم دراهم ريال جنيه روبل روبيه افغاني فرنك شلن تومان
  مليون ملايين مليار
  руб долл евро лир тенге сом сум гривн динар дирхам фунт риал тыс млн млрд миллион
  """)

private let currencyCountries = folded(
  """
  syrian turkish lebanese iraqi jordanian egyptian us american canadian australian british swiss
  saudi kuwaiti qatari bahraini omani emirati yemeni sudanese libyan tunisian moroccan algerian
  iranian afghan pakistani indian russian ukrainian kazakh
  сирийск турецк ливанск иракск иорданск египетск американск канадск британск швейцарск саудовск
  йеменск суданск иранск российск украинск казах
  """)

private let moneyWords = Set(
  folded(
    """
    paid pay pays paying payment payments cost costs costing price priced amount amounts sum total
    totalling salary salaries wage wages debt debts owe owes owed loan loans rent rents bribe bribes
    fee fees fine fined worth spent spend budget grant cash money transfer
    دين ديون долг долга долги цена цену цены ценой стоит стоил стоила стоило
    """))

private let moneyStems = folded(
  "заплат плати плате оплат выплат сумм стоимост зарплат штраф взятк потрат")

private let arabicMoney = folded(
  "مبلغ دفع ثمن سعر تكلف كلف راتب رواتب قيمه بقيم اجره ايجار رشوه قرض غرامه")

private let demandWords = Set(
  folded(
    """
    want wants wanted ask asks asked asking demand demands demanded demanding require requires
    required request requests requested need needs needed offer offers offered give gives gave get
    gets got receive receives received take takes took
    """))

private let demandStems = folded("хоч хот прос треб нуж дал взя получ предл")

private let arabicDemands = folded("طلب طالب يريد تريد اراد اعط استلم")

private let reachWords = Set(
  folded(
    """
    reach call phone ring dial contact whatsapp viber telegram signal sms
    """))

private let reachStems = folded("звон позвон ватсап вотсап вайбер телеграм свяж")

private let arabicReach = folded("اتصل اتصال واتس تواصل راسل")

private let callWords = Set(
  folded(
    """
    call called calls calling phone phones telephone tel mobile cell number numbers nr no num
    whatsapp sms contact dial fax viber telegram signal ring text hotline id card тел моб ид
    """))

private let callStems = folded(
  "телефон номер звон позвон ватсап вотсап вайбер телеграм мобил паспорт")

private let arabicCalls = folded(
  "هاتف جوال موبايل رقم ارقام اتصل اتصال واتس تلفون محمول هويه")

private let fillings = Set(
  folded(
    """
    of about around over nearly almost only exactly was is were up to him her them us me some a the
    roughly approximately than more less in at
    حوالي نحو قدره قدرها تقريبا من الى له لها لهم اكثر
    около примерно почти более до ему ей им нам мне в на составила составил
    """))
