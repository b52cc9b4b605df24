extension NameSound {
  /// The folded Arabic names whose short vowels tell them from others, in Latin letters.
  static let vowelled: [String: String] = Dictionary(
    """
    محمد muhammad,محمود mahmud,احمد ahmad,حمد hamad,حسن hasan,حسين husayn,حسان hassan,عمر omar,\
    عمرو amr,علي ali,علا ola,فاطمه fatima,مريم maryam,مروه marwa,خالد khalid,يوسف yusuf,\
    عثمان uthman,طه taha,يحيي yahya,عيسي isa,موسي musa,فتحي fathi,مدحت madhat,اسحاق ishaq,\
    اسحق ishaq,ادهم adham,ازهر azhar,مصطفي mustafa,سهي suha,ضحي duha,هدي huda,ليلي layla,\
    سلمي salma,مني muna,نهي nuha,لبني lubna,يسري yusra,بشري bushra,سحر sahar,سمر samar,\
    قمر qamar,امل amal,بدر badr,بكر bakr,فهد fahd,سعد saad,سعيد said,فرح farah,مرح marah,رغد raghad,\
    زينب zaynab,عبد abd,حسام husam,هشام hisham,عصام isam,حمزه hamza,طلحه talha,حلا hala,\
    هاله hala,هبه hiba,ملك malak,مالك malik,صالح salih,صلاح salah,سالم salim,سليم salim,\
    سلام salam,سمير samir,سامر samir,عامر amir,امير amir,اميره amira,جعفر jafar,زهراء zahra,\
    مجد majd,علاء ala,ولاء wala,رحمن rahman,رحيم rahim,كريم karim,كرم karam,جمال jamal,جميل jamil,\
    نبيل nabil,هند hind,نجم najm,شمس shams,قيس qays,انس anas,اوس aws,ايمن ayman,ايه aya,\
    عمار ammar,حيدر haydar,قاسم qasim,باسم basim,بسام bassam
    """
    .split(separator: ",").compactMap { entry in
      let words = entry.split(separator: " ").map(String.init)
      return words.count == 2 ? (words[0], words[1]) : nil
    }, uniquingKeysWith: { first, _ in first })

  /// Spellings in Latin letters that no rule brings together with the name they stand for.
  static let irregular = [
    "yousif": "yusuf", "yusif": "yusuf", "mohd": "muhammad", "muhd": "muhammad", "md": "muhammad",
  ]
}
