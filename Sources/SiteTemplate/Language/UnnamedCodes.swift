package import Disclosure

extension Publication {
  /// The codes of a dimension that pages show, apart from the one for what nobody knows.
  package func shownCodes(_ dimension: Dimension) -> Set<String> {
    let codes = blocks.flatMap { block in
      block.flows.cells(of: [dimension]).compactMap(\.cell.codes.first)
    }
    return Set(codes).subtracting([CodeBook.unknown])
  }

  /// Codes that a page would have to show in another language or as they are, because nobody named
  /// them.
  package func unnamedCodes(languages: [String]) -> [SiteFinding] {
    let files: [(name: String, dimensions: [Dimension])] = [
      ("categories.yml", [.category, .group, .channel]), ("areas.yml", [.district, .region]),
    ]
    return files.flatMap { file in
      file.dimensions.flatMap { dimension in
        shownCodes(dimension).sorted().flatMap { code in
          languages.filter {
            label(dimension: dimension.rawValue, code: code, language: $0) == nil
          }.map { language in
            let other = labelInAnyLanguage(dimension: dimension.rawValue, code: code)
            let isListed = context.labels[dimension.rawValue]?[code] != nil
            let cure =
              isListed
              ? "write `\(language): …` below its `labels`"
              : "the file does not list it any more: bring it back with its `labels`"
            return SiteFinding(
              .warning, file: "cases/\(file.name)",
              summary: "`\(code)` has no name in `\(language)`; "
                + (other.map { "“\($0)” is shown" } ?? "the code is shown"),
              hint: """
                \(cure), and record the file with `daftar adopt \(file.name)`
                """)
          }
        }
      }
    }
  }
}
