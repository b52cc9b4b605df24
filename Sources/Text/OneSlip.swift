/// Whether two words are the same but for one letter that is missing, added, wrong, or swapped with
/// its neighbour.
package func differByOneSlip(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
  let (short, long) = {
    let (first, second) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    return first.count <= second.count ? (first, second) : (second, first)
  }()
  guard long.count - short.count <= 1, short != long else { return false }
  let start = zip(short, long).prefix { $0 == $1 }.count
  let shortRest = short[start...]
  let longRest = long[start...]
  if short.count < long.count { return shortRest.elementsEqual(longRest.dropFirst()) }
  if shortRest.dropFirst().elementsEqual(longRest.dropFirst()) { return true }
  return shortRest.prefix(2).elementsEqual(longRest.prefix(2).reversed())
    && shortRest.dropFirst(2).elementsEqual(longRest.dropFirst(2))
}
