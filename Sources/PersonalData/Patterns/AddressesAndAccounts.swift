/// Finds e-mail addresses: a name, `@`, and a domain with a dot.
func emails(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  for at in scalars.indices where scalars[at] == "@" {
    var start = at
    while start > (ranges.last?.upperBound ?? 0), isNamePart(scalars[start - 1]) { start -= 1 }
    var end = at + 1
    var lastDot: Int?
    while end < scalars.count,
      isWordPart(scalars[end]) || "-.".unicodeScalars.contains(scalars[end])
    {
      if scalars[end] == "." { lastDot = end }
      end += 1
    }
    // A full stop that ends the sentence is no part of the domain.
    if let dot = lastDot, dot == end - 1 {
      end -= 1
      lastDot = scalars[(at + 1)..<end].lastIndex(of: ".")
    }
    guard start < at, let dot = lastDot, dot > at + 1, end - dot > 2 else { continue }
    ranges.append(start..<end)
  }
  return ranges
}

private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
  isWordPart(scalar) || "._%+-".unicodeScalars.contains(scalar)
}

/// Finds IBANs (ISO 13616): 15 to 34 letters and digits, also in groups, whose checksum is right.
func ibans(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var index = 0
  while index < scalars.count {
    let isStart = index == 0 || !isWordPart(scalars[index - 1])
    if isStart, let end = ibanEnd(scalars, from: index) {
      ranges.append(index..<end)
      index = end
    } else {
      index += 1
    }
  }
  return ranges
}

/// The end of the longest IBAN that begins at an index and ends with a group.
private func ibanEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
  guard start + 4 <= scalars.count, isLatinLetter(scalars[start]),
    isLatinLetter(scalars[start + 1]), isDigit(scalars[start + 2]), isDigit(scalars[start + 3])
  else { return nil }
  var symbols: [UInt8] = []
  var longest: Int?
  var index = start
  while index < scalars.count, symbols.count <= 34 {
    let scalar = scalars[index]
    if isDigit(scalar) || isLatinLetter(scalar) {
      symbols.append(UInt8(truncatingIfNeeded: scalar.value))
    } else if scalar != " " && scalar != "-" {
      break
    }
    index += 1
    let endsGroup = index == scalars.count || !isWordPart(scalars[index])
    if endsGroup, (15...34).contains(symbols.count), isWordPart(scalar), hasIBANChecksum(symbols) {
      longest = index
    }
  }
  return longest
}

/// Whether the number made of the symbols, the first four moved to the end, is 1 modulo 97
/// (ISO/IEC 7064 MOD 97-10; letters count 10 to 35).
private func hasIBANChecksum(_ symbols: [UInt8]) -> Bool {
  var remainder = 0
  for symbol in symbols.dropFirst(4) + symbols.prefix(4) {
    switch symbol {
    case 0x30...0x39: remainder = (remainder * 10 + Int(symbol) - 0x30) % 97
    default: remainder = (remainder * 100 + Int(symbol | 0x20) - 0x61 + 10) % 97
    }
  }
  return remainder == 1
}
