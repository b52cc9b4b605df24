internal import Dispatch
internal import Synchronization

/// The same work for many things, on all cores of an ordinary laptop.
///
/// Results stand in the order of what was given, whichever thread was done first: nothing that is made
/// with more than one core differs from what one core makes.
package enum Parallel {
  /// Transforms every element and keeps the order.
  ///
  /// All elements are worked on, also when one fails. Throws the error of the first one in order.
  package static func map<Element: Sendable, Value: Sendable, Failure: Error>(
    _ elements: [Element], _ transform: @Sendable (Element) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    let results = Mutex<[Result<Value, Failure>?]>(Array(repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      let result = Result { () throws(Failure) in try transform(elements[index]) }
      results.withLock { $0[index] = result }
    }
    var values: [Value] = []
    for result in results.withLock({ $0 }) {
      if let result { values.append(try result.get()) }
    }
    return values
  }
}
