extension NameSound {
  /// Reads a folded word of Latin letters; `callsW` makes the w of `Dawud` a consonant, else a vowel.
  ///
  /// Capitals are sounds that only another script tells apart; see ``latin(fromCyrillic:)``.
  init?(latin word: some Sequence<UInt8>, callsW: Bool) {
    let letters = Array(word)
    var index = 0
    while index < letters.count {
      let rest = letters[index...]
      if let (spelling, sound) = Self.digraphs.first(where: { rest.starts(with: $0.spelling) }) {
        add(sound)
        index += spelling.count
      } else {
        guard let length = read(rest, in: letters, callsW: callsW) else { return nil }
        index += length
      }
    }
  }

  /// Reads one letter, or several that are one; returns how many.
  private mutating func read(
    _ rest: ArraySlice<UInt8>, in letters: [UInt8], callsW: Bool
  ) -> Int? {
    guard let letter = rest.first else { return nil }
    let next = rest.dropFirst().first ?? 0
    let isFirst = rest.startIndex == letters.startIndex
    switch letter {
    case UInt8(ascii: "a"): addVowel(sure: VowelSlot.a)
    case UInt8(ascii: "e"):
      if next == letter {
        addVowel(sure: VowelSlot.i)
        return 2
      }
      addVowel(maybe: VowelSlot.a | VowelSlot.i)
    case UInt8(ascii: "i"): addVowel(sure: VowelSlot.i)
    case UInt8(ascii: "o"), UInt8(ascii: "u"):
      // The French spelling of w: Oualid.
      if isFirst, letter == UInt8(ascii: "o"), next == UInt8(ascii: "u"),
        rest.count > 2, Self.isVowel(rest[rest.startIndex + 2])
      {
        add(.w)
        return 2
      }
      addVowel(sure: VowelSlot.u)
    case UInt8(ascii: "y"):
      if isFirst, Self.isVowel(next) {
        add(.y)
      } else if next == UInt8(ascii: "o") {
        // Written е in Russian: Fyodor, Fedor.
        addVowel(maybe: VowelSlot.any)
        return 2
      } else {
        addVowel(sure: VowelSlot.i)
      }
    case UInt8(ascii: "w"):
      if isFirst || (callsW && Self.isVowel(next)) {
        add(.w)
      } else {
        addVowel(sure: VowelSlot.u)
      }
    case UInt8(ascii: "h"):
      // Silent at the end: Fatimah.
      if rest.count > 1 || !endsWithVowel { add(.h) }
    case UInt8(ascii: "x"):
      add(.k)
      add(.s)
    case UInt8(ascii: "c"):
      add("eiy".utf8.contains(next) ? .s : .k)
    default:
      guard let consonant = Self.consonant(letter) else { return nil }
      add(consonant)
    }
    return 1
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

  private static func consonant(_ letter: UInt8) -> Consonant? {
    switch letter {
    case UInt8(ascii: "b"), UInt8(ascii: "p"): .b
    case UInt8(ascii: "t"): .t
    case UInt8(ascii: "d"): .d
    case UInt8(ascii: "s"): .s
    case UInt8(ascii: "z"): .z
    case UInt8(ascii: "k"), UInt8(ascii: "q"): .k
    case UInt8(ascii: "g"): .g
    case UInt8(ascii: "j"): [.g, .y]
    case UInt8(ascii: "f"): .f
    case UInt8(ascii: "v"): [.w, .f]
    case UInt8(ascii: "l"): .l
    case UInt8(ascii: "m"): .m
    case UInt8(ascii: "n"): .n
    case UInt8(ascii: "r"): .r
    // The Russian г stands for g and, in names from Arabic, for h: Ибрагим.
    case UInt8(ascii: "G"): [.g, .h]
    case UInt8(ascii: "J"): .g
    case UInt8(ascii: "H"): .h
    case UInt8(ascii: "C"): .ch
    case UInt8(ascii: "X"): .sh
    default: nil
    }
  }

  /// Several letters for one sound, longer spellings first.
  private static let digraphs: [(spelling: [UInt8], sound: Consonant)] = [
    ("shch", .sh), ("tsch", .ch), ("sch", .sh), ("dzh", .g), ("dJ", .g), ("tch", .ch),
    ("sh", .sh), ("ch", [.sh, .ch, .k]), ("kh", .h), ("gh", .g), ("zh", .g), ("th", [.t, .s]),
    ("dh", [.d, .z]), ("ph", .f), ("ck", .k), ("dj", .g),
  ].map { (Array($0.0.utf8), $0.1) }

  // MARK: - Cyrillic

  /// Spells a folded Cyrillic word in Latin letters; nil when a letter is of another script.
  static func latin(fromCyrillic word: String) -> [UInt8]? {
    var latin: [UInt8] = []
    for scalar in word.unicodeScalars {
      guard let letters = cyrillic[scalar] else { return nil }
      latin += letters
    }
    return latin
  }

  private static let cyrillic: [Unicode.Scalar: [UInt8]] = {
    let pairs = """
      а=a б=b в=v г=G д=d е=e ж=J з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=H ц=ts \
      ч=C ш=X щ=X ъ= ы=y ь= э=e ю=yu я=ya і=i є=e ґ=g ә=e ғ=g қ=k ң=n ө=u ұ=u ү=u һ=H ј=y
      """.split(separator: " ")
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for pair in pairs {
      guard let letter = pair.unicodeScalars.first else { continue }
      table[letter] = Array(pair.utf8.drop { $0 != UInt8(ascii: "=") }.dropFirst())
    }
    return table
  }()
}
