/// A number of things in English words: `1 case`, `2 cases`; the noun takes an “s” in the plural.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
