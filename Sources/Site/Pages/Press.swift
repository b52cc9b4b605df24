import Disclosure

/// Fills the layouts in, page by page.
struct Press {
  let publication: Publication
  let brand: Brand
  let editions: [Edition]
  let engine: TemplateEngine
  /// The style sheet with the colours of the brand.
  let style: String
  let jsonLD: (_ language: String, _ block: BlockNumbers?, _ root: String) -> String
  private(set) var files: [SiteFile] = []
  private var derived: Set<DerivedNumber> = []

  init(
    publication: Publication, brand: Brand, editions: [Edition], engine: TemplateEngine,
    style: String,
    jsonLD: @escaping (_ language: String, _ block: BlockNumbers?, _ root: String) -> String
  ) {
    self.publication = publication
    self.brand = brand
    self.editions = editions
    self.engine = engine
    self.style = style
    self.jsonLD = jsonLD
  }

  /// Every number that the pages state beside published cells, by name.
  var numbers: [DerivedNumber] {
    derived.sorted { ($0.name, $0.value.description) < ($1.name, $1.value.description) }
  }

  /// Makes all pages.
  mutating func print() {
    let languages = editions.map(\.language)
    let root = RootPage(publication: publication, brand: brand, languages: languages)
    add("index.html", "root", root.values)
    for edition in editions { print(edition) }
  }

  private mutating func print(_ edition: Edition) {
    let tag = edition.language.tag
    for index in publication.blocks.indices {
      guard let facts = BlockFacts(publication, at: index) else { continue }
      let pictures = Pictures(facts, edition.language, areas: brand.areas)
      derived.formUnion(pictures.numbers)
      let shown = (facts, pictures)
      addBlock(edition, shown, folder: "\(facts.block.period)/")
      if index == publication.blocks.count - 1 {
        addBlock(edition, shown, folder: "")
        addBlock(edition, shown, folder: "print/", inlineStyle: style)
      }
    }
    if publication.blocks.isEmpty { addBlock(edition, nil, folder: "") }
    let method = MethodPage(frame: frame(edition, "method/"), notes: edition.notes)
    add("\(tag)/method/index.html", "method", method.values)
  }

  private mutating func addBlock(
    _ edition: Edition, _ shown: (BlockFacts, Pictures)?, folder: String, inlineStyle: String = ""
  ) {
    let tag = edition.language.tag
    let frame = frame(edition, folder)
    let page = BlockPage(
      frame: frame, shown: shown, notes: edition.notes,
      jsonLD: jsonLD(tag, shown?.0.block, frame.root), inlineStyle: inlineStyle)
    add("\(tag)/\(folder)index.html", "index", page.values)
  }

  private func frame(_ edition: Edition, _ folder: String) -> PageFrame {
    PageFrame(
      publication: publication, brand: brand, language: edition.language,
      languages: editions.map(\.language), folder: folder)
  }

  private mutating func add(
    _ path: String, _ layout: String, _ values: [String: TemplateValue]
  ) {
    files.append(SiteFile(path: path, bytes: Array(engine.render(layout, values).utf8)))
  }
}
