/// A state of affairs that cannot come from honest use of the program.
package enum CaseFault: Error {
  case noCase
}
