import Disclosure
import Parallel
import SiteTemplate

/// The press that fills the layouts in, page by page.
struct Press: Sendable {
  let publication: Publication
  let brand: Brand
  let editions: [Edition]
  let engine: TemplateEngine
  /// The style sheet with the colours of the brand.
  let style: String
  let jsonLD: SiteBuilder.PageDescription

  /// Some pages, and the numbers that they state beside published cells.
  struct Sheet: Sendable {
    var files: [SiteFile] = []
    var numbers: Set<DerivedNumber> = []
  }

  /// Makes all pages; each block is a sheet of its own in each language.
  var sheets: [Sheet] {
    let languages = editions.map(\.language)
    let root = RootPage(publication: publication, brand: brand, languages: languages)
    let tasks = editions.flatMap { edition in
      publication.blocks.indices.map { (edition: edition, index: $0) }
    }
    let blocks = Parallel.map(tasks) { print($0.edition, at: $0.index) }
    let files = [page("index.html", "root", root.values)] + editions.flatMap(general)
    return [Sheet(files: files)] + blocks
  }

  /// The pages of an edition that belong to no block.
  private func general(_ edition: Edition) -> [SiteFile] {
    let method = MethodPage(frame: frame(edition, "method/"), notes: edition.notes)
    let pages = [page("\(edition.language.tag)/method/index.html", "method", method.values)]
    return publication.blocks.isEmpty ? pages + [page(edition, nil, folder: "")] : pages
  }

  /// The page of a block; the newest one is also the first page, and the one for printing.
  private func print(_ edition: Edition, at index: Int) -> Sheet {
    guard let facts = BlockFacts(publication, at: index) else { return Sheet() }
    let pictures = Pictures(facts, edition.language, areas: brand.areas)
    let shown = (facts, pictures)
    var files = [page(edition, shown, folder: "\(facts.block.period)/")]
    if index == publication.blocks.count - 1 {
      files.append(page(edition, shown, folder: ""))
      files.append(page(edition, shown, folder: "print/", inlineStyle: style))
    }
    return Sheet(files: files, numbers: Set(pictures.numbers))
  }

  private func page(
    _ edition: Edition, _ shown: (BlockFacts, Pictures)?, folder: String, inlineStyle: String = ""
  ) -> SiteFile {
    let tag = edition.language.tag
    let frame = frame(edition, folder)
    let content = BlockPage(
      frame: frame, shown: shown, notes: edition.notes,
      jsonLD: jsonLD(tag, shown?.0.block, frame.root), inlineStyle: inlineStyle)
    return page("\(tag)/\(folder)index.html", "index", content.values)
  }

  private func frame(_ edition: Edition, _ folder: String) -> PageFrame {
    PageFrame(
      publication: publication, brand: brand, language: edition.language,
      languages: editions.map(\.language), folder: folder)
  }

  private func page(
    _ path: String, _ layout: String, _ values: [String: TemplateValue]
  ) -> SiteFile {
    SiteFile(path: path, bytes: Array(engine.render(layout, values).utf8))
  }
}
