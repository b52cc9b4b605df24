import PersonalData
import TestSupport
import Testing
import Text

/// Which spellings are found, and which names are told apart.
@Suite struct NameQueryTests {
  @Test(arguments: [
    // Latin spellings of Arabic names.
    ("Mohammed", "Muhammad"), ("Mohamed", "Mohammad"), ("Muhammed", "MOHAMED"),
    ("Mehmed", "Muhammad"), ("Yusuf", "Youssef"), ("Yousif", "Yusuf"), ("Youssef", "Josef"),
    ("Ahmad", "Ahmed"), ("Fatima", "Fatma"), ("Fatimah", "Fatema"), ("Hussein", "Husain"),
    ("Hussain", "Houssein"), ("Khaled", "Khalid"), ("Omar", "Umar"), ("Aisha", "Ayesha"),
    ("Aïcha", "Aisha"), ("Said", "Saeed"), ("Sa'id", "Saeed"), ("Jamal", "Gamal"),
    ("Djamal", "Jamal"), ("Layla", "Leila"), ("Suleiman", "Sulayman"), ("Osman", "Othman"),
    ("Mustafa", "Moustapha"), ("Ibrahim", "Ebrahim"), ("Walid", "Oualid"), ("Dawud", "Daoud"),
    ("Marwan", "Marouane"), ("Sarah", "Sara"), ("Hassan", "Hasan"), ("Qasim", "Kassem"),
    ("Noor", "Nour"), ("Zaynab", "Zeinab"), ("Mas’ud", "Massoud"), ("Reda", "Rida"),
    // Articles and compounds.
    ("al-Hassan", "Hassan"), ("Alhassan", "El Hassan"), ("el-Sayed", "Elsayed"),
    ("Haj", "al-Haj"), ("Alhaj", "Al Haj"), ("الحاج", "al-Haj"), ("Abdullah", "Abdallah"),
    ("Abdul Rahman", "Abdulrahman"), ("Abd al-Rahman", "Abdurrahman"),
    ("Abdel Rahman", "عبد الرحمن"), ("Abdulrahman", "عبدالرحمن"), ("عبد الرحمن", "عبدالرحمن"),
    ("Abdelkader", "Abd el-Kader"), ("Abdullah", "عبد الله"), ("عبدالله", "Abdallah"),
    ("Rahman", "Abdul Rahman"), ("Nour Eddine", "Noureddine"), ("نور الدين", "Noureddine"),
    ("Nour al-Din", "نورالدين"), ("Ali bin Omar", "Ali Omar"), ("Ali Omar", "علي بن عمر"),
    // Arabic.
    ("Mohammed", "محمد"), ("محمّد", "محمد"), ("Youssef", "يوسف"), ("Ahmed", "أحمد"),
    ("احمد", "أحمد"), ("Fatma", "فاطمة"), ("Hussein", "حسين"), ("Omar", "عُمَر"), ("Huda", "هدى"),
    ("Marwa", "مروة"), ("Mariam", "مريم"), ("Ibrahim", "إبراهيم"), ("Walid", "وليد"),
    ("Samir", "سمير"), ("Amira", "أميرة"), ("Iman", "إيمان"), ("Raed", "رائد"), ("Wael", "وائل"),
    ("Khaled", "خالد"), ("Mahmoud", "محمود"), ("Daoud", "داود"), ("Dawud", "داوود"),
    ("Faisal", "فيصل"), ("Ziad", "زياد"), ("Aisha", "عائشة"), ("Souad", "سعاد"),
    ("Rania", "رانيا"), ("Ghassan", "غسّان"), ("Viktor", "فيكتور"), ("Fathi", "فتحي"),
    ("Mustafa", "مصطفى"), ("Jihad", "جهاد"), ("Abu Omar", "أبو عمر"), ("Yasmin", "ياسمين"),
    // Cyrillic.
    ("Мухаммад", "Mohammed"), ("Мухаммад", "محمد"), ("Юсуф", "Youssef"), ("Юсуф", "يوسف"),
    ("Алексей", "Aleksei"), ("Алексей", "Alexey"), ("Aleksei", "Alexey"), ("Наталья", "Natalia"),
    ("Наталья", "Natalya"), ("Natal’ya", "Наталия"), ("Ахмед", "أحمد"), ("Фатима", "فاطمة"),
    ("Хусейн", "Hussein"), ("Гусейн", "Husein"), ("Халид", "خالد"), ("Ибрагим", "Ibrahim"),
    ("Дмитрий", "Dmitry"), ("Dimitri", "Дмитрий"), ("Екатерина", "Yekaterina"),
    ("Елена", "Elena"), ("Евгений", "Yevgeny"), ("Фёдор", "Fyodor"), ("Федор", "Fedor"),
    ("Юлия", "Julia"), ("Михаил", "Mikhail"), ("Сергей", "Sergey"), ("Щукин", "Shchukin"),
    ("Татьяна", "Tatiana"), ("Иванов", "Ivanoff"), ("Жанна", "Zhanna"), ("Аль-Хасан", "Alhassan"),
    ("Джамал", "Jamal"), ("Абдулла", "عبد الله"), ("Абд аль-Рахман", "Abdulrahman"),
    ("Марван", "Marwan"), ("Александр", "Alexander"), ("Нұржан", "Nurzhan"),
    // One slip, order, initials, a part of the name.
    ("Krystina", "Kristyna"), ("Petrov", "Petrow"), ("Karimov", "Karomov"), ("Salman", "Slaman"),
    ("Иванова", "Иваново"), ("Khalil Ahmad", "Ahmad Khalil"), ("A. Karimov", "Ahmad Karimov"),
    ("Ahmad Karimov", "A. Karimov"), ("khalil", "Ahmad Saleh Khalil"), ("م خليل", "محمد خليل"),
  ])
  func `one name in two spellings is found, both ways when of as many words`(
    _ one: String, _ other: String
  ) throws {
    let score = try #require(NameQuery(one)).score(of: other)
    #expect(score != nil, "\(one) does not find \(other)")
    if one.split(separator: " ").count == other.split(separator: " ").count {
      #expect(try #require(NameQuery(other)).score(of: one) != nil, "\(other) misses \(one)")
    }
  }

  @Test(arguments: [
    ("Ahmad", "Ahlam"), ("Omar", "Amira"), ("Maria", "Marwa"), ("Mohamed", "Mahmoud"),
    ("محمد", "محمود"), ("محمد", "Mahmoud"), ("Mohammed", "محمود"), ("Мухаммад", "Махмуд"),
    ("Hasan", "Hussein"), ("حسن", "حسين"), ("حسن", "Hussein"), ("Хасан", "Хусейн"),
    ("Omar", "Amer"), ("عمر", "عامر"), ("Omar", "عمرو"), ("Umar", "Ammar"), ("Amr", "Amir"),
    ("Amir", "Amira"), ("Ali", "Alia"), ("Ali", "Ola"), ("علي", "علا"), ("Nada", "Nadia"),
    ("Rana", "Rania"), ("Lina", "Liana"), ("Dina", "Diana"), ("Hadi", "Huda"), ("Mona", "Mina"),
    ("منى", "Mina"), ("Nour", "Nara"), ("Sami", "Sama"), ("Saad", "Said"), ("سعد", "سعيد"),
    ("Khaled", "Khalil"), ("Karim", "Kamal"), ("Salim", "Selma"), ("Salma", "Samar"),
    ("Hamid", "Ahmad"), ("Hamad", "Hamid"), ("حمد", "Hamid"), ("Jamal", "Jamila"),
    ("Fatima", "Farida"), ("Rashid", "Rasha"), ("Rima", "Rami"), ("Reem", "Rima"),
    ("Yusuf", "Yasser"), ("Yasir", "Yasmin Ali"), ("Ibrahim", "Barham"), ("Hiba", "Habib"),
    ("Zayn", "Zaynab"), ("Laila", "Lola"), ("Anna", "Nino"),
    ("Алексей", "Александр"), ("Наталья", "Анна"), ("Иван", "Ивана"),
    ("Олег", "Ольга"), ("Мария", "Марина"), ("Марат", "Мурат"), ("Юрий", "Юлия"),
    ("Сергей", "Сара"), ("Катя", "Костя"), ("Петр", "Патрик"), ("Дмитрий", "Дамир"),
    ("Ahmad Khalil", "Ahmad Saleh"), ("Ahmad Khalil", "Khalil"), ("Ahmad Ahmad", "Ahmad"),
    ("Ahmad", "A. Karimov"), ("B. Karimov", "Ahmad Karimov"), ("Rahman Abdul", "Rahman"),
    ("محمد علي", "محمد خالد"), ("عبد الرحمن", "عبد الرحيم"), ("Abdulrahman", "Abdulaziz"),
    ("Abdullah", "Abdi"), ("Huda", "Hind"), ("هند", "هدى"), ("Nabil", "Nabila"),
    ("γιάννης", "Yannis"), ("Samir", "Tamer"),
  ])
  func `two names are told apart`(_ one: String, _ other: String) throws {
    #expect(try #require(NameQuery(one)).score(of: other) == nil)
  }

  @Test func `the same letters come before the same sounds, and these before a slip`() throws {
    let query = try #require(NameQuery("Kristina"))
    let names = [
      "Kristina", "Kristina Lang", "Христина", "Krestina", "Kristima", "K. Lang", "Anna",
    ]
    let scores = names.map { query.score(of: $0) }
    #expect(scores == [100, 99, nil, 80, 50, nil, nil])
    #expect(try #require(NameQuery("Fatima")).score(of: "Fatma") == 75)
    #expect(try #require(NameQuery("K. Lang")).score(of: "Kristina Lang") == 65)
    #expect(try #require(NameQuery("K.")).score(of: "Kristina") == 30)
  }

  @Test(arguments: ["", " ", "…", "'’"])
  func `a query without a word is none, a name without one is not found`(_ text: String) throws {
    #expect(NameQuery(text) == nil)
    #expect(try #require(NameQuery("Ahmad")).score(of: text) == nil)
  }

  @Test func `each word of the query takes a word of its own`() throws {
    #expect(try #require(NameQuery("Samirah Samira")).score(of: "Samira Samirah") == 100)
    #expect(try #require(NameQuery("Kristina Kristima")).score(of: "Kristima Krestina") != nil)
    #expect(try #require(NameQuery("Ali Ali Ali")).score(of: "Ali Ali") == nil)
  }

  // MARK: - Laws

  private static let pool = [
    "Mohammed", "أحمد", "Юсуф", "al-Hassan", "Abdul", "الرحمن", "Наталья", "bin", "Sa'id", "K.",
    "عبد", "Ng", "O’Brien", "Ólafur", "Şükrü", "Йод", "Əli", "Νίκο", "علي", "Щ", "李", "42",
  ]

  @Test(arguments: Seeds.first(200))
  func `every name finds itself in any order, case and with any marks`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<Int.random(in: 1...5, using: &generator)).compactMap { _ in
      Self.pool.randomElement(using: &generator)
    }
    let marked = words.map { word in
      var scalars = String.UnicodeScalarView()
      for scalar in word.unicodeScalars {
        scalars.append(scalar)
        guard Bool.random(using: &generator) else { continue }
        switch scalar.value {
        case 0x61...0x7A: scalars.append("\u{304}")
        case 0x627...0x64A: scalars.append(contentsOf: "\u{64E}\u{640}".unicodeScalars)
        default: scalars.append("\u{200F}")
        }
      }
      return Bool.random(using: &generator) ? String(scalars).uppercased() : String(scalars)
    }
    let query = try #require(NameQuery(words.joined(separator: " ")))
    #expect(query.score(of: words.joined(separator: " ")) == 100)
    let name = marked.joined(separator: "  ")
    #expect(query.score(of: name) == 100, "\(words) misses \(name)")
    let others = try #require(NameQuery(marked.shuffled(using: &generator).joined(separator: " ")))
    #expect(others.score(of: words.joined(separator: " ")) != nil, "\(marked) for \(words)")
  }

  @Test(arguments: Seeds.first(100))
  func `no text stops the search`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func text() -> String {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        let ranges: [ClosedRange<UInt32>] = [
          0x20...0x7F, 0x400...0x4FF, 0x600...0x6FF, 0...0x10FFFF,
        ]
        let range = ranges.randomElement(using: &generator) ?? ranges[0]
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
          scalars.append(scalar)
        }
      }
      return String(scalars)
    }
    let (one, other) = (text(), text())
    guard let query = NameQuery(one) else { return }
    #expect(query.score(of: other).map { (1...100).contains($0) } ?? true)
    #expect(query.score(of: one).map { $0 > 0 } ?? false, "\(one.debugDescription) misses itself")
  }
}
