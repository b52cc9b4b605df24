import Testing

@testable import Disclosure

@Suite struct BlockLengthTests {
  @Test(arguments: [
    (1, BlockLength.year), (100, .year), (159, .year), (160, .half), (299, .half),
    (300, .quarter), (4_000, .quarter),
  ])
  func `the length of a block follows from the cases of a year`(cases: Int, length: BlockLength) {
    #expect(BlockLength.proposed(forCasesAYear: cases) == length)
  }
}
