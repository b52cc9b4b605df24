/// The display on a terminal of how far long work has come; silent elsewhere and for short work.
package final class Progress {
  private let what: String
  private let start = ContinuousClock.now
  private var shown = -1

  /// Names what is counted, such as "checking cases".
  package init(_ what: String) { self.what = what }

  /// Tells how much of how much is done.
  package func update(_ done: Int, of total: Int) {
    guard Output.isErrorTerminal, total > 0, ContinuousClock.now - start > .milliseconds(500) else {
      return
    }
    let percent = done * 100 / total
    guard percent != shown else { return }
    shown = percent
    Output.control("\r\(what): \(percent) %")
    if done == total { Output.control("\r\u{1B}[2K") }
  }
}
