import Parallel
import Testing

@Suite struct ParallelTests {
  private struct Odd: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [0, 1, 2, 7, 1_000]) func `results stand in the order of the elements`(
    count: Int
  ) {
    let elements = Array(0..<count)
    // The first elements take longest, so that threads are done in another order.
    let squares = Parallel.map(elements) { element in
      (0..<(count - element) * 5).reduce(element * element) { sum, _ in sum }
    }
    #expect(squares == elements.map { $0 * $0 })
  }

  @Test func `the error of the first element in order is thrown`() {
    #expect(throws: Odd(number: 3)) {
      try Parallel.map([2, 4, 3, 6, 5]) { number throws(Odd) in
        guard number % 2 == 0 else { throw Odd(number: number) }
        return number
      }
    }
  }
}
